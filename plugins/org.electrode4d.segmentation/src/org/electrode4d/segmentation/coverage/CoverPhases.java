// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.coverage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.electrode4d.segmentation.SegmentationException;

/**
 * Which labels of a phase volume are what. All labels that are not named are active material, which particles touch.
 *
 * @param pore labels of pore, usually 0
 * @param cbd labels of carbon black and binder; may be empty
 * @param sei labels of the solid electrolyte interphase; may be empty
 */
public record CoverPhases(List<Integer> pore, List<Integer> cbd, List<Integer> sei) {

    /** @throws SegmentationException if a label stands for two things, or nothing is named */
    public CoverPhases {
        pore = List.copyOf(pore);
        cbd = List.copyOf(cbd);
        sei = List.copyOf(sei);
        final Set<Integer> seen = new HashSet<>();
        for (final List<Integer> labels : List.of(pore, cbd, sei)) {
            for (final int label : labels) {
                if (!seen.add(label)) {
                    throw new SegmentationException("Label " + label + " is named twice. Every label can be only one "
                        + "of pore, CBD and SEI.");
                }
            }
        }
        if (seen.isEmpty()) {
            throw new SegmentationException("No label is named. Tell which labels are pore, CBD and SEI.");
        }
    }

    /** Labels of a cover; empty for {@link Cover#TOUCHING}, which is all the others. */
    public List<Integer> labels(final Cover cover) {
        return switch (cover) {
            case FREE -> pore;
            case CBD -> cbd;
            case SEI -> sei;
            case TOUCHING -> List.of();
        };
    }

    /** Turns labels into ordinals of {@link Cover}: holds what one thread needs for that. */
    Lookup lookup() {
        return new Lookup(this);
    }

    /** Labels between 0 and 255 by table, others by search. */
    static final class Lookup {

        private final CoverPhases phases;
        private final byte[] table = new byte[256];

        private Lookup(final CoverPhases phases) {
            this.phases = phases;
            for (int label = 0; label < table.length; label++) {
                table[label] = search(label);
            }
        }

        byte cover(final int label) {
            return label >= 0 && label < table.length ? table[label] : search(label);
        }

        private byte search(final int label) {
            return (byte)Arrays.stream(Cover.values()).filter(cover -> phases.labels(cover).contains(label)).findFirst()
                .orElse(Cover.TOUCHING).ordinal();
        }
    }
}
