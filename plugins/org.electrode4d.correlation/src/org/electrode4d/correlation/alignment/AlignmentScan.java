// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.Optional;
import org.electrode4d.volume.Volume;

/**
 * A scan of a series.
 *
 * @param volume grey values
 * @param mask of the rigid region in this scan, not 0 inside; empty where it is not known
 * @param inPlane mask of what the motion in the plane is taken from, in this scan
 */
public record AlignmentScan(Volume volume, Optional<Volume> mask, Optional<Volume> inPlane) {

    public static AlignmentScan of(final Volume volume) {
        return new AlignmentScan(volume, Optional.empty(), Optional.empty());
    }

    public AlignmentScan withMask(final Volume other) {
        return new AlignmentScan(volume, Optional.of(other), inPlane);
    }

    public AlignmentScan withInPlane(final Volume other) {
        return new AlignmentScan(volume, mask, Optional.of(other));
    }
}
