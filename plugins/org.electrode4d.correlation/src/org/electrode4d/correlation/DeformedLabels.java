// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;

/**
 * Labels of the reference carried along by a field into the deformed scan: voxel x has the label of the voxel that is
 * nearest to the material point X with {@code X + u(X) = x}. 0 where X lies outside of the labels or the field says
 * nothing. The material points are those of {@link DeformedReference}; a label is never interpolated.
 *
 * <p>Blocks of 64 voxels take what they need of the reference: their own size, stretched by the field. Where
 * a field that was measured wrongly tears a block over more than {@value #LARGEST_STRETCH} times its volume, voxels are
 * read one by one, slowly but without memory.
 */
public final class DeformedLabels {

    private static final int EDGE = 64;
    private static final int LARGEST_STRETCH = 16;

    private final LabelVolume reference;
    private final DeformationField field;
    private final Shape shape;
    private final long[] shift;

    private DeformedLabels(final LabelVolume reference, final DeformationField field) {
        this.reference = reference;
        this.field = field;
        shape = reference.volume().shape();
        final Point voxels =
            reference.volume().origin().minus(field.volumeOrigin()).dividedBy(field.voxelSize());
        shift = new long[] {Math.round(voxels.x()), Math.round(voxels.y()), Math.round(voxels.z())};
    }

    /**
     * Computed on demand, with the type, shape and names of the labels.
     *
     * @param reference labels in the reference of the field; they may have been cropped, since places are compared in
     *     µm, to whole voxels
     * @param field from the reference to the state that is wanted
     * @throws VolumeException if the voxels of labels and field differ in size
     */
    public static LabelVolume of(final LabelVolume reference, final DeformationField field) {
        final Volume volume = reference.volume();
        if (!volume.voxelSize().equals(field.voxelSize())) {
            throw new VolumeException(volume.name() + " has voxels of " + volume.voxelSize()
                + ", but the deformation field was measured on voxels of " + field.voxelSize()
                + ". Take labels of the reference scan, or resample them.");
        }
        final DeformedLabels deformed = new DeformedLabels(reference, field);
        final Layout layout = new Layout(volume.shape(), volume.type(), EDGE, EDGE, EDGE);
        return new LabelVolume(LazyVolume.load(volume.name() + " deformed", layout, volume.voxelSize(),
            block -> reference.toNative(deformed.compute(block))).withOrigin(volume.origin())
            .withMetadata(volume.metadata()), reference.names());
    }

    private int[] compute(final Block block) {
        final MaterialLattice lattice =
            MaterialLattice.of(field, block.translate(shift[0], shift[1], shift[2]));
        final int[] destination = new int[block.voxels()];
        final Optional<Block> needed = lattice.bounds().map(b -> b.translate(-shift[0], -shift[1], -shift[2])
            .clip(shape)).filter(b -> !b.isEmpty());
        needed.ifPresent(b -> new Rows(lattice, source(b, block)).fill(block, destination));
        return destination;
    }

    /** The label at a voxel of the reference that is inside the needed block. */
    private Source source(final Block needed, final Block block) {
        if ((double)needed.sizeX() * needed.sizeY() * needed.sizeZ() > (double)LARGEST_STRETCH * block.voxels()) {
            final int[] one = new int[1];
            return (x, y, z) -> {
                reference.read(new Block(x, y, z, 1, 1, 1), one);
                return one[0];
            };
        }
        final int[] patch = new int[needed.voxels()];
        reference.read(needed, patch);
        return (x, y, z) -> patch[(int)(((z - needed.minZ()) * needed.sizeY() + y - needed.minY()) * needed.sizeX()
            + x - needed.minX())];
    }

    /** Labels of the reference. */
    @FunctionalInterface
    private interface Source {
        int label(long x, long y, long z);
    }

    /** Within one lattice step the material points lie on a straight row. */
    private final class Rows {

        private final MaterialLattice lattice;
        private final Source source;
        private final double[] points;

        Rows(final MaterialLattice lattice, final Source source) {
            this.lattice = lattice;
            this.source = source;
            points = new double[3 * lattice.pointsAlongX()];
        }

        void fill(final Block block, final int[] destination) {
            int at = 0;
            for (long z = block.minZ(); z < block.endZ(); z++) {
                for (long y = block.minY(); y < block.endY(); y++) {
                    lattice.row(y + shift[1], z + shift[2], points);
                    final long first = block.minX() + shift[0] - lattice.startX();
                    for (int i = 0; i < block.sizeX(); i++) {
                        destination[at++] = label(first + i);
                    }
                }
            }
        }

        /** @param x counted from the first lattice point */
        private int label(final long x) {
            final int near = 3 * (int)(x / MaterialLattice.STEP);
            final double part = x % MaterialLattice.STEP / (double)MaterialLattice.STEP;
            final double px = points[near] + part * (points[near + 3] - points[near]) - shift[0];
            final double py = points[near + 1] + part * (points[near + 4] - points[near + 1]) - shift[1];
            final double pz = points[near + 2] + part * (points[near + 5] - points[near + 2]) - shift[2];
            final boolean inside = px >= -0.5 && py >= -0.5 && pz >= -0.5 && px < shape.x() - 0.5
                && py < shape.y() - 0.5 && pz < shape.z() - 0.5;
            return inside ? source.label((long)Math.floor(px + 0.5), (long)Math.floor(py + 0.5),
                (long)Math.floor(pz + 0.5)) : 0;
        }
    }
}
