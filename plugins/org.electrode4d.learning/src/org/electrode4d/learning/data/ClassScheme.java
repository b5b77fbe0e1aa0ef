// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;

/**
 * Which values of label volumes are which class. The index of a class is its place in the list; values that belong to
 * no class are unlabelled: the loss ignores them.
 *
 * @param classes 2 to 127 with different names
 * @param unlabelled a value that is no class, although a class takes all others; empty if there is none
 */
public record ClassScheme(List<LabelClass> classes, OptionalInt unlabelled) {

    /** Index of the class of a pixel that has none. */
    public static final byte UNLABELLED = -1;

    private static final int EDGE = 64;

    /** @throws LearningException if there are too few classes, a name or value is there twice, or a class is empty */
    public ClassScheme {
        classes = List.copyOf(classes);
        if (classes.size() < 2 || classes.size() > Byte.MAX_VALUE) {
            throw new LearningException("A model tells 2 to " + Byte.MAX_VALUE + " classes apart, but there "
                + (classes.size() == 1 ? "is only \"" + classes.get(0).name() + "\"" : "are " + classes.size())
                + ". Write all classes, such as: background = 0, 1; silicon = 2.");
        }
        requireDifferent(classes, unlabelled);
    }

    private static void requireDifferent(final List<LabelClass> classes, final OptionalInt unlabelled) {
        final Set<String> names = new HashSet<>();
        final Set<Integer> labels = new HashSet<>();
        unlabelled.ifPresent(labels::add);
        for (final LabelClass one : classes) {
            if (!names.add(one.name())) {
                throw new LearningException("The class \"" + one.name() + "\" is there twice. Write all its labels at "
                    + "once, such as: " + one.name() + " = 0, 1.");
            }
            if (one.labels().isEmpty() && !one.others()) {
                throw new LearningException("The class \"" + one.name() + "\" has no labels.");
            }
            for (final int label : one.labels()) {
                if (!labels.add(label)) {
                    throw new LearningException("Label " + label + " of the class \"" + one.name()
                        + "\" is named twice: a label is one class, or unlabelled.");
                }
            }
        }
        if (classes.stream().filter(LabelClass::others).count() > 1) {
            throw new LearningException("Only one class can take all other labels (*).");
        }
    }

    /**
     * Classes written as {@code background = 0, 1; silicon = 2}; {@code *} stands for all labels that are not named.
     *
     * @throws LearningException that says what cannot be read
     */
    public static ClassScheme parse(final String text, final OptionalInt unlabelled) {
        final List<LabelClass> classes = new ArrayList<>();
        for (final String part : text.split(";")) {
            if (!part.isBlank()) {
                classes.add(parseClass(part.strip()));
            }
        }
        return new ClassScheme(classes, unlabelled);
    }

    private static LabelClass parseClass(final String text) {
        final int equals = text.lastIndexOf('=');
        final String name = equals < 0 ? "" : text.substring(0, equals).strip();
        if (name.isEmpty()) {
            throw new LearningException("\"" + text + "\" is not a class with its labels. Write a name and label "
                + "values, such as: silicon = 2.");
        }
        final SortedSet<Integer> labels = new TreeSet<>();
        boolean others = false;
        for (final String value : text.substring(equals + 1).split(",")) {
            if (value.strip().equals("*")) {
                others = true;
            } else {
                labels.add(parseLabel(value.strip(), name));
            }
        }
        return new LabelClass(name, labels, others);
    }

