// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.surface;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * The triangles of some planes of cells. Vertices are numbered along planes: first those on edges within a plane of
 * voxels, then those on edges to the next one. Those within the last plane belong to the next slab, which numbers them
 * first and in the same order: to know their numbers is enough here.
 */
final class SurfaceSlab {

    private final Volume volume;
    private final Block cells;
    private final int width;
    private final int planeSize;
    private final boolean isImage;
    private final double level;
    private final VoxelSize size;
    /** Two planes of voxels, which change places. */
    private final float[] values;
    private final FieldCells field;
    /** The numbers of vertices by axis of their edge and its first voxel. */
    private final int[][] numbers;
    private final SurfacePart part = new SurfacePart();
    /** Vertices of the next slab that have got a number. */
    private int beyond;
    private int below;
    private int above;

    /** @param cells whole planes of cells */
    SurfaceSlab(final Volume volume, final double level, final Block cells) {
        this.volume = volume;
        this.cells = cells;
        this.level = level;
        width = cells.sizeX() + 1;
        planeSize = Math.multiplyExact(width, cells.sizeY() + 1);
        isImage = volume.shape().z() == 1;
        size = volume.voxelSize();
        values = new float[Math.multiplyExact(planeSize, 2)];
        field = new FieldCells(values, width, level);
        numbers = new int[][] {new int[2 * planeSize], new int[2 * planeSize], new int[planeSize]};
    }

    SurfacePart march(final Progress progress) {
        final boolean isLast = isImage || cells.endZ() == volume.shape().z() - 1;
        read(0);
        numberWithin(0, true);
        for (int z = 0; z < cells.sizeZ(); z++) {
            progress.check();
            below = above;
            above = planeSize - below;
            read(z + 1);
            numberBetween(z);
            numberWithin(z + 1, isLast || z + 1 < cells.sizeZ());
            addTriangles();
        }
        return part;
    }

    /** Reads a plane of the slab to where the upper one is. */
    private void read(final int z) {
        final float[] plane = new float[planeSize];
        final long from = isImage ? 0 : cells.minZ() + z;
        volume.read(new Block(0, 0, from, width, planeSize / width, 1), plane);
        System.arraycopy(plane, 0, values, above, planeSize);
    }

    /** Where a plane of the slab is, in µm; an image is half a voxel thick to both sides. */
    private double height(final double z) {
        return (isImage ? z - 0.5 : cells.minZ() + z) * size.z();
    }

    private void numberWithin(final int z, final boolean isOwn) {
        final double height = height(z);
        for (int at = 0; at < planeSize; at++) {
            final int x = at % width;
            final int y = at / width;
            final int voxel = above + at;
            if (x + 1 < width && isCrossed(voxel, voxel + 1)) {
                numbers[0][voxel] = isOwn ? part.vertexCount() : part.vertexCount() + beyond++;
                if (isOwn) {
                    part.addVertex((x + crossing(voxel, voxel + 1)) * size.x(), y * size.y(), height);
                }
            }
            if (at + width < planeSize && isCrossed(voxel, voxel + width)) {
                numbers[1][voxel] = isOwn ? part.vertexCount() : part.vertexCount() + beyond++;
                if (isOwn) {
                    part.addVertex(x * size.x(), (y + crossing(voxel, voxel + width)) * size.y(), height);
                }
            }
        }
    }

    private void numberBetween(final int z) {
        for (int at = 0; at < planeSize; at++) {
            if (isCrossed(below + at, above + at)) {
                numbers[2][at] = part.vertexCount();
                part.addVertex(at % width * size.x(), at / width * size.y(),
                    height(z + crossing(below + at, above + at)));
            }
        }
    }

    private boolean isCrossed(final int voxel, final int other) {
        return values[voxel] >= level != values[other] >= level
            && Float.isFinite(values[voxel]) && Float.isFinite(values[other]);
    }

    private double crossing(final int voxel, final int other) {
        return field.crossing(values[voxel], values[other]);
    }

    private void addTriangles() {
        final int[] places = new int[CellCases.EDGES];
        for (int edge = 0; edge < places.length; edge++) {
            final int start = CellCases.start(edge);
            final int plane = CellCases.coordinate(start, 2) == 0 ? below : above;
            places[edge] = (CellCases.axis(edge) == 2 ? 0 : plane)
                + CellCases.coordinate(start, 1) * width + CellCases.coordinate(start, 0);
        }
        for (int row = 0; row + width < planeSize; row += width) {
            final int[] cases = field.row(below + row, above + row);
            for (int x = 0; x + 1 < width; x++) {
                if (cases[x] != 0 && cases[x] != CellCases.COUNT - 1 && field.isFinite(x)) {
                    addTriangles(CellCases.triangles(cases[x]), places, row + x);
                }
            }
        }
    }

    private void addTriangles(final byte[] triangles, final int[] places, final int cell) {
        for (int i = 0; i < triangles.length; i += 3) {
            part.addTriangle(number(triangles[i], places, cell), number(triangles[i + 1], places, cell),
                number(triangles[i + 2], places, cell));
        }
    }

    private int number(final int edge, final int[] places, final int cell) {
        return numbers[CellCases.axis(edge)][places[edge] + cell];
    }
}
