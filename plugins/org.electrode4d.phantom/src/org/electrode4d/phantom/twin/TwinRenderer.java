// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.Arrays;
import org.electrode4d.phantom.Bounds;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;

/** What is at the voxels of a block at one scan, and how bright it is before the optics. */
final class TwinRenderer {

    /** Of the standard deviation of the coarse binder, where its pores begin; a fifth of it is pores. */
    private static final float PORE = 0.95f;
    private static final float FINE_IN_PORE = 0.4f;
    private static final float FINE_CONTRAST = 1500;
    private static final float COARSE_CONTRAST = 1000;

    /** Voxels along the edges of the boxes within which fibres are looked for. */
    private static final int TILE = 16;
    private static final double ROUNDING = 1e-6;
    private static final double[] NO_FIBRES = {};

    private final TwinMaterial material;
    private final TwinScan scan;
    private final double voxel;
    private final double face;

    TwinRenderer(final TwinMaterial material, final TwinScan scan, final double voxel) {
        this.material = material;
        this.scan = scan;
        this.voxel = voxel;
        face = material.layers().face();
    }

    /**
     * The voxels of a block, x fastest.
     *
     * @param phases labels of {@link TwinPhase}
     * @param particles numbers, 0 for none
     * @param greys before point spread, rings and noise
     */
    record Voxels(byte[] phases, int[] particles, float[] greys) {

        static Voxels of(final Block block) {
            final int count = block.voxels();
            return new Voxels(new byte[count], new int[count], new float[count]);
        }

        private void set(final int at, final TwinPhase phase, final float grey) {
            phases[at] = (byte)phase.label();
            greys[at] = grey;
        }
    }

    /** Renders a block that may stick out of the view; the same whatever the block. */
    Voxels render(final Block block) {
        final Voxels voxels = Voxels.of(block);
        for (final PlacedParticle particle : scan.particles()) {
            draw(particle, block, voxels);
        }
        fill(block, voxels);
        return voxels;
    }

    private void draw(final PlacedParticle particle, final Block block, final Voxels voxels) {
        final Point half = new Point(0.5, 0.5, 0.5);
        final Point c = particle.centre();
        final Point reach = particle.shape().reach();
        final Bounds box = new Bounds(c.minus(reach).times(1 / voxel).minus(half),
            c.plus(reach).times(1 / voxel).minus(half));
        final Block part = box.voxelsIn(block);
        if (part.isEmpty()) {
            return;
        }
        final double[] range = new double[2];
        final float[] order = new float[part.sizeX()];
        for (long z = part.minZ(); z < part.endZ(); z++) {
            for (long y = part.minY(); y < part.endY(); y++) {
                final double dy = (y + 0.5) * voxel - c.y();
                final double dz = (z + 0.5) * voxel - c.z();
                particle.shape().clip(dy, dz, range);
                if (range[0] <= range[1]) {
                    final long from = Math.max(part.minX(), (long)Math.ceil((c.x() + range[0]) / voxel - 0.5));
                    final long to = Math.min(part.endX() - 1, (long)Math.floor((c.x() + range[1]) / voxel - 0.5));
                    if (from <= to) {
                        drawRow(particle, new Row(block, from, y, z, (int)(to - from + 1)), order, voxels);
                    }
                }
            }
        }
    }

    /** Some voxels side by side. */
    private record Row(Block block, long x, long y, long z, int count) {

