// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/**
 * Where pores are at first and how fast they close. The openness of a place is a smooth random function, higher away
 * from the grains, 0 where graphite is or where pieces of silicon compound may ever be; pores are the places above a
 * threshold. With age the threshold rises, after a delay, by one growth for the whole volume times a weight of each
 * place, so that pores shrink from their walls inwards and what closed stays closed. The weight is greater near silicon
 * compound, on which the interphase grows, towards the collector, and in a wall about each channel; channels themselves
 * are open at first and close last.
 */
final class OpennessField {

    /** Above all values of the openness. */
    static final float END = 1.5f;

    private static final double NOISE = 1;
    private static final double AWAY = END - NOISE;
    /** Second lattice: finer and shifted, so that the pores do not follow the axes of the first. */
    private static final double FINE = 0.62;
    private static final double SHIFT = 0.37;
    /** Of a channel, µm. */
    private static final double RADIUS = 0.8;
    /** About a channel: no pore leads to it there once it has closed, µm. */
    private static final double WALL = 1.6;
    /** Of the weight in that wall. */
    private static final double WALL_EFFECT = 10;
    private static final float CHANNEL_OPENNESS = 0.99f * END;
    /** Below all other weights; that of the middle of a channel, and what the edge has in addition. */
    private static final float CHANNEL_WEIGHT = 0.5f;
    private static final float CHANNEL_SHELL = 0.3f;

    private final AgeingSettings settings;
    private final AgeingGrains grains;
    private final ChannelNetwork channels;
    private final double spacing;
    private final PoreClosing closing;
    private final double siliconReach;
    private final SmoothNoise coarse;
    private final SmoothNoise fine;

    OpennessField(final AgeingSettings settings, final AgeingGrains grains, final ChannelNetwork channels) {
        this.settings = settings;
        this.grains = grains;
        this.channels = channels;
        spacing = settings.pores().spacing() / settings.voxelSize();
        closing = settings.pores().closing();
        siliconReach = closing.siliconReach() / settings.voxelSize();
        coarse = new SmoothNoise(CounterRandom.of(settings.seed(), 0x706f7265), spacing);
        fine = new SmoothNoise(CounterRandom.of(settings.seed(), 0x66696e65), FINE * spacing);
    }

    /**
     * @param openness receives 0 to below {@link #END}
     * @param weight receives 1 and above, but less than that in channels
     */
    void compute(final Block block, final float[] openness, final float[] weight) {
        final float[] graphite = openness;
        final float[] silicon = weight;
        Arrays.fill(graphite, 0, block.voxels(), 1);
        Arrays.fill(silicon, 0, block.voxels(), 1);
        for (final Grain grain : grains.graphite()) {
            approach(grain, new Surface(1, spacing), block, graphite);
        }
        for (final BreakingParticle particle : grains.silicon()) {
            approach(particle.grain(), new Surface(BreakingParticle.ENVELOPE, siliconReach), block, silicon);
        }
        int at = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            final double deep = 1 + closing.depthEffect() * (z + 0.5) / settings.shape().z();
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++, at++) {
                    final double away = Math.min(graphite[at], siliconReach / spacing * silicon[at]);
                    weight[at] = (float)(deep + closing.siliconEffect() * (1 - silicon[at]));
                    openness[at] = away > 0 ? (float)(NOISE * noise(x, y, z) + AWAY * away) : 0;
                }
            }
        }
        openChannels(block, openness, weight);
    }

    private void openChannels(final Block block, final float[] openness, final float[] weight) {
        if (channels.count() == 0) {
            return;
        }
        final float[] away = new float[block.voxels()];
        channels.distances(block, (RADIUS + WALL) / settings.voxelSize(), away);
        for (int i = 0; i < away.length; i++) {
            final double distance = away[i] * (RADIUS + WALL);
            if (openness[i] > 0 && distance < RADIUS) {
                openness[i] = CHANNEL_OPENNESS;
                weight[i] = (float)(CHANNEL_WEIGHT + CHANNEL_SHELL * distance / RADIUS);
            } else if (away[i] < 1) {
                weight[i] *= WALL_EFFECT;
            }
        }
    }

    private double noise(final double x, final double y, final double z) {
        final double shift = SHIFT * spacing;
        final double squeezed = z / settings.pores().elongation();
        return (coarse.at(x, y, squeezed) + fine.at(x + shift, y + shift, squeezed + shift)) / 2;
    }

    /**
     * From where distances are counted, and how far.
     *
     * @param scale of the surface over that of the grain
     * @param reach voxels; all that is further away counts as one reach
     */
    private record Surface(double scale, double reach) {
    }

    /** Lowers the distance from the nearest grain, in reaches, where this one is nearer. */
    private static void approach(final Grain grain, final Surface surface, final Block block, final float[] distance) {
        final Point c = grain.centre();
        final double ball = surface.scale() * grain.reach() + surface.reach();
        if (!Bounds.of(block).isWithin(ball, c.x(), c.y(), c.z())) {
            return;
        }
        final double edge = ball / grain.reach();
        final Block part = Bounds.around(c, ball).voxelsIn(block);
        for (long z = part.minZ(); z < part.endZ(); z++) {
            for (long y = part.minY(); y < part.endY(); y++) {
                int at = (int)(((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX() + part.minX()
                    - block.minX());
                for (long x = part.minX(); x < part.endX(); x++, at++) {
                    final double q = grain.measure(x - c.x(), y - c.y(), z - c.z());
                    if (q < edge * edge) {
                        final double away = (Math.sqrt(q) - surface.scale()) * grain.reach() / surface.reach();
                        distance[at] = Math.max(0, Math.min(distance[at], (float)away));
                    }
                }
            }
        }
    }
}
