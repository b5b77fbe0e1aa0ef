// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.ArrayDeque;
import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * The state of charge of a particle on the voxels of its crop: interpolated in the elements at the middles of voxels.
 * Voxels of the particle that are in no element, because the mesh is coarser or smoother than the voxels, take the
 * value of the nearest that are, from face to face. All other voxels are NaN.
 */
final class SocMap {

    private static final double SLACK = 1e-9;

    private final SimplexMesh mesh;
    private final ParticleCrop crop;
    private final Point origin;
    private final VoxelSize size;

    SocMap(final SimplexMesh mesh, final ParticleCrop crop) {
        this.mesh = mesh;
        this.crop = crop;
        final Volume volume = crop.volume();
        origin = volume.origin();
        size = volume.voxelSize();
    }

    /**
     * @param soc at the vertices of the mesh, 0 to 1
     * @return FLOAT32 in %, at its place in the scan
     */
    Volume of(final double[] soc) {
        final Block box = crop.box();
        final float[] values = new float[box.voxels()];
        Arrays.fill(values, Float.NaN);
        for (int cell = 0; cell < mesh.cellCount(); cell++) {
            paint(cell, soc, values);
        }
        spread(values);
        return crop.placed(Volume.of("State of charge",
            ArrayImgs.floats(values, box.sizeX(), box.sizeY(), box.sizeZ()), size));
    }

    private void paint(final int cell, final double[] soc, final float[] values) {
        final Block box = crop.box();
        final int[] extent = {box.sizeX(), box.sizeY(), box.sizeZ()};
        final int[] from = new int[3];
        final int[] to = new int[3];
        final Barycentric place = new Barycentric(mesh, cell);
        for (int axis = 0; axis < mesh.dimension(); axis++) {
            double min = Double.POSITIVE_INFINITY;
            double max = Double.NEGATIVE_INFINITY;
            for (int corner = 0; corner <= mesh.dimension(); corner++) {
                final double at = voxel(mesh.coordinate(mesh.vertex(cell, corner), axis), axis);
                min = Math.min(min, at);
                max = Math.max(max, at);
            }
            from[axis] = Math.max(0, (int)Math.ceil(min - SLACK));
            to[axis] = Math.min(extent[axis] - 1, (int)Math.floor(max + SLACK));
        }
        for (int z = from[2]; z <= to[2]; z++) {
            for (int y = from[1]; y <= to[1]; y++) {
                for (int x = from[0]; x <= to[0]; x++) {
                    final int index = (z * box.sizeY() + y) * box.sizeX() + x;
                    if (crop.labels()[index] == crop.particle()
                        && place.isInside(origin.plus(new Point(x, y, z).times(size)), SLACK)) {
                        values[index] = (float)(100 * place.interpolate(soc));
                    }
                }
            }
        }
    }

    private double voxel(final double position, final int axis) {
        return switch (axis) {
            case 0 -> (position - origin.x()) / size.x();
            case 1 -> (position - origin.y()) / size.y();
            default -> (position - origin.z()) / size.z();
        };
    }

    private void spread(final float[] values) {
        final Block box = crop.box();
        final int plane = box.sizeX() * box.sizeY();
        final ArrayDeque<Integer> front = new ArrayDeque<>();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                front.add(i);
            }
        }
        while (!front.isEmpty()) {
            final int i = front.poll();
            final int x = i % box.sizeX();
            final int y = i / box.sizeX() % box.sizeY();
            final int z = i / plane;
            reach(x > 0, i - 1, values[i], values, front);
            reach(x < box.sizeX() - 1, i + 1, values[i], values, front);
            reach(y > 0, i - box.sizeX(), values[i], values, front);
            reach(y < box.sizeY() - 1, i + box.sizeX(), values[i], values, front);
            reach(z > 0, i - plane, values[i], values, front);
            reach(z < box.sizeZ() - 1, i + plane, values[i], values, front);
        }
    }

    private void reach(final boolean isInside, final int to, final float value, final float[] values,
        final ArrayDeque<Integer> front) {
        if (isInside && Float.isNaN(values[to]) && crop.labels()[to] == crop.particle()) {
            values[to] = value;
            front.add(to);
        }
    }
}
