// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/**
 * What is at the voxels of a block at one scan: the grain that a voxel lies deepest in, else binder near a grain, else
 * collector or pore.
 */
final class ElectrodeRenderer {

    /** How far beyond its edge a grain can carry binder, as a part of itself. */
    private static final double BINDER_REACH = 1.38;
    private static final double BINDER_SHARE = 0.5;
    private static final double ROUGHNESS = 2;

    private final List<Grain> grains;
    private final Deformation motion;
    private final Electrode electrode;
    private final SmoothNoise binder;
    private final SmoothNoise rough;

    /** @param grains at the scan */
    ElectrodeRenderer(final ElectrodeSettings settings, final List<Grain> grains, final int scan) {
        this.grains = grains;
        motion = settings.motion(scan);
        electrode = settings.electrode();
        final long seed = settings.packing().seed();
        binder = new SmoothNoise(CounterRandom.of(seed, 0x62696e64), 5);
        rough = new SmoothNoise(CounterRandom.of(seed, 0x726f7567), 7);
    }

    /**
     * @param phases receives the ordinals of {@link ElectrodePhase}
     * @param labels receives the numbers of the grains, 0 elsewhere
     */
    void render(final Block block, final byte[] phases, final int[] labels) {
        final float[] depth = new float[block.voxels()];
        Arrays.fill(depth, Float.POSITIVE_INFINITY);
        Arrays.fill(labels, 0);
        final Bounds bounds = Bounds.of(block);
        for (final Grain grain : grains) {
            final double reach = BINDER_REACH * grain.reach();
            final Point c = grain.centre();
            if (bounds.isWithin(reach, c.x(), c.y(), c.z())) {
                draw(grain, block, Bounds.around(c, reach).voxelsIn(block), new Voxels(phases, labels, depth));
            }
        }
        fill(block, new Voxels(phases, labels, depth));
    }

    private record Voxels(byte[] phases, int[] labels, float[] depth) {
    }

    private static void draw(final Grain grain, final Block block, final Block part, final Voxels voxels) {
        final Point c = grain.centre();
        final double core = grain.core() * grain.core();
        for (long z = part.minZ(); z < part.endZ(); z++) {
            for (long y = part.minY(); y < part.endY(); y++) {
                int at = (int)(((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX() + part.minX()
                    - block.minX());
                for (long x = part.minX(); x < part.endX(); x++, at++) {
                    final float q = (float)grain.measure(x - c.x(), y - c.y(), z - c.z());
                    if (q < voxels.depth[at]) {
                        voxels.depth[at] = q;
                        voxels.labels[at] = grain.label();
                        voxels.phases[at] = (byte)(grain.phase() == ElectrodePhase.SILICON && q > core
                            ? ElectrodePhase.LITHIATED_SILICON : grain.phase()).ordinal();
                    }
                }
            }
        }
    }

    private void fill(final Block block, final Voxels voxels) {
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++, at++) {
                    if (!(voxels.depth[at] <= 1)) {
                        final Point material = motion.inverse(new Point(x, y, z));
                        voxels.labels[at] = 0;
                        voxels.phases[at] = (byte)between(material, voxels.depth[at]).ordinal();
                    }
                }
            }
        }
    }

    private ElectrodePhase between(final Point material, final float depth) {
        final double face = electrode.collectorFace() + ROUGHNESS * rough.at(material.x(), material.y(), 0);
        if (material.z() > face) {
            return ElectrodePhase.COLLECTOR;
        }
        return depth <= BINDER_REACH * BINDER_REACH
            && binder.at(material.x(), material.y(), material.z()) < BINDER_SHARE ? ElectrodePhase.BINDER
                : ElectrodePhase.PORE;
    }
}
