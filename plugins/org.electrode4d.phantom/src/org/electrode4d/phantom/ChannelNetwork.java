// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * All channels of an ageing phantom: one begins in each square of a lattice on the surface that has room for it. How
 * deep they go is spread evenly over one after the other (multiples of the golden ratio), so that also a small volume
 * has about as many at each depth as the law wants. In memory: 48 bytes per µm of way.
 */
final class ChannelNetwork {

    private static final long STREAM = 0x6368616eL;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int TRIES = 12;

    private final AgeingSettings settings;
    private final GrainClearance clearance;
    private final List<Channel> channels = new ArrayList<>();

    /** There are none in a 2-D image. */
    ChannelNetwork(final AgeingSettings settings, final AgeingGrains grains, final Progress progress) {
        this.settings = settings;
        clearance = new GrainClearance(settings, grains);
        final double spacing = settings.channels().spacing() / settings.voxelSize();
        if (spacing > 0 && settings.shape().z() > 1) {
            final long columns = Math.max(1, Math.round(settings.shape().x() / spacing));
            final long rows = Math.max(1, Math.round(settings.shape().y() / spacing));
            for (long square = 0; square < columns * rows; square++) {
                progress.check();
                begin(square % columns, square / columns, spacing).ifPresent(channels::add);
            }
        }
    }

    private Optional<Channel> begin(final long column, final long row, final double spacing) {
        final double end = end(channels.size());
        for (long attempt = 0; attempt < TRIES; attempt++) {
            final CounterRandom random = CounterRandom.of(settings.seed(), STREAM, column, row, attempt);
            final Point start =
                new Point((column + random.uniform(2)) * spacing, (row + random.uniform(3)) * spacing, 0);
            if (clearance.at(start).distance() * settings.voxelSize() >= GrainClearance.WANTED) {
                final Optional<Channel> channel = new ChannelWalk(settings, clearance, start, random).to(end);
                if (channel.isPresent()) {
                    return channel;
                }
            }
        }
        return Optional.empty();
    }

    /** Exponentially distributed, voxels; at most the last plane. */
    private double end(final int number) {
        final double even = CounterRandom.of(settings.seed(), STREAM).uniform(0) + number * GOLDEN;
        final double depth = -settings.channels().reach() * Math.log1p(Math.floor(even) - even);
        return Math.min(depth / settings.voxelSize(), settings.shape().z() - 1);
    }

    int count() {
        return channels.size();
    }

    /** @param distance receives that from the nearest channel in reaches, 1 where all are further away */
    void distances(final Block block, final double reach, final float[] distance) {
        Arrays.fill(distance, 0, block.voxels(), 1);
        for (final Channel channel : channels) {
            channel.approach(block, reach, distance);
        }
    }
}