    private static int parseLabel(final String text, final String name) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new LearningException("\"" + text + "\" is not a label of the class \"" + name
                + "\". Labels are whole numbers, or * for all that are not named.", e);
        }
    }

    /**
     * A class for each value that occurs or has a name, except the unlabelled one, with the names of the label volume.
     *
     * @throws LearningException if these are not 2 to 127
     */
    public static ClassScheme of(final LabelVolume labels, final OptionalInt unlabelled, final Progress progress) {
        return of(List.of(labels), unlabelled, progress);
    }

    /**
     * A class for each value that occurs or has a name in one of several label volumes, with the first name it has.
     *
     * @param labels at least one
     * @throws LearningException if these are not 2 to 127
     */
    public static ClassScheme of(final List<LabelVolume> labels, final OptionalInt unlabelled,
        final Progress progress) {
        final SortedMap<Integer, String> names = new TreeMap<>();
        labels.forEach(one -> one.names().forEach(names::putIfAbsent));
        for (int i = 0; i < labels.size(); i++) {
            final LabelVolume one = labels.get(i);
            values(one, progress.part(i / (double)labels.size(), (i + 1) / (double)labels.size()))
                .forEach(value -> names.putIfAbsent(value, one.name(value)));
        }
        unlabelled.ifPresent(names::remove);
        return new ClassScheme(names.entrySet().stream().map(entry ->
            new LabelClass(entry.getValue(), new TreeSet<>(Set.of(entry.getKey())), false)).toList(), unlabelled);
    }

    private static SortedSet<Integer> values(final LabelVolume labels, final Progress progress) {
        final SortedSet<Integer> values = new TreeSet<>();
        final List<Block> blocks = Blocks.tile(labels.volume().shape(), EDGE);
        Blocks.map(blocks, progress, "Labels of " + labels.volume().name(), block -> values(labels, block))
            .forEach(values::addAll);
        if (values.size() > Byte.MAX_VALUE) {
            throw new LearningException(labels.volume().name() + " has " + values.size() + " labels, too many for "
                + "classes: they may be particles. Write which labels are which class, such as: background = 0; "
                + "particle = *.");
        }
        return values;
    }

    /** Of a volume of particles, no more than are too many. */
    private static SortedSet<Integer> values(final LabelVolume labels, final Block block) {
        final int[] ids = new int[block.voxels()];
        labels.read(block, ids);
        final SortedSet<Integer> values = new TreeSet<>();
        for (int i = 0; i < ids.length && values.size() <= Byte.MAX_VALUE + 1; i++) {
            if (i == 0 || ids[i] != ids[i - 1]) {
                values.add(ids[i]);
            }
        }
        return values;
    }

    /** Names of the classes in the order of their indices. */
    public List<String> names() {
        return classes.stream().map(LabelClass::name).toList();
    }

    /**
     * Index of the class of each label.
     *
     * @param labels as read from a label volume
     * @param indices as many; {@link #UNLABELLED} where a label belongs to no class
     */
    public void classify(final int[] labels, final byte[] indices) {
        final int[] named = classes.stream().flatMap(one -> one.labels().stream()).mapToInt(i -> i).sorted().toArray();
        final byte[] index = new byte[named.length];
        for (int i = 0; i < named.length; i++) {
            index[i] = named(named[i]);
        }
        final byte others = others();
        final boolean excluded = unlabelled.isPresent();
        final int exclusion = unlabelled.orElse(0);
        for (int i = 0; i < indices.length; i++) {
            if (i > 0 && labels[i] == labels[i - 1]) {
                indices[i] = indices[i - 1];
            } else {
                final int place = Arrays.binarySearch(named, labels[i]);
                final byte unnamed = excluded && labels[i] == exclusion ? UNLABELLED : others;
                indices[i] = place >= 0 ? index[place] : unnamed;
            }
        }
    }

    private byte named(final int label) {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).labels().contains(label)) {
                return (byte)i;
            }
        }
        return UNLABELLED;
    }

    private byte others() {
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i).others()) {
                return (byte)i;
            }
        }
        return UNLABELLED;
    }

    /** What {@link #parse} reads. */
    public String text() {
        return classes.stream().map(one -> {
            final List<String> values = new ArrayList<>(one.labels().stream().map(String::valueOf).toList());
            if (one.others()) {
                values.add("*");
            }
            return one.name() + " = " + String.join(", ", values);
        }).collect(Collectors.joining("; "));
    }
}
