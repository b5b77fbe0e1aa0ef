// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.electrode4d.segmentation.coverage.Cover;
import org.electrode4d.segmentation.coverage.CoverPhases;
import org.electrode4d.volume.LabelVolume;

/** Compares the names that phases bring along with what their labels are set to be. */
final class CoverNames {

    private CoverNames() {
    }

    /** One sentence for every label whose name says pore, CBD or SEI, but which is not set as that. */
    static List<String> contradictions(final LabelVolume phases, final CoverPhases set, final String scan) {
        final List<String> sentences = new ArrayList<>();
        phases.names().forEach((label, name) -> {
            final Cover cover = cover(name);
            final List<Integer> labels = set.labels(cover);
            if (cover != Cover.TOUCHING && !labels.contains(label)) {
                sentences.add("'" + name + "' of " + scan + " is label " + label + ", but " + text(labels)
                    + " set as " + word(cover) + ".");
            }
        });
        return sentences;
    }

    private static Cover cover(final String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "pore" -> Cover.FREE;
            case "cbd", "carbon-binder", "binder" -> Cover.CBD;
            case "sei" -> Cover.SEI;
            default -> Cover.TOUCHING;
        };
    }

    private static String word(final Cover cover) {
        return cover == Cover.FREE ? "pore" : cover.name();
    }

    private static String text(final List<Integer> labels) {
        final String numbers = labels.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return labels.isEmpty() ? "no label is" : labels.size() == 1 ? "label " + numbers + " is"
            : "labels " + numbers + " are";
    }
}