        int index() {
            return (int)(((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX() + x - block.minX());
        }
    }

    private void drawRow(final PlacedParticle particle, final Row row, final float[] order, final Voxels voxels) {
        if (particle.isPlain()) {
            Arrays.fill(order, 0, row.count(), Float.MAX_VALUE);
        } else {
            final Point c = particle.centre();
            final Point start = particle.toMaterial().times(new Point(0.5 * voxel - c.x(),
                (row.y() + 0.5) * voxel - c.y(), (row.z() + 0.5) * voxel - c.z()));
            final Point step = particle.toMaterial().times(new Point(voxel, 0, 0));
            particle.particle().front().order(
                new Front.Line(start.x(), start.y(), start.z(), step.x(), step.y(), step.z()),
                new Front.Part(row.x(), row.count()), particle.level(), order);
        }
        final int first = row.index();
        final float level = particle.level();
        for (int i = 0; i < row.count(); i++) {
            if (voxels.particles[first + i] == 0) {
                final TwinPhase phase = order[i] < 0 ? TwinPhase.CRACK
                    : order[i] < level ? TwinPhase.LITHIATED_SILICON : TwinPhase.SILICON;
                voxels.particles[first + i] = particle.particle().number();
                voxels.set(first + i, phase, phase.grey());
            }
        }
    }

    private void fill(final Block block, final Voxels voxels) {
        final Columns columns = new Columns(scan.frame(), material.foil(), block, voxel);
        final double[] fibres = fibres(material.fibres().all(), block, block, columns);
        for (final Block part : Blocks.tile(new Shape(block.sizeX(), block.sizeY(), block.sizeZ()), TILE)) {
            fill(block, part.translate(block.minX(), block.minY(), block.minZ()), columns, fibres, voxels);
        }
        if (scan.bubbleRadius() > 0) {
            drawBubble(block, voxels);
        }
    }

    private void fill(final Block block, final Block part, final Columns columns, final double[] fibres,
        final Voxels voxels) {
        final double[] near = fibres(fibres, block, part, columns);
        for (long z = part.minZ(); z < part.endZ(); z++) {
            final double over = over(z);
            for (long y = part.minY(); y < part.endY(); y++) {
                final int first = new Row(block, part.minX(), y, z, part.sizeX()).index();
                final int column = (int)((y - block.minY()) * block.sizeX() + part.minX() - block.minX());
                for (int i = 0; i < part.sizeX(); i++) {
                    if (voxels.particles[first + i] == 0) {
                        fill(columns, column + i, over, near, voxels, first + i);
                    }
                }
            }
        }
    }

    /** Height above the collector, µm. */
    private double over(final long z) {
        return scan.frame().stageZ((z + 0.5) * voxel) - face;
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

    /** What is at a place that no particle fills. */
    private void fill(final Columns columns, final int column, final double over, final double[] fibres,
        final Voxels voxels, final int at) {
        final double x = columns.x[column];
        final double y = columns.y[column];
        final double thickness = columns.thickness[column];
        if (over < columns.foil[column]) {
            voxels.set(at, TwinPhase.COPPER, material.foil().grey(x, y, over));
        } else if (over > thickness) {
            final boolean fibre = FibreMat.isFibre(fibres, x, y, over - thickness);
            voxels.set(at, fibre ? TwinPhase.FIBRE : TwinPhase.PORE,
                fibre ? TwinPhase.FIBRE.grey() : TwinPhase.PORE.grey());
        } else {
            final double z = columns.before[column] * Swelling.height(over / thickness, columns.bend[column]);
            final float fine = material.fine().at((float)x, (float)y, (float)z);
            final float coarse = material.coarse().at((float)x, (float)y, (float)z);
            final boolean pore = coarse + FINE_IN_PORE * fine > PORE;
            voxels.set(at, pore ? TwinPhase.PORE : TwinPhase.BINDER, pore
                ? TwinPhase.PORE.grey() + FINE_CONTRAST * fine
                : TwinPhase.BINDER.grey() + FINE_CONTRAST * fine + COARSE_CONTRAST * coarse);
        }
    }

    /** Gas pushes electrolyte and binder away, but no particle. */
    private void drawBubble(final Block block, final Voxels voxels) {
        final Point c = scan.bubble();
        final double squared = scan.bubbleRadius() * scan.bubbleRadius();
        final Point half = new Point(0.5, 0.5, 0.5);
        final Bounds box = Bounds.around(c, scan.bubbleRadius());
        final Block part = new Bounds(box.min().times(1 / voxel).minus(half),
            box.max().times(1 / voxel).minus(half)).voxelsIn(block);
        for (long z = part.minZ(); z < part.endZ(); z++) {
            for (long y = part.minY(); y < part.endY(); y++) {
                final double dy = (y + 0.5) * voxel - c.y();
                final double dz = (z + 0.5) * voxel - c.z();
                final int first = new Row(block, part.minX(), y, z, part.sizeX()).index();
                for (int i = 0; i < part.sizeX(); i++) {
                    final double dx = (part.minX() + i + 0.5) * voxel - c.x();
                    if (dx * dx + dy * dy + dz * dz <= squared && isMatrix(voxels.phases[first + i])) {
                        voxels.set(first + i, TwinPhase.GAS, TwinPhase.GAS.grey());
                    }
                }
            }
        }
    }

    private static boolean isMatrix(final byte phase) {
        return phase == TwinPhase.BINDER.label() || phase == TwinPhase.PORE.label();
    }
}
