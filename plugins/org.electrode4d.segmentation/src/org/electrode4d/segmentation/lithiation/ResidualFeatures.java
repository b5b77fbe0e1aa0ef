// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.lithiation;

import java.util.List;

/**
 * What the residual map shows in one particle at one step.
 *
 * @param form size of the particle
 * @param shares how much of its zones is residual
 * @param connection parts of the residual
 * @param paths skeleton of the residual below the skin
 */
public record ResidualFeatures(ParticleForm form, Shares shares, Connection connection, Paths paths) {

    /**
     * Voxels with residual as a part of the voxels of a zone for which there is a prediction; NaN where a zone has
     * none.
     *
     * @param all of the whole particle
     * @param skin next to the surface
     * @param shell below the skin and outside of the core
     * @param core in the middle
     * @param inner of shell and core together
     * @param layers equally thick ones, from the surface to the deepest voxel
     * @param predicted voxels with a prediction as a part of all voxels of the particle
     */
    public record Shares(double all, double skin, double shell, double core, double inner, List<Double> layers,
        double predicted) {

        /** How many layers there are. */
        public static final int LAYERS = 5;

        /** Copies the list. */
        public Shares {
            layers = List.copyOf(layers);
        }
    }

    /**
     * 26-connected parts of the residual in the particle, without those that are too small.
     *
     * @param parts how many there are
     * @param largest voxels of the largest as a part of all; NaN without any
     */
    public record Connection(int parts, double largest) {
    }

    /**
     * The skeleton of the residual below the skin. Surfaces, such as the skeleton of a closed shell, have no branches.
     *
     * @param length of all branches in µm
     * @param branches curves between two crossings or ends
     * @param coreBranches those of them that reach into the core or cross it
     * @param ends free ends of branches
     */
    public record Paths(double length, int branches, int coreBranches, int ends) {
    }
}
