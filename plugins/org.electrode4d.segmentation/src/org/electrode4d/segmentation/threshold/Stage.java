// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.electrode4d.segmentation.SegmentationException;

/**
 * A stage of a multistage threshold, as it is written: names of classes from dark to bright with the method of the
 * threshold between them, {@code Pore < otsu < * < otsu < Silicon}.
 *
 * <p>A class with a name is taken away from the voxels that later stages see and added to the phase of that name;
 * {@value #REMAINING} stands for those that remain, of which a stage has at most one class; {@value #EXCLUDED} takes
 * voxels away that belong to no phase. Methods are {@code otsu}, {@code ridler-calvard} (the iterative threshold) and
 * numbers, which are fixed thresholds; a stage has one method.
 *
 * @param names of the classes from dark to bright
 * @param method with as many classes
 */
public record Stage(List<String> names, ThresholdMethod method) {

    /** The name of voxels that later stages divide. */
    public static final String REMAINING = "*";

    /** The name of voxels that belong to no phase. */
    public static final String EXCLUDED = "-";

    /** The four phases of Vorauer et al., Adv. Theory Simul. (2020): the outer ones first, then the inner ones. */
    public static final String FOUR_PHASES = "Pore < ridler-calvard < * < ridler-calvard < Silicon; "
        + "Intermediate < ridler-calvard < Graphite";

    private static final String HINT =
        " Write for instance 'Pore < otsu < *', 'Pore < ridler-calvard < * < ridler-calvard < Silicon' or 'Pore < 80 "
            + "< Solid'.";

    /** Checks the names. */
    public Stage {
        names = List.copyOf(names);
        if (names.size() != method.classes()) {
            throw new SegmentationException("A stage has " + names.size() + " classes, but its method makes "
                + method.classes() + ".");
        }
        if (names.stream().filter(REMAINING::equals).count() > 1) {
            throw new SegmentationException("The stage " + names + " leaves two classes to later stages, but can "
                + "leave one: there must be one * at most.");
        }
    }

    /**
     * Reads stages; semicolons or line breaks are between them.
     *
     * @throws SegmentationException if there is none, or one is not understood
     */
    public static List<Stage> parse(final String text) {
        final List<Stage> stages = new ArrayList<>();
        for (final String line : text.split("[;\\r\\n]+")) {
            if (!line.isBlank()) {
                stages.add(parseOne(line.strip()));
            }
        }
        if (stages.isEmpty()) {
            throw new SegmentationException("There is no stage." + HINT);
        }
        return stages;
    }

    private static Stage parseOne(final String line) {
        final String[] parts = Arrays.stream(line.split("<", -1)).map(String::strip).toArray(String[]::new);
        if (parts.length < 3 || parts.length % 2 == 0 || Arrays.stream(parts).anyMatch(String::isEmpty)) {
            throw new SegmentationException("The stage '" + line + "' must begin and end with the name of a class, and "
                + "have a threshold between any two." + HINT);
        }
        final List<String> names = new ArrayList<>();
        final List<String> methods = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            (i % 2 == 0 ? names : methods).add(parts[i]);
        }
        return new Stage(names, method(methods, line));
    }

    private static ThresholdMethod method(final List<String> texts, final String line) {
        final List<String> names = texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).distinct().toList();
        final boolean numbers = names.stream().allMatch(text -> text.matches("[-+]?[0-9]{1,12}(\\.[0-9]{0,12})?"));
        if (numbers) {
            return ThresholdMethod.fixed(texts.stream().mapToDouble(Double::parseDouble).toArray());
        } else if (names.equals(List.of("otsu"))) {
            return ThresholdMethod.otsu(texts.size() + 1);
        } else if (names.equals(List.of("ridler-calvard"))) {
            return ThresholdMethod.ridlerCalvard(texts.size() + 1);
        }
        throw new SegmentationException("The thresholds of the stage '" + line + "' are " + String.join(", ", texts)
            + ", but must all be numbers, all 'otsu', or all 'ridler-calvard'." + HINT);
    }

    @Override
    public String toString() {
        return String.join(" < ", names) + " (" + method.label() + ")";
    }
}
