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
 * way that neighbours share whole edges and faces. Smooth interfaces then move to where Taubin's smoothing takes their
 * vertices, as far as all elements stay good; what lies on the border of the image stays there. Vertices are in µm, with the centre of the first voxel at the
 * image's origin; the mesh fills the voxels entirely, so that it begins half a voxel before that.
 *
 * <p>Time and memory go with the number of elements and, less, of voxels; the image is read
 * plane by plane, once if it has up to 2^26 cells and else up to four times. Nothing is random.
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
        final Leaves leaves = Leaves.of(cells, tree, countLeaves(tree), progress.part(0.2, 0.3));
        final LeafElements elements = new LeafElements(cells, leaves, progress.part(0.3, 0.9));
        SimplexMesh mesh = settings.interfaces() == InterfaceShape.STAIRCASE
            ? elements.steps(this::requireAtMost) : elements.smooth(cells, this::requireAtMost);
        toMicrometres(mesh);
        for (int i = 0; i < settings.halvings(); i++) {
            mesh = HalvedEdges.of(mesh, progress.part(0.9, 1));
        }
        return mesh;
    }

    private int dimension() {
        return cells.isPlanar() ? 2 : 3;
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

    /** @param made elements before their edges are halved */
    private void requireAtMost(final long made) {
        final long elements = made << dimension() * settings.halvings();
        final long most = Math.min(settings.maximumElements(), Integer.MAX_VALUE / (dimension() + 1) - 8);
        if (elements > most) {
            throw new TransportException("A mesh of " + cells.name() + " with elements of " + settings.finest()
                + " voxels at interfaces, halved " + settings.halvings() + " times, needs " + elements
                + " elements or more, but at most " + most + " are allowed. Choose larger finest elements or fewer "
                + "halvings, crop the image, or allow more.");
        }
    }

    /** Between the corners of cells, of which the last ones may be smaller, positions are interpolated. */
    private void toMicrometres(final SimplexMesh mesh) {
        final double[] points = mesh.points();
        for (int axis = 0; axis < mesh.dimension(); axis++) {
            final double[] corners = cells.corners(axis);
            for (int at = axis; at < points.length; at += mesh.dimension()) {
                final int cell = Math.min((int)points[at], corners.length - 2);
                points[at] = corners[cell] + (points[at] - cell) * (corners[cell + 1] - corners[cell]);
            }
        }
    }
}
