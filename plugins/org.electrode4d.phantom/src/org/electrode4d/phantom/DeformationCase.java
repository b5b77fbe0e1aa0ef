// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;

/**
 * The motions against which registration and local correlation are measured: each asks one question. Sizes follow the
 * volume, so that a case means the same in a small and in a large one.
 */
public enum DeformationCase {

    /** Nothing moves: what noise alone does. */
    IDENTITY {
        @Override
        public Deformation in(final Shape shape) {
            return Deformations.identity();
        }
    },

    /** u = (0.25, -1.62, 2.37) voxels: the error of interpolation between voxels. */
    SHIFT {
        @Override
        public Deformation in(final Shape shape) {
            return Deformations.translation(new Point(0.25, -1.62, 2.37));
        }
    },

    /** F_zz = 1.05 and F_zx = 0.005 about the centre: what a homogeneous F recovers exactly. */
    AFFINE {
        @Override
        public Deformation in(final Shape shape) {
            return Deformations.affine(new double[] {1, 0, 0, 0, 1, 0, 0.005, 0, 1.05}, Point.ORIGIN,
                Deformations.centre(shape));
        }
    },

    /** u_z = 0.15 Z²/n_z, a strain of 0 to 30 %: what a window with one F cannot follow. */
    GRADIENT {
        @Override
        public Deformation in(final Shape shape) {
            return Deformations.axialGradient(0.3, shape.z());
        }
    },

    /** u = (0.75, 0, 1.5) tanh((Y - c)/2) voxels, a shear band four voxels wide: spatial resolution. */
    JUMP {
        @Override
        public Deformation in(final Shape shape) {
            return Deformations.jump(new Point(0.75, 0, 1.5), new Point(0, 1, 0), Deformations.centre(shape), 2);
        }
    };

    /** The case in a volume of this shape. */
    public abstract Deformation in(Shape shape);
}
