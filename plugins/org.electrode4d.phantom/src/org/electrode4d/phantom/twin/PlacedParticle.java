// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.phantom.Matrix3;
import org.electrode4d.volume.Point;

/**
 * A particle at one scan.
 *
 * @param centre µm from the corner of the view
 * @param toMaterial from offsets at the scan to offsets before the first charge
 * @param shape at the scan
 * @param level order up to which it is lithiated
 */
record PlacedParticle(SiliconParticle particle, Point centre, Matrix3 toMaterial, ConvexBody shape, float level) {

    /** Whether it is silicon all over. */
    boolean isPlain() {
        return level == 0 && particle.reaction().mode() != LithiationMode.CRACKED;
    }
}
