// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.Locale;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.volume.Shape;

/**
 * One of the synthetic pairs with an exact displacement field on which the peers were measured. The motions are those
 * of {@link DeformationCase}, formula by formula.
 *
 * @param edge of the cubic volumes, voxels
 * @param texture {@code blobs} or {@code spheres}
 * @param snr standard deviation of the texture over that of the noise; 0 for no noise
 */
record PairCase(int edge, DeformationCase motion, String texture, int snr) {

    Shape shape() {
        return new Shape(edge, edge, edge);
    }

    /** Where material points go. */
    Deformation exact() {
        return motion.in(shape());
    }

    boolean isClean() {
        return snr == 0;
    }

    String motionName() {
        return motion.name().toLowerCase(Locale.ROOT);
    }

    /** As file names have it, such as {@code blobs_200_snr5}. */
    String tag() {
        return texture + "_" + edge + (isClean() ? "" : "_snr" + snr);
    }

    String referenceFile() {
        return "im1_" + tag() + ".tif";
    }

    String deformedFile() {
        return "im2_" + motionName() + "_" + tag() + ".tif";
    }

    /** For people, such as {@code gradient, spheres, SNR 5}. */
    String title() {
        return motionName() + (texture.equals("blobs") ? "" : ", " + texture) + (isClean() ? ", clean" : ", SNR "
            + snr);
    }
}
