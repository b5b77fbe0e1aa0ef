// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Conversion;

/**
 * A scan brought back into the frame of the reference: voxel X has the grey value that the scan has at {@code map(X)}.
 * Computed on demand, FLOAT32, with cubic B-splines or trilinearly (see {@link DeformedReference}); NaN where the scan
 * ends. Halo {@link org.electrode4d.correlation.kernel.SplineCoefficients#HALO}. Facts are those of the scan.
 */
public final class AlignedVolume {

    private static final int EDGE = 64;

    private AlignedVolume() {
    }

    /**
     * @param map from the reference to the scan, about the middle of the volume, in voxels; invertible
     * @param accuracy cubic B-splines for EXACT, trilinear for FAST
     */
    public static Volume of(final Volume scan, final Transformation map, final Accuracy accuracy) {
        final Point centre = scan.shape().centre();
        final DeformationField back = DeformationField.uniform(NodeGrid.single(centre), scan.voxelSize(), centre,
            map.inverse());
        return DeformedReference.of(scan, back, accuracy).withName(scan.name()).withMetadata(scan.metadata());
    }

    /**
     * The same, but where the scan ends it goes on as it is at its border: with the grey value of the nearest voxel. A
     * smooth border for what is segmented afterwards; there is nothing to be measured in it.
     */
    public static Volume continued(final Volume scan, final Transformation map, final Accuracy accuracy) {
        final Volume aligned = of(scan, map, accuracy);
        final BorderVoxels border = new BorderVoxels(scan, map);
        return LazyVolume.of(aligned.name(), aligned.shape(), aligned.voxelSize(), EDGE, (block, values) -> {
            aligned.read(block, values);
            border.fill(block, values);
        }).withOrigin(aligned.origin()).withMetadata(aligned.metadata());
    }

    /**
     * A volume with a number in place of what is not one, in a type of choice: integers are rounded and clipped.
     *
     * @param outside in place of NaN; NaN to leave them, which integers show as 0
     */
    public static Volume filled(final Volume volume, final float outside, final VoxelType type) {
        if (Float.isNaN(outside)) {
            return Conversion.of(volume, type);
        }
        final Volume filled = LazyVolume.of(volume.name(), volume.shape(), volume.voxelSize(), EDGE,
            (block, values) -> fill(volume, outside, block, values)).withOrigin(volume.origin())
            .withMetadata(volume.metadata());
        return Conversion.of(filled, type);
    }

    private static void fill(final Volume volume, final float outside, final Block block, final float[] values) {
        volume.read(block, values);
        for (int i = 0; i < block.voxels(); i++) {
            values[i] = values[i] == values[i] ? values[i] : outside;
        }
    }
}
