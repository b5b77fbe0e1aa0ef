// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;

/** What is where no particle is: copper, carbon-binder with its pores, separator. */
final class MatrixRenderer {

    /** Of the standard deviation of the coarse binder, where its pores begin: a fifth of it is pores. */
    private static final float PORE = 0.95f;
    private static final float FINE_IN_PORE = 0.4f;
    private static final float FINE_CONTRAST = 1500;
    private static final float COARSE_CONTRAST = 1000;
    /** The separator is the bright layer: its electrolyte holds no binder, as the finest pores of the electrode do. */
    private static final float FREE_ELECTROLYTE = 52_000;
    /** Voxels along the edges of the boxes within which fibres are looked for. */
    private static final int TILE = 16;
    private static final double ROUNDING = 1e-6;
    private static final double[] NO_FIBRES = {};

    private final TwinMaterial material;
    private final ScanFrame frame;
    private final double voxel;

    MatrixRenderer(final TwinMaterial material, final ScanFrame frame, final double voxel) {
        this.material = material;
        this.frame = frame;
        this.voxel = voxel;
    }

    /** Fills what particles leave of a block. */
    void fill(final Block block, final TwinRenderer.Voxels voxels) {
        final Columns columns = new Columns(frame, material.foil(), block, voxel);
        final double[] fibres = fibres(material.fibres().all(), block, block, columns);
        for (final Block part : Blocks.tile(new Shape(block.sizeX(), block.sizeY(), block.sizeZ()), TILE)) {
            final Block tile = part.translate(block.minX(), block.minY(), block.minZ());
            new Filling(block, columns, fibres(fibres, block, tile, columns), voxels).fill(tile);
        }
    }

    /** Of some fibres those that may come into a part of a block. */
    private double[] fibres(final double[] fibres, final Block block, final Block part, final Columns columns) {
        final int first = (int)((part.minY() - block.minY()) * block.sizeX() + part.minX() - block.minX());
        final int last = first + (part.sizeY() - 1) * block.sizeX() + part.sizeX() - 1;
        double thinnest = Double.MAX_VALUE;
        double thickest = 0;
        for (int row = first; row <= last; row += block.sizeX()) {
            for (int column = row; column < row + part.sizeX(); column++) {
                thinnest = Math.min(thinnest, columns.thickness[column]);
                thickest = Math.max(thickest, columns.thickness[column]);
            }
        }
        final double low = Math.max(0, over(part.minZ()) - thickest);
        final double high = over(part.endZ() - 1) - thinnest;
        if (high <= 0 || fibres.length == 0) {
            return NO_FIBRES;
        }
        final Point one = new Point(columns.x[first], columns.y[first], low);
        final Point other = new Point(columns.x[last], columns.y[last], high);
        return FibreMat.near(fibres, one.plus(other).times(0.5), one.distance(other) / 2 + ROUNDING);
    }

    /** Height above the collector, µm. */
    private double over(final long z) {
        return frame.stageZ((z + 0.5) * voxel) - material.layers().face();
    }

    /** A part of a block is filled, with the fibres that come into it. */
    private final class Filling {

        private final Block block;
        private final Columns columns;
        private final double[] fibres;
        private final TwinRenderer.Voxels voxels;

        Filling(final Block block, final Columns columns, final double[] fibres, final TwinRenderer.Voxels voxels) {
            this.block = block;
            this.columns = columns;
            this.fibres = fibres;
            this.voxels = voxels;
        }

        void fill(final Block part) {
            final int plane = block.sizeX() * block.sizeY();
            for (long z = part.minZ(); z < part.endZ(); z++) {
                final double over = over(z);
                for (long y = part.minY(); y < part.endY(); y++) {
                    final int column = (int)((y - block.minY()) * block.sizeX() + part.minX() - block.minX());
                    final int first = (int)(z - block.minZ()) * plane + column;
                    for (int i = 0; i < part.sizeX(); i++) {
                        if (voxels.particles()[first + i] == 0) {
                            fill(column + i, over, first + i);
                        }
                    }
                }
            }
        }

        private void fill(final int column, final double over, final int at) {
            final double x = columns.x[column];
            final double y = columns.y[column];
            final double thickness = columns.thickness[column];
            if (over < columns.foil[column]) {
                voxels.set(at, TwinPhase.COPPER, material.foil().grey(x, y, over));
            } else if (over > thickness) {
                final boolean fibre = FibreMat.isFibre(fibres, x, y, over - thickness);
                voxels.set(at, fibre ? TwinPhase.FIBRE : TwinPhase.PORE,
                    fibre ? TwinPhase.FIBRE.grey() : FREE_ELECTROLYTE);
            } else {
                final double z = columns.before[column] * Swelling.height(over / thickness, columns.bend[column]);
                fillElectrode((float)x, (float)y, (float)z, at);
            }
        }

        private void fillElectrode(final float x, final float y, final float z, final int at) {
            final float fine = material.fine().at(x, y, z);
            final float coarse = material.coarse().at(x, y, z);
            if (coarse + FINE_IN_PORE * fine > PORE) {
                voxels.set(at, TwinPhase.PORE, TwinPhase.PORE.grey() + FINE_CONTRAST * fine);
            } else {
                voxels.set(at, TwinPhase.BINDER,
                    TwinPhase.BINDER.grey() + FINE_CONTRAST * fine + COARSE_CONTRAST * coarse);
            }
        }
    }
}
