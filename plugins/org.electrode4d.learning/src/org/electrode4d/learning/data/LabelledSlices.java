// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Progress;

/**
 * Slices to learn from.
 *
 * @param scheme what their classes mean
 * @param slices with at least one labelled pixel each
 */
public record LabelledSlices(ClassScheme scheme, List<LabelledSlice> slices) {

    /** @throws LearningException if fewer than two classes are labelled */
    public LabelledSlices {
        slices = List.copyOf(slices);
        final List<String> missing = missing(scheme, slices);
        final int there = scheme.classes().size() - missing.size();
        if (there == 0) {
            throw new LearningException("Nothing is labelled: no label belongs to one of the classes \""
                + scheme.text() + "\". Check labels and classes.");
        }
        if (there == 1) {
            final List<String> only = new ArrayList<>(scheme.names());
            only.removeAll(missing);
            throw new LearningException("Only the class \"" + only.get(0) + "\" is labelled. Label something of \""
                + String.join("\", \"", missing) + "\" too, or check which labels are which class.");
        }
    }

    /**
     * Reads the slices in which something is labelled. The labels are read once, in blocks, to find them; then labels
     * and image slice by slice. Values that are not finite are no pixels to learn from: they become unlabelled, with
     * the mean of the slice. Memory: 5 bytes per pixel of the slices that are read.
     *
     * @param scans with different names
     * @throws LearningException if nothing or one class only is labelled, a scan has no finite values where it is
     *     labelled, or the slices do not fit into memory
     */
    public static LabelledSlices read(final List<LabelledScan> scans, final ClassScheme scheme,
        final SliceSelection selection, final Progress progress) {
        return new LabelledSlices(scheme, new LabelledSliceReader(scheme, selection).read(scans, progress));
    }

    /** Number of labelled pixels of each class. */
    public long[] counts() {
        return counts(scheme, slices);
    }

    private static long[] counts(final ClassScheme scheme, final List<LabelledSlice> slices) {
        final long[] counts = new long[scheme.classes().size()];
        for (final LabelledSlice slice : slices) {
            final long[] part = slice.counts(counts.length);
            for (int c = 0; c < counts.length; c++) {
                counts[c] += part[c];
            }
        }
        return counts;
    }

    /** Names of classes that are labelled nowhere: the model will not find them. */
    public List<String> missing() {
        return missing(scheme, slices);
    }

    private static List<String> missing(final ClassScheme scheme, final List<LabelledSlice> slices) {
        final long[] counts = counts(scheme, slices);
        final List<String> missing = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                missing.add(scheme.names().get(c));
            }
        }
        return missing;
    }
}
