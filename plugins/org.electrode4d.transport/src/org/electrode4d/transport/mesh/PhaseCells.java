// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * A label image as the cells that a mesh distinguishes: voxels, or cubes of voxels with the phase of most of them (of
 * the smaller label where two have as many). At the far ends cells may hold fewer voxels.
 */
final class PhaseCells {

    /** Up to so many cells, 256 MB, are kept between one pass over the image and the next. */
    private static final long KEPT = 1L << 26;

    private final LabelVolume labels;
    private final Shape voxels;
    private final int edge;
    private final int nx;
    private final int ny;
    private final int nz;
    private final int[][] kept;

    /** @param edge of the cells in voxels; in a two-dimensional image they are one voxel thick */
    PhaseCells(final Volume volume, final int edge) {
        Masks.requireIntegers(volume, "the phases");
        labels = LabelVolume.of(volume);
        voxels = volume.shape();
        this.edge = edge;
        if (voxels.x() * (double)voxels.y() > Integer.MAX_VALUE - 8 || voxels.z() >= Integer.MAX_VALUE) {
            throw new TransportException(volume.name() + " has " + voxels
                + " voxels, more than 2^31 in a slice. Crop it to the part to be meshed.");
        }
        nx = count(voxels.x());
        ny = count(voxels.y());
        nz = isPlanar() ? 1 : count(voxels.z());
        kept = (long)nx * ny * nz <= KEPT ? new int[nz][] : null;
    }

    boolean isPlanar() {
        return voxels.z() == 1;
    }

    int nx() {
        return nx;
    }

    int ny() {
        return ny;
    }

    int nz() {
        return nz;
    }

    String name() {
        return labels.volume().name();
    }

    /** The phases of the cells of a plane, x fastest; not to be changed. */
    int[] plane(final int z) {
        if (kept == null) {
            return readPlane(z);
        }
        if (kept[z] == null) {
            kept[z] = readPlane(z);
        }
        return kept[z];
    }

    private int[] readPlane(final int z) {
        final int first = z * edge;
        final int depth = (int)Math.min(edge, voxels.z() - first);
        final int[][] planes = new int[isPlanar() ? 1 : depth][];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = voxelPlane(first + i);
        }
        return edge == 1 ? planes[0] : majorities(planes);
    }

    /** Coordinates in µm along an axis of the corners of the cells. */
    double[] corners(final int axis) {
        final Volume volume = labels.volume();
        final VoxelSize size = volume.voxelSize();
        final Point origin = volume.origin();
        final double step = axis == 0 ? size.x() : axis == 1 ? size.y() : size.z();
        final double centre = axis == 0 ? origin.x() : axis == 1 ? origin.y() : origin.z();
        final double[] corners = new double[(axis == 0 ? nx : axis == 1 ? ny : nz) + 1];
        for (int i = 0; i < corners.length; i++) {
            corners[i] = centre + (Math.min((long)i * edge, voxels.along(axis)) - 0.5) * step;
        }
        return corners;
    }

    private int[] voxelPlane(final int z) {
        final Block block = new Block(0, 0, z, (int)voxels.x(), (int)voxels.y(), 1);
        final int[] plane = new int[block.voxels()];
        labels.read(block, plane);
        for (final int label : plane) {
            if (label < 0) {
                throw new TransportException("Phases are numbered from 0, but " + name() + " has the label " + label
                    + ". Relabel it.");
            }
        }
        return plane;
    }

    private int[] majorities(final int[][] planes) {
        final int[] plane = new int[nx * ny];
        final int[] votes = new int[planes.length * edge * edge];
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                plane[y * nx + x] = Majority.of(votes, gather(planes, x * edge, y * edge, votes));
            }
        }
        return plane;
    }

    private int gather(final int[][] planes, final int x, final int y, final int[] votes) {
        final int endX = (int)Math.min(x + edge, voxels.x());
        final int endY = (int)Math.min(y + edge, voxels.y());
        int count = 0;
        for (final int[] plane : planes) {
            for (int row = y; row < endY; row++) {
                final int from = row * (int)voxels.x();
                System.arraycopy(plane, from + x, votes, count, endX - x);
                count += endX - x;
            }
        }
        return count;
    }

    private int count(final long extent) {
        return (int)((extent + edge - 1) / edge);
    }
}
