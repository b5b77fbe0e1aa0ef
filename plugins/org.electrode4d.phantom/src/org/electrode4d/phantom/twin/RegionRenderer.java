// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.volume.Block;

/** The parts of the electrode at one scan. */
final class RegionRenderer {

    static final byte COLLECTOR = 1;
    static final byte SEPARATOR = 2;

    private final ScanFrame frame;
    private final TwinMaterial material;
    private final double voxel;

    RegionRenderer(final TwinSettings settings, final TwinMaterial material, final int scan) {
        frame = new ScanFrame(settings, material.layers(), scan);
        this.material = material;
        voxel = settings.voxelSize();
    }

    byte[] render(final Block block) {
        final byte[] regions = new byte[block.voxels()];
        final Columns columns = new Columns(frame, material.foil(), block, voxel);
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            final double over = frame.stageZ((z + 0.5) * voxel) - material.layers().face();
            for (int column = 0; column < columns.x.length; column++, at++) {
                final double thickness = columns.thickness[column];
                if (over >= columns.foil[column] && over <= thickness) {
                    final double height = Swelling.height(over / thickness, columns.bend[column]);
                    regions[at] = height < TwinIntegral.BORDER ? COLLECTOR : SEPARATOR;
                }
            }
        }
        return regions;
    }
}
