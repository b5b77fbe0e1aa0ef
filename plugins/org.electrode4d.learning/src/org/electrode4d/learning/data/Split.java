// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.electrode4d.learning.LearningException;

/**
 * Slices to train with and slices to validate with. A slice is in one of them as a whole, so that no part of it is
 * seen in training and scored in validation.
 *
 * @param training at least one slice; every class that is labelled is labelled here
 * @param validation may be empty; see {@link #warning}
 */
public record Split(List<LabelledSlice> training, List<LabelledSlice> validation) {

    public Split {
        training = List.copyOf(training);
        validation = List.copyOf(validation);
    }

    /**
     * Slices drawn at random. Slices whose neighbours or crossing slices are in the other part are alike: scores of
     * such a validation flatter, those of a split by scan do not.
     *
     * @param fraction of the slices to validate with, 0 to 1; 0.3 in the paper; at least one slice each, unless it is 0
     *     or there is only one
     * @param seed of the draw
     */
    public static Split bySlice(final LabelledSlices slices, final double fraction, final long seed) {
        return of(slices, slices.slices().stream().map(List::of).toList(), fraction, seed);
    }

    /**
     * Whole scans drawn at random.
     *
     * @param fraction of the scans to validate with, 0 to 1; at least one scan each, unless it is 0
     * @param seed of the draw
     * @throws LearningException if there is only one scan, or no scan can be spared without losing a class
     */
    public static Split byScan(final LabelledSlices slices, final double fraction, final long seed) {
        final Map<String, List<LabelledSlice>> scans = new LinkedHashMap<>();
        slices.slices().forEach(slice ->
            scans.computeIfAbsent(slice.source().scan(), name -> new ArrayList<>()).add(slice));
        if (scans.size() == 1 && fraction > 0) {
            throw new LearningException("All labels are in one scan, " + scans.keySet().iterator().next()
                + ": it cannot be split by scan. Split by slice, or label another scan.");
        }
        final Split split = of(slices, List.copyOf(scans.values()), fraction, seed);
        if (split.validation().isEmpty() && fraction > 0) {
            throw new LearningException("Each scan has a class that is labelled in no other one, so that none can be "
                + "left out for validation. Split by slice, or label all classes in two scans.");
        }
        return split;
    }

    private static Split of(final LabelledSlices slices, final List<List<LabelledSlice>> groups, final double fraction,
        final long seed) {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new LearningException("The fraction for validation must be at least 0 and below 1, not " + fraction
                + ".");
        }
        final int count = fraction == 0 || groups.size() == 1 ? 0
            : (int)Math.min(Math.max(1, Math.round(fraction * groups.size())), groups.size() - 1);
        final long[] left = slices.counts();
        final boolean[] spared = new boolean[groups.size()];
        int number = 0;
        for (final int group : shuffled(groups.size(), seed)) {
            if (number < count && take(groups.get(group), left)) {
                spared[group] = true;
                number++;
            }
        }
        final List<LabelledSlice> training = new ArrayList<>();
        final List<LabelledSlice> validation = new ArrayList<>();
        for (int i = 0; i < spared.length; i++) {
            (spared[i] ? validation : training).addAll(groups.get(i));
        }
        return new Split(training, validation);
    }

    /** Takes the labels of a group away from those that are left, unless a class would be lost. */
    private static boolean take(final List<LabelledSlice> group, final long[] left) {
        final long[] rest = left.clone();
        for (final LabelledSlice slice : group) {
            final long[] counts = slice.counts(rest.length);
            for (int c = 0; c < rest.length; c++) {
                rest[c] -= counts[c];
            }
        }
        for (int c = 0; c < rest.length; c++) {
            if (left[c] > 0 && rest[c] == 0) {
                return false;
            }
        }
        System.arraycopy(rest, 0, left, 0, rest.length);
        return true;
    }

    private static int[] shuffled(final int count, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        for (int i = count - 1; i > 0; i--) {
            final int other = random.nextInt(i + 1);
            final int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }

    /** What a user should know about the validation, if there is something. */
    public Optional<String> warning() {
        if (!validation.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((training.size() == 1 ? "Only one slice is labelled, " + training.get(0).source()
            : "No slice is left for validation without losing a class")
            + ": there is no validation, and nothing tells when to stop. Label more slices.");
    }
}
