// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Volume;

/**
 * How a local correlation works.
 *
 * @param levels from coarse to fine
 * @param placement of every level's grid
 * @param convergence of every node
 * @param fill what stands in for nodes that failed on a coarser level
 * @param secondChances how often failed nodes are tried again, started from their converged neighbours
 * @param mask non-zero where the reference is worth looking at; same shape as the volumes
 * @param memory bytes that the voxels at work may take, whatever the volume; a single window may need more
 */
public record LocalCorrelationSettings(List<NodeLevel> levels, GridPlacement placement,
    ConvergenceSettings convergence, FilterSettings fill, int secondChances, Optional<Volume> mask, long memory) {

    private static final long MEBIBYTE = 1L << 20;

    /** @throws IllegalArgumentException for levels that do not descend, or numbers out of range */
    public LocalCorrelationSettings {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("At least one level of node spacing is needed, for instance 35 voxels.");
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).nodeSpacing() > levels.get(i - 1).nodeSpacing()) {
                throw new IllegalArgumentException("Node spacings must go from coarse to fine, but "
                    + levels.get(i).nodeSpacing() + " follows " + levels.get(i - 1).nodeSpacing() + ".");
            }
        }
        if (secondChances < 0) {
            throw new IllegalArgumentException("The number of second chances cannot be " + secondChances + ".");
        }
        if (memory < MEBIBYTE) {
            throw new IllegalArgumentException("The working memory must be at least " + MEBIBYTE + " bytes, not "
                + memory + ".");
        }
    }

    /**
     * The published procedure for 2048-voxel volumes of an electrode: node spacings of 100, 70 and 35 voxels, half
     * windows as large, holes filled from the eight nearest nodes; 128 MiB, which a heap of 2 GB has room for.
     */
    public static LocalCorrelationSettings defaults() {
        return new LocalCorrelationSettings(List.of(NodeLevel.of(100), NodeLevel.of(70), NodeLevel.of(35)),
            GridPlacement.CENTRED, ConvergenceSettings.local(), FilterSettings.defaults(), 2, Optional.empty(),
            128 * MEBIBYTE);
    }

    /** Half-window sizes equal to the spacings. */
    public LocalCorrelationSettings withSpacings(final int... spacings) {
        final List<NodeLevel> other = new ArrayList<>();
        for (final int spacing : spacings) {
            other.add(NodeLevel.of(spacing));
        }
        return withLevels(other);
    }

    public LocalCorrelationSettings withLevels(final List<NodeLevel> other) {
        return new LocalCorrelationSettings(other, placement, convergence, fill, secondChances, mask, memory);
    }

    public LocalCorrelationSettings withPlacement(final GridPlacement other) {
        return new LocalCorrelationSettings(levels, other, convergence, fill, secondChances, mask, memory);
    }

    public LocalCorrelationSettings withConvergence(final ConvergenceSettings other) {
        return new LocalCorrelationSettings(levels, placement, other, fill, secondChances, mask, memory);
    }

    public LocalCorrelationSettings withFill(final FilterSettings other) {
        return new LocalCorrelationSettings(levels, placement, convergence, other, secondChances, mask, memory);
    }

    public LocalCorrelationSettings withSecondChances(final int chances) {
        return new LocalCorrelationSettings(levels, placement, convergence, fill, chances, mask, memory);
    }

    public LocalCorrelationSettings withMask(final Volume volume) {
        return new LocalCorrelationSettings(levels, placement, convergence, fill, secondChances, Optional.of(volume),
            memory);
    }

    public LocalCorrelationSettings withMemory(final long bytes) {
        return new LocalCorrelationSettings(levels, placement, convergence, fill, secondChances, mask, bytes);
    }
}
