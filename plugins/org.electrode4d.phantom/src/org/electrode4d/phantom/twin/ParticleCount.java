// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/** Counts the voxels of particles, block by block; sums of whole numbers, so in any order. */
final class ParticleCount {

    private static final int EDGE = 64;
    private static final int NUMBERS = 7;
    private static final int SILICON = 0;
    private static final int LITHIATED = 1;
    private static final int CRACK = 2;
    private static final int SUM_X = 3;
    private static final int BORDER = 6;

    private final TwinRenderer renderer;
    private final Shape shape;
    private final long[] sums;

    ParticleCount(final TwinRenderer renderer, final Shape shape, final int particles) {
        this.renderer = renderer;
        this.shape = shape;
        sums = new long[NUMBERS * (particles + 1)];
    }

    /** @param voxel edge, µm */
    List<ParticleTruth> count(final double voxel, final Progress progress) {
        Blocks.forEach(Blocks.tile(shape, EDGE), progress, "Counting the particles", this::visit);
        final double volume = voxel * voxel * voxel;
        final List<ParticleTruth> truths = new ArrayList<>();
        for (int number = 1; number < sums.length / NUMBERS; number++) {
            final int at = NUMBERS * number;
            final double silicon = sums[at + SILICON];
            final Point centre = new Point(sums[at + SUM_X] / silicon, sums[at + SUM_X + 1] / silicon,
                sums[at + SUM_X + 2] / silicon).times(voxel);
            truths.add(new ParticleTruth(number, silicon * volume, sums[at + LITHIATED] * volume,
                sums[at + CRACK] * volume, centre, sums[at + BORDER] > 0));
        }
        return truths;
    }

    private void visit(final Block block) {
        final TwinRenderer.Voxels voxels = renderer.render(block);
        final long[] found = new long[sums.length];
        for (int i = 0; i < voxels.particles().length; i++) {
            if (voxels.particles()[i] > 0) {
                add(block, i, voxels, found);
            }
        }
        synchronized (sums) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += found[i];
            }
        }
    }

    private void add(final Block block, final int index, final TwinRenderer.Voxels voxels, final long[] found) {
        final int at = NUMBERS * voxels.particles()[index];
        final byte phase = voxels.phases()[index];
        final long x = block.minX() + index % block.sizeX();
        final long y = block.minY() + index / block.sizeX() % block.sizeY();
        final long z = block.minZ() + index / block.sizeX() / block.sizeY();
        if (phase == TwinPhase.SILICON.label()) {
            found[at + SILICON]++;
            found[at + SUM_X] += x;
            found[at + SUM_X + 1] += y;
            found[at + SUM_X + 2] += z;
        } else {
            found[at + (phase == TwinPhase.CRACK.label() ? CRACK : LITHIATED)]++;
        }
        if (x == 0 || y == 0 || z == 0 || x == shape.x() - 1 || y == shape.y() - 1 || z == shape.z() - 1) {
            found[at + BORDER]++;
        }
    }
}
