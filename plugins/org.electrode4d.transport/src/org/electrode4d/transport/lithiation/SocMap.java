// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.ArrayDeque;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.transport.diffusion.VoxelGrid;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * The state of charge of a particle on the voxels of its crop: its value at the middles of voxels. Voxels of the
 * particle that are in no element, because the mesh is coarser or smoother than the voxels, take the value of the
 * nearest that are, from face to face. All other voxels are NaN.
 */
final class SocMap {

    private static final float PERCENT = 100;

    private final ParticleCrop crop;
    private final float[] values;
    private final ArrayDeque<Integer> front = new ArrayDeque<>();

    private SocMap(final ParticleCrop crop) {
        this.crop = crop;
        values = new float[crop.labels().length];
    }

    /** @return FLOAT32 in %, at its place in the scan */
    static Volume of(final LithiationState state, final ParticleCrop crop, final Progress progress) {
        final SocMap map = new SocMap(crop);
        new VoxelGrid(crop.volume()).sample(state.model().space(), state.soc(), progress)
            .read(Block.of(crop.shape()), map.values);
        map.begin();
        map.spread(progress);
        final Block box = crop.box();
        return crop.placed(Volume.of("State of charge", ArrayImgs.floats(map.values, box.sizeX(), box.sizeY(),
            box.sizeZ()), crop.scan().voxelSize()));
    }

    private void begin() {
        for (int i = 0; i < values.length; i++) {
            if (crop.labels()[i] != crop.particle()) {
                values[i] = Float.NaN;
            } else if (!Float.isNaN(values[i])) {
                values[i] *= PERCENT;
                front.add(i);
            }
        }
    }

    private void spread(final Progress progress) {
        final Block box = crop.box();
        final int plane = box.sizeX() * box.sizeY();
        while (!front.isEmpty()) {
            progress.check();
            final int i = front.poll();
            final int x = i % box.sizeX();
            final int y = i / box.sizeX() % box.sizeY();
            final int z = i / plane;
            reach(x > 0, i - 1, values[i]);
            reach(x < box.sizeX() - 1, i + 1, values[i]);
            reach(y > 0, i - box.sizeX(), values[i]);
            reach(y < box.sizeY() - 1, i + box.sizeX(), values[i]);
            reach(z > 0, i - plane, values[i]);
            reach(z < box.sizeZ() - 1, i + plane, values[i]);
        }
    }

    private void reach(final boolean isInside, final int to, final float value) {
        if (isInside && Float.isNaN(values[to]) && crop.labels()[to] == crop.particle()) {
            values[to] = value;
            front.add(to);
        }
    }
}
