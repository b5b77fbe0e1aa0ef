// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import org.electrode4d.transport.TransportException;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Meshes of label images: triangles of a two-dimensional image, tetrahedra of any other. They conform to the phases, are
 * fine at interfaces and coarser away from them.
 *
 * <p>A balanced quadtree or octree divides the image into boxes of one phase, and every box becomes simplices in such a
 * way that neighbours share whole edges and faces. Vertices are in µm, with the centre of the first voxel at the
 * image's origin; the mesh fills the voxels entirely, so that it begins half a voxel before that.
 *
 * <p>Time and memory go with the number of elements and, less, of voxels; the image is read twice, by planes.
 */
public final class ImageMesher {

    private final PhaseCells cells;
    private final MeshSettings settings;
    private final Progress progress;

    private ImageMesher(final PhaseCells cells, final MeshSettings settings, final Progress progress) {
        this.cells = cells;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * @param labels integers from 0: the phase of each voxel
     * @throws org.electrode4d.volume.VolumeException for grey values, negative labels, or a mesh of more elements than
     *     wanted
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static SimplexMesh mesh(final Volume labels, final MeshSettings settings, final Progress progress) {
        return new ImageMesher(new PhaseCells(labels, settings.finest()), settings, progress).mesh();
    }

    private SimplexMesh mesh() {
        final CellTree tree = CellTree.of(cells, settings.levels(), settings.layers(), progress.part(0, 0.2));
        final Leaves leaves = Leaves.of(cells, tree, countLeaves(tree), progress.part(0.2, 0.4));
        final CornerNumbers corners = corners(leaves);
        final int[] counts = count(leaves, division(corners));
        final Simplices simplices = new Simplices(dimension(), counts[0]);
        final double[] points = new double[Math.multiplyExact(dimension(), corners.size() + counts[1])];
        place(corners, points);
        final BoxDivision division = division(corners);
        int centre = corners.size();
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            checkAt(leaf);
            division.box(leaves.x(leaf), leaves.y(leaf), leaves.z(leaf), leaves.level(leaf));
            division.divide(leaves.phase(leaf), centre, simplices);
            if (division.hasCentre()) {
                placeCentre(leaves, leaf, centre++, points);
            }
        }
        return new SimplexMesh(dimension(), points, simplices.cells(), simplices.phases());
    }

    private int dimension() {
        return cells.isPlanar() ? 2 : 3;
    }

    private BoxDivision division(final CornerNumbers corners) {
        return cells.isPlanar() ? new SquareDivision(corners) : new CubeDivision(corners);
    }

    /** Every leaf has at least two triangles or five tetrahedra. */
    private int countLeaves(final CellTree tree) {
        final long[] count = {0};
        for (int plane = 0; plane < tree.planes(); plane++) {
            progress.check();
            tree.forEachLeaf(plane, (level, x, y, z) -> count[0]++);
        }
        requireAtMost(count[0] * (cells.isPlanar() ? 2 : 5));
        return (int)count[0];
    }

    private CornerNumbers corners(final Leaves leaves) {
        final CornerNumbers corners = new CornerNumbers(cells.nx() + 1, cells.ny() + 1,
            cells.isPlanar() ? 1 : cells.nz() + 1);
        final int count = cells.isPlanar() ? 4 : 8;
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            final int edge = 1 << leaves.level(leaf);
            for (int corner = 0; corner < count; corner++) {
                corners.add(leaves.x(leaf) + (corner & 1) * edge, leaves.y(leaf) + (corner >> 1 & 1) * edge,
                    leaves.z(leaf) + (corner >> 2) * edge);
            }
        }
        corners.close();
        return corners;
    }

    /** The numbers of elements and of vertices amid boxes. */
    private int[] count(final Leaves leaves, final BoxDivision division) {
        long elements = 0;
        int centres = 0;
        for (int leaf = 0; leaf < leaves.size(); leaf++) {
            checkAt(leaf);
            division.box(leaves.x(leaf), leaves.y(leaf), leaves.z(leaf), leaves.level(leaf));
            elements += division.count();
            centres += division.hasCentre() ? 1 : 0;
        }
        requireAtMost(elements);
        return new int[] {(int)elements, centres};
    }

    private void requireAtMost(final long elements) {
        final long most = Math.min(settings.maximumElements(), Integer.MAX_VALUE / (dimension() + 1) - 8);
        if (elements > most) {
            throw new TransportException("A mesh of " + cells.name() + " with elements of " + settings.finest()
                + " voxels at interfaces needs " + elements + " elements or more, but at most " + most
                + " are allowed. Choose larger finest elements, crop the image, or allow more.");
        }
    }

    private void place(final CornerNumbers corners, final double[] points) {
        final double[] x = cells.corners(0);
        final double[] y = cells.corners(1);
        final double[] z = cells.corners(2);
        final int[] at = {0};
        corners.forEach((i, j, k) -> {
            points[at[0]++] = x[i];
            points[at[0]++] = y[j];
            if (!cells.isPlanar()) {
                points[at[0]++] = z[k];
            }
        });
    }

    private void placeCentre(final Leaves leaves, final int leaf, final int vertex, final double[] points) {
        final int edge = 1 << leaves.level(leaf);
        final int[] first = {leaves.x(leaf), leaves.y(leaf), leaves.z(leaf)};
        for (int axis = 0; axis < dimension(); axis++) {
            final double[] corners = cells.corners(axis);
            points[vertex * dimension() + axis] = (corners[first[axis]] + corners[first[axis] + edge]) / 2;
        }
    }

    private void checkAt(final int leaf) {
        if (leaf % 10_000 == 0) {
            progress.check();
        }
    }
}
