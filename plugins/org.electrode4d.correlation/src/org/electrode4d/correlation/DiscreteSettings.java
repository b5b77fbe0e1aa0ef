// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * How a discrete correlation works.
 *
 * @param margin voxels without a label that count as the particle's, up to this distance from it: the outline of a
 *     particle moves with it, and holds much of the contrast. 0 or more
 * @param minimumVoxels particles with fewer are refused
 * @param convergence of every particle; the coverage is a part of the voxels that could count
 * @param secondChances how often particles that failed are tried again, started from their converged neighbours
 * @param memory bytes that the voxels at work may take together; a particle that alone needs more is refused. Every
 *     thread takes 17 bytes per voxel of the box of its particle beside
 */
public record DiscreteSettings(int margin, long minimumVoxels, ConvergenceSettings convergence, int secondChances,
    long memory) {

    private static final int LARGEST_MARGIN = 50;
    private static final long MEBIBYTE = 1L << 20;

    /** @throws IllegalArgumentException for numbers out of range */
    public DiscreteSettings {
        if (margin < 0 || margin > LARGEST_MARGIN) {
            throw new IllegalArgumentException("The margin of a particle lies between 0 and " + LARGEST_MARGIN
                + " voxels, not at " + margin + ".");
        }
        if (minimumVoxels < 1) {
            throw new IllegalArgumentException("A particle has at least one voxel, not " + minimumVoxels + ".");
        }
        if (secondChances < 0) {
            throw new IllegalArgumentException("The number of second chances cannot be " + secondChances + ".");
        }
        if (memory < MEBIBYTE) {
            throw new IllegalArgumentException("The working memory must be at least " + MEBIBYTE + " bytes, not "
                + memory + ".");
        }
    }

    /** A margin of 3 voxels, at least 100 voxels, rigid, one second chance, 256 MiB. */
    public static DiscreteSettings defaults() {
        return new DiscreteSettings(3, 100, ConvergenceSettings.local().withFreedom(Freedom.RIGID), 1,
            256 * MEBIBYTE);
    }

    public DiscreteSettings withMargin(final int voxels) {
        return new DiscreteSettings(voxels, minimumVoxels, convergence, secondChances, memory);
    }

    public DiscreteSettings withMinimumVoxels(final long voxels) {
        return new DiscreteSettings(margin, voxels, convergence, secondChances, memory);
    }

    public DiscreteSettings withConvergence(final ConvergenceSettings other) {
        return new DiscreteSettings(margin, minimumVoxels, other, secondChances, memory);
    }

    public DiscreteSettings withSecondChances(final int chances) {
        return new DiscreteSettings(margin, minimumVoxels, convergence, chances, memory);
    }

    public DiscreteSettings withMemory(final long bytes) {
        return new DiscreteSettings(margin, minimumVoxels, convergence, secondChances, bytes);
    }
}
