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
 * @param minimumZncc a node that converged with a smaller correlation ends as {@link NodeStatus#DIVERGED}; -1 for none
 * @param fill what stands in for nodes that failed on a coarser level
 * @param secondChances how many times converged nodes hand their deformation on to neighbours that failed
 * @param search of start values
 * @param mask non-zero where the reference is worth looking at; same shape as the volumes
 * @param memory bytes that the voxels at work may take, whatever the volume; a single window may need more
 * @param checkpoints where finished blocks are kept, so that a killed run goes on from there
 * @param correctStrainGradients whether the bias of windows in strain gradients is taken off the finest field, see
 *     {@link CurvatureCorrection}; windows without twelve degrees of freedom have another bias and are left alone
 */
public record LocalCorrelationSettings(List<NodeLevel> levels, GridPlacement placement,
    ConvergenceSettings convergence, double minimumZncc, FilterSettings fill, int secondChances,
    SearchSettings search, Optional<Volume> mask, long memory, Optional<Checkpoints> checkpoints,
    boolean correctStrainGradients) {

    private static final long MEBIBYTE = 1L << 20;

    /** @throws IllegalArgumentException for levels that do not descend, or numbers out of range */
    public LocalCorrelationSettings {
        levels = List.copyOf(levels);
        requireDescending(levels);
        if (!(minimumZncc >= -1 && minimumZncc <= 1)) {
            throw new IllegalArgumentException("A correlation coefficient lies between -1 and 1, not at "
                + minimumZncc + ".");
        }
        if (secondChances < 0) {
            throw new IllegalArgumentException("The number of second chances cannot be " + secondChances + ".");
        }
        if (memory < MEBIBYTE) {
            throw new IllegalArgumentException("The working memory must be at least " + MEBIBYTE + " bytes, not "
                + memory + ".");
        }
    }

    private static void requireDescending(final List<NodeLevel> levels) {
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("At least one level of node spacing is needed, for instance 35 voxels.");
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).nodeSpacing() > levels.get(i - 1).nodeSpacing()) {
                throw new IllegalArgumentException("Node spacings must go from coarse to fine, but "
                    + levels.get(i).nodeSpacing() + " follows " + levels.get(i - 1).nodeSpacing() + ".");
            }
        }
    }

    /**
     * The published procedure for 2048-voxel volumes of an electrode: node spacings of 100, 70 and 35 voxels, half
     * windows as large, holes filled from the eight nearest nodes; 128 MiB, which a heap of 2 GB has room for. Failed
     * nodes get ten second chances and a search. No mask, no checkpoints.
     */
    public static LocalCorrelationSettings defaults() {
        return new LocalCorrelationSettings(List.of(NodeLevel.of(100), NodeLevel.of(70), NodeLevel.of(35)),
            GridPlacement.CENTRED, ConvergenceSettings.local(), -1, FilterSettings.defaults(), 10,
            SearchSettings.defaults(), Optional.empty(), 128 * MEBIBYTE, Optional.empty(), false);
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
        return new LocalCorrelationSettings(other, placement, convergence, minimumZncc, fill, secondChances, search,
            mask, memory, checkpoints, correctStrainGradients);
    }

    public LocalCorrelationSettings withPlacement(final GridPlacement other) {
        return new LocalCorrelationSettings(levels, other, convergence, minimumZncc, fill, secondChances, search,
            mask, memory, checkpoints, correctStrainGradients);
    }

    public LocalCorrelationSettings withConvergence(final ConvergenceSettings other) {
        return new LocalCorrelationSettings(levels, placement, other, minimumZncc, fill, secondChances, search, mask,
            memory, checkpoints, correctStrainGradients);
    }

    public LocalCorrelationSettings withMinimumZncc(final double zncc) {
        return new LocalCorrelationSettings(levels, placement, convergence, zncc, fill, secondChances, search, mask,
            memory, checkpoints, correctStrainGradients);
    }

    public LocalCorrelationSettings withFill(final FilterSettings other) {
        return new LocalCorrelationSettings(levels, placement, convergence, minimumZncc, other, secondChances, search,
            mask, memory, checkpoints, correctStrainGradients);
    }

    public LocalCorrelationSettings withSecondChances(final int chances) {
        return new LocalCorrelationSettings(levels, placement, convergence, minimumZncc, fill, chances, search, mask,
            memory, checkpoints, correctStrainGradients);
    }

    /** @param range see {@link SearchSettings#range()} */
    public LocalCorrelationSettings withSearch(final StartSearch nodes, final int range) {
        return new LocalCorrelationSettings(levels, placement, convergence, minimumZncc, fill, secondChances,
            new SearchSettings(nodes, range), mask, memory, checkpoints, correctStrainGradients);
    }

    public LocalCorrelationSettings withMask(final Volume volume) {
        return new LocalCorrelationSettings(levels, placement, convergence, minimumZncc, fill, secondChances, search,
            Optional.of(volume), memory, checkpoints, correctStrainGradients);
    }

    public LocalCorrelationSettings withMemory(final long bytes) {
        return new LocalCorrelationSettings(levels, placement, convergence, minimumZncc, fill, secondChances, search,
            mask, bytes, checkpoints, correctStrainGradients);
    }

    public LocalCorrelationSettings withCheckpoints(final Checkpoints other) {
        return new LocalCorrelationSettings(levels, placement, convergence, minimumZncc, fill, secondChances, search,
            mask, memory, Optional.of(other), correctStrainGradients);
    }

    public LocalCorrelationSettings withStrainGradientCorrection(final boolean correct) {
        return new LocalCorrelationSettings(levels, placement, convergence, minimumZncc, fill, secondChances, search,
            mask, memory, checkpoints, correct);
    }

    /** All numbers that the correlation of nodes depends on, as text; volumes and folders are not among them. */
    String numbers() {
        return List.of(levels, placement, convergence, minimumZncc, fill, secondChances, search, memory).toString();
    }
}
