// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;

import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

import net.imglib2.img.array.ArrayImgs;

/**
 * Functions on a mesh and labels of voxels, each on the grid of the other. In the plane the volume is one voxel thick
 * along z; positions are in µm from its origin.
 */
public final class VoxelGrid {

    /** Of an element: centres of voxels on its faces belong to it. */
    private static final double ON_FACE = 1e-7;
    private static final int CHECK = 1 << 14;

    private final Volume volume;
    private final double[] origin;
    private final double[] size;
    private final int[] counts;

    /**
     * @param volume whose grid it is
     * @throws TransportException for more than 2^31 - 9 voxels
     */
    public VoxelGrid(final Volume volume) {
        this.volume = volume;
        if (volume.shape().voxels() > Integer.MAX_VALUE - 8) {
            throw new TransportException(volume.name() + " has " + volume.shape()
                + " voxels, which are too many for one map. Crop it.");
        }
        origin = new double[]{volume.origin().x(), volume.origin().y(), volume.origin().z()};
        size = new double[]{volume.voxelSize().x(), volume.voxelSize().y(), volume.voxelSize().z()};
        counts = new int[]{(int)volume.shape().x(), (int)volume.shape().y(), (int)volume.shape().z()};
    }

    /**
     * The values of a function at the centres of the voxels, NaN where the mesh does not reach: in other phases, and in
     * voxels at a smoothed interface whose centres are just beyond. FLOAT32, in memory: 4 bytes per voxel. On curved
     * elements places are those of the straight ones.
     *
     * @param values at the nodes of the space
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public Volume sample(final LagrangeSpace space, final double[] values, final Progress progress) {
        final float[] voxels = new float[(int)volume.shape().voxels()];
        Arrays.fill(voxels, Float.NaN);
        final BarycentricPlace place = new BarycentricPlace(space.mesh());
        for (int cell = 0; cell < space.mesh().cellCount(); cell++) {
            if (cell % CHECK == 0) {
                progress.check();
            }
            sample(space, values, cell, place, voxels);
        }
        return Volume.of(volume.name(), ArrayImgs.floats(voxels, counts[0], counts[1], counts[2]),
            volume.voxelSize()).withOrigin(volume.origin());
    }

    private void sample(final LagrangeSpace space, final double[] values, final int cell,
        final BarycentricPlace place, final float[] voxels) {
        final int[] first = new int[3];
        final int[] last = new int[3];
        bounds(space.mesh(), cell, first, last);
        final double[] point = new double[3];
        for (int z = first[2]; z <= last[2]; z++) {
            point[2] = origin[2] + z * size[2];
            for (int y = first[1]; y <= last[1]; y++) {
                point[1] = origin[1] + y * size[1];
                for (int x = first[0]; x <= last[0]; x++) {
                    point[0] = origin[0] + x * size[0];
                    if (place.locate(cell, point) > -ON_FACE) {
                        voxels[(z * counts[1] + y) * counts[0] + x] =
                            (float)value(space, values, cell, place.coordinates());
                    }
                }
            }
        }
    }

    private void bounds(final SimplexMesh mesh, final int cell, final int[] first, final int[] last) {
        for (int axis = 0; axis < mesh.dimension(); axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int corner = 0; corner <= mesh.dimension(); corner++) {
                final double place = (mesh.coordinate(mesh.vertex(cell, corner), axis) - origin[axis]) / size[axis];
                low = Math.min(low, place);
                high = Math.max(high, place);
            }
            first[axis] = (int)Math.max(0, Math.ceil(low - ON_FACE));
            last[axis] = (int)Math.min(counts[axis] - 1, Math.floor(high + ON_FACE));
        }
    }

    private static double value(final LagrangeSpace space, final double[] values, final int cell,
        final double[] coordinates) {
        final double[] shape = space.element().values(coordinates);
        double sum = 0;
        for (int i = 0; i < shape.length; i++) {
            sum += shape[i] * values[space.node(cell, i)];
        }
        return sum;
    }

    /**
     * The label of the voxel in which the centre of each element is.
     *
     * @throws org.electrode4d.volume.VolumeException if the volume holds no integers
     */
    public int[] labels(final SimplexMesh mesh, final Progress progress) {
        final LabelVolume labels = LabelVolume.of(Masks.requireIntegers(volume, "the particles"));
        final int[] result = new int[mesh.cellCount()];
        final int[] planes = new int[mesh.cellCount()];
        final int[] places = new int[mesh.cellCount()];
        for (int cell = 0; cell < planes.length; cell++) {
            places[cell] = index(mesh, cell, 1) * counts[0] + index(mesh, cell, 0);
            planes[cell] = mesh.dimension() == 2 ? 0 : index(mesh, cell, 2);
        }
        final int[] plane = new int[counts[0] * counts[1]];
        for (int z = 0; z < counts[2]; z++) {
            progress.check();
            labels.read(new Block(0, 0, z, counts[0], counts[1], 1), plane);
            for (int cell = 0; cell < planes.length; cell++) {
                if (planes[cell] == z) {
                    result[cell] = plane[places[cell]];
                }
            }
        }
        return result;
    }

    private int index(final SimplexMesh mesh, final int cell, final int axis) {
        double centre = 0;
        for (int corner = 0; corner <= mesh.dimension(); corner++) {
            centre += mesh.coordinate(mesh.vertex(cell, corner), axis) / (mesh.dimension() + 1);
        }
        return (int)Math.max(0, Math.min(counts[axis] - 1, Math.round((centre - origin[axis]) / size[axis])));
    }
}
