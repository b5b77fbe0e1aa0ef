// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.Arrays;
import org.electrode4d.phantom.Bounds;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/** What is at the voxels of a block at one scan, and how bright it is before the optics. */
final class TwinRenderer {

    private static final Point HALF = new Point(0.5, 0.5, 0.5);

    private final TwinScan scan;
    private final MatrixRenderer matrix;
    private final double voxel;

    TwinRenderer(final TwinMaterial material, final TwinScan scan, final double voxel) {
        this.scan = scan;
        matrix = new MatrixRenderer(material, scan.frame(), voxel);
        this.voxel = voxel;
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

        void set(final int at, final TwinPhase phase, final float grey) {
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
        matrix.fill(block, voxels);
        if (scan.bubbleRadius() > 0) {
            drawBubble(block, voxels);
        }
        return voxels;
    }

    private void draw(final PlacedParticle particle, final Block block, final Voxels voxels) {
        final Point c = particle.centre();
        final Point reach = particle.shape().reach();
        final Bounds box = new Bounds(c.minus(reach).times(1 / voxel).minus(HALF),
            c.plus(reach).times(1 / voxel).minus(HALF));
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
            particle.particle().reaction().front().order(
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

    /** Gas pushes electrolyte and binder away, but no particle. */
    private void drawBubble(final Block block, final Voxels voxels) {
        final Point c = scan.bubble();
        final double squared = scan.bubbleRadius() * scan.bubbleRadius();
        final Bounds box = Bounds.around(c, scan.bubbleRadius());
        final Block part = new Bounds(box.min().times(1 / voxel).minus(HALF),
            box.max().times(1 / voxel).minus(HALF)).voxelsIn(block);
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
