// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelClass;
import org.electrode4d.volume.VoxelType;

/** The labels that stand for classes in a result: the smallest that the class had in the labels it was learned from. */
public final class ClassLabels {

    private final ClassScheme scheme;
    private final int[] labels;

    private ClassLabels(final ClassScheme scheme, final int[] labels) {
        this.scheme = scheme;
        this.labels = labels;
    }

    /** A class that has no label of its own but takes all others gets the smallest that is free, from 0. */
    public static ClassLabels of(final ClassScheme scheme) {
        final Set<Integer> taken = new HashSet<>();
        scheme.classes().forEach(one -> taken.addAll(one.labels()));
        scheme.unlabelled().ifPresent(taken::add);
        final int[] labels = new int[scheme.classes().size()];
        for (int i = 0; i < labels.length; i++) {
            final LabelClass one = scheme.classes().get(i);
            while (one.labels().isEmpty() && taken.contains(labels[i])) {
                labels[i]++;
            }
            labels[i] = one.labels().isEmpty() ? labels[i] : one.labels().first();
        }
        return new ClassLabels(scheme, labels);
    }

    /** The label of a class. */
    public int label(final int index) {
        return labels[index];
    }

    /** Names of the classes by label. */
    public SortedMap<Integer, String> names() {
        final SortedMap<Integer, String> names = new TreeMap<>();
        for (int i = 0; i < labels.length; i++) {
            names.put(labels[i], scheme.names().get(i));
        }
        return names;
    }

    /** The smallest type that holds all labels and 0: UINT8, UINT16 or INT32. */
    public VoxelType type() {
        int most = 0;
        for (final int label : labels) {
            most = Math.max(most, label < 0 ? Integer.MAX_VALUE : label);
        }
        return most <= VoxelType.UINT8.max() ? VoxelType.UINT8
            : most <= VoxelType.UINT16.max() ? VoxelType.UINT16 : VoxelType.INT32;
    }

    /** An array of {@link #type()} with the labels of classes; 0 where the class is negative. */
    public Object plane(final byte[] classes) {
        final Object plane = type().newArray(classes.length);
        for (int i = 0; i < classes.length; i++) {
            final int label = classes[i] < 0 ? 0 : labels[classes[i]];
            if (plane instanceof byte[] bytes) {
                bytes[i] = (byte)label;
            } else if (plane instanceof short[] shorts) {
                shorts[i] = (short)label;
            } else {
                ((int[])plane)[i] = label;
            }
        }
        return plane;
    }
}
