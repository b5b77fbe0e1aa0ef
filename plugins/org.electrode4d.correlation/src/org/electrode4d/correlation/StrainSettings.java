// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/**
 * How the deformation gradient is taken from a field.
 *
 * @param method see {@link Method}
 * @param radius of the neighbourhood of LEAST_SQUARES and GEERS_SPAM, in node spacings, at least 1
 * @param useFilled whether filled nodes count; the published procedure interpolates failed nodes before it takes
 *     strains, so they do by default
 */
public record StrainSettings(Method method, double radius, boolean useFilled) {

    /** Where F comes from. */
    public enum Method {
        /** Least squares of the displacements of a node and its neighbours in a radius, at nodes. */
        LEAST_SQUARES,
        /**
         * The default of SPAM, at nodes: the same inside the grid, but wrong beside missing nodes and at the border:
         * of a homogeneous 5 % along z it makes 19 % at a face, 1.5 % at an edge and 2.4 % in a corner. Only to
         * compare with results of SPAM.
         */
        GEERS_SPAM,
        /** Trilinear brick of eight nodes, at the middle of the brick. */
        Q8,
        /** The windows' own F, at nodes. */
        CORRELATION
    }

    /** @throws IllegalArgumentException for a radius below 1 */
    public StrainSettings {
        if (!(radius >= 1)) {
            throw new IllegalArgumentException("The radius must be at least one node spacing, not " + radius + ".");
        }
    }

    /** Least squares over the 18 neighbours within 1.5 node spacings, filled nodes included. */
    public static StrainSettings defaults() {
        return new StrainSettings(Method.LEAST_SQUARES, 1.5, true);
    }

    public StrainSettings withMethod(final Method other) {
        return new StrainSettings(other, radius, useFilled);
    }

    public StrainSettings withRadius(final double spacings) {
        return new StrainSettings(method, spacings, useFilled);
    }

    public StrainSettings withFilled(final boolean use) {
        return new StrainSettings(method, radius, use);
    }
}
