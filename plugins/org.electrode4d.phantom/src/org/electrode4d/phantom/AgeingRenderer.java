// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;

/** What is at the voxels of a block at one age: graphite, else a piece of silicon compound, else pore or interphase. */
final class AgeingRenderer {

    /** Of the lattice of the noise that roughens surfaces, as a part of the smallest particle's radius. */
    private static final double ROUGH_SPACING = 0.5;
    private static final double SQRT_3 = Math.sqrt(3);

    private final AgeingGrains grains;
    private final OpennessField field;
    private final PoreThreshold threshold;
    private final double growth;
    private final BreakingState state;
    private final SmoothNoise[] rough = new SmoothNoise[3];

    AgeingRenderer(final AgeingSettings settings, final AgeingGrains grains, final OpennessField field,
        final PoreThreshold threshold, final double cycles) {
        this.grains = grains;
        this.threshold = threshold;
        this.field = field;
        growth = threshold.growth(cycles);
        state = BreakingState.at(cycles);
        final double spacing = ROUGH_SPACING * settings.silicon().minRadius() / settings.voxelSize();
        for (int axis = 0; axis < 3; axis++) {
            rough[axis] = new SmoothNoise(CounterRandom.of(settings.seed(), 0x726f7567, axis), spacing);
        }
    }

    /**
     * @param phases receives the ordinals of {@link AgeingPhase}
     * @param labels receives the numbers of graphite grains and pieces of silicon compound, 0 elsewhere
     */
    void render(final Block block, final byte[] phases, final int[] labels) {
        Arrays.fill(phases, 0, block.voxels(), (byte)AgeingPhase.SEI.ordinal());
        Arrays.fill(labels, 0, block.voxels(), 0);
        openPores(block, phases);
        drawGraphite(block, phases, labels);
        for (int i = 0; i < grains.silicon().size(); i++) {
            drawPieces(grains.silicon().get(i), grains.firstPiece(i), block, new Voxels(phases, labels));
        }
    }

    private record Voxels(byte[] phases, int[] labels) {
    }

    private void openPores(final Block block, final byte[] phases) {
        final float[] openness = new float[block.voxels()];
        final float[] weight = new float[block.voxels()];
        field.compute(block, openness, weight);
        for (int i = 0; i < openness.length; i++) {
            if (threshold.isPore(openness[i], weight[i], growth)) {
                phases[i] = (byte)AgeingPhase.PORE.ordinal();
            }
        }
    }

    private void drawGraphite(final Block block, final byte[] phases, final int[] labels) {
        final float[] depth = new float[block.voxels()];
        Arrays.fill(depth, 1);
        for (int number = 1; number <= grains.graphite().size(); number++) {
            final Grain grain = grains.graphite().get(number - 1);
            final Point c = grain.centre();
            final Block part = near(c, grain.reach(), block);
            for (long z = part.minZ(); z < part.endZ(); z++) {
                for (long y = part.minY(); y < part.endY(); y++) {
                    int at = index(block, part.minX(), y, z);
                    for (long x = part.minX(); x < part.endX(); x++, at++) {
                        final float q = (float)grain.measure(x - c.x(), y - c.y(), z - c.z());
                        if (q < depth[at]) {
                            depth[at] = q;
                            phases[at] = (byte)AgeingPhase.GRAPHITE.ordinal();
                            labels[at] = number;
                        }
                    }
                }
            }
        }
    }

    private void drawPieces(final BreakingParticle particle, final int first, final Block block, final Voxels voxels) {
        final Point c = particle.grain().centre();
        final double amplitude = 2 / SQRT_3 * state.roughness() * particle.grain().reach();
        final Block part = near(c, BreakingParticle.ENVELOPE * particle.grain().reach(), block);
        for (long z = part.minZ(); z < part.endZ(); z++) {
            for (long y = part.minY(); y < part.endY(); y++) {
                int at = index(block, part.minX(), y, z);
                for (long x = part.minX(); x < part.endX(); x++, at++) {
                    if (voxels.labels[at] == 0 && isInReach(particle, x - c.x(), y - c.y(), z - c.z())) {
                        final int piece = particle.pieceAt(state, x - c.x() + amplitude * (rough[0].at(x, y, z) - 0.5),
                            y - c.y() + amplitude * (rough[1].at(x, y, z) - 0.5),
                            z - c.z() + amplitude * (rough[2].at(x, y, z) - 0.5));
                        if (piece >= 0) {
                            voxels.labels[at] = first + piece;
                            voxels.phases[at] = (byte)AgeingPhase.SILICON.ordinal();
                        }
                    }
                }
            }
        }
    }

    private boolean isInReach(final BreakingParticle particle, final double dx, final double dy, final double dz) {
        return particle.grain().measure(dx, dy, dz) <= BreakingParticle.ENVELOPE * BreakingParticle.ENVELOPE;
    }

    /** The voxels of a block in a box about a ball; none where it does not reach into the block. */
    private static Block near(final Point c, final double radius, final Block block) {
        return Bounds.of(block).isWithin(radius, c.x(), c.y(), c.z()) ? Bounds.around(c, radius).voxelsIn(block)
            : new Block(block.minX(), block.minY(), block.minZ(), 0, 0, 0);
    }

    private static int index(final Block block, final long x, final long y, final long z) {
        return (int)(((z - block.minZ()) * block.sizeY() + y - block.minY()) * block.sizeX() + x - block.minX());
    }
}
