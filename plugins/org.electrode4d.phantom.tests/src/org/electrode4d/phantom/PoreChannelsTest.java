// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Channels wind as their law has it, keep out of grains, and are what is left at the end. */
class PoreChannelsTest {

    private static final Shape SHAPE = new Shape(64, 64, 38);
    private static final AgeingSettings SETTINGS = AgeingSettings.microTomography(SHAPE);
    private static final AgeingSettings EMPTY = SETTINGS.withGraphite(new GrainPopulation(3, 6, 0))
        .withSilicon(new GrainPopulation(2, 3, 0));

    private static Channel channel(final AgeingSettings settings, final double depth) {
        final GrainClearance clearance =
            new GrainClearance(settings, new AgeingGrains(settings, Progress.NONE));
        return new ChannelWalk(settings, clearance, new Point(32, 32, 0), CounterRandom.of(1)).to(depth).orElseThrow();
    }

    /** Of the chain of points, voxels. */
    private static double length(final Channel channel) {
        double length = 0;
        final float[] p = channel.points();
        for (int i = 3; i < p.length; i += 3) {
            length += Math.sqrt(Math.pow(p[i] - p[i - 3], 2) + Math.pow(p[i + 1] - p[i - 2], 2)
                + Math.pow(p[i + 2] - p[i - 1], 2));
        }
        return length;
    }

    @ParameterizedTest
    @ValueSource(doubles = {12, 24, 36})
    void theWayIsAsLongAsTheLawHasIt(final double depth) {
        final double micrometres = depth * SETTINGS.voxelSize();
        assertEquals(SETTINGS.channels().way(micrometres), length(channel(EMPTY, depth)) * SETTINGS.voxelSize(),
            0.15 * SETTINGS.channels().way(micrometres));
    }

    @Test
    void theTortuosityOfTheLawIsExponential() {
        final PoreChannels law = new PoreChannels(4, 6, 10);
        assertEquals(Math.E, law.way(20) / 20 / (law.way(10) / 10), 1e-12);
        assertEquals(1, law.way(1e-9) / 1e-9, 1e-6);
    }

    private static int channelVoxels(final AgeingSettings settings) {
        final ChannelNetwork network =
            new ChannelNetwork(settings, new AgeingGrains(settings, Progress.NONE), Progress.NONE);
        final float[] distance = new float[Block.of(settings.shape()).voxels()];
        network.distances(Block.of(settings.shape()), 2, distance);
        int inside = 0;
        for (final float d : distance) {
            inside += d < 0.5 ? 1 : 0;
        }
        return inside;
    }

    @Test
    void fewerChannelsGoDeeper() {
        assertTrue(channelVoxels(SETTINGS) > 300);
        assertTrue(channelVoxels(SETTINGS.withChannels(new PoreChannels(4, 2, 15)))
            < 0.5 * channelVoxels(SETTINGS.withChannels(new PoreChannels(4, 8, 15))));
        assertEquals(0, channelVoxels(SETTINGS.withChannels(PoreChannels.NONE)));
        assertEquals(0, channelVoxels(AgeingSettings.microTomography(new Shape(64, 64, 1))), "none in an image");
    }

    @Test
    void atTheEndFewWindingWaysLeadDeepWherePoresWereEverywhere() {
        final AgeingPhantom phantom = AgeingPhantom.of(SETTINGS, Progress.NONE);
        final PoreTruth pristine = PoreTruth.of(phantom.phases(0), Progress.NONE);
        final PoreTruth aged = PoreTruth.of(phantom.phases(300), Progress.NONE);
        final int deep = 37;
        assertTrue(pristine.connections()[deep] > 100, Arrays.toString(pristine.connections()));
        assertTrue(aged.connections()[deep] < 10, Arrays.toString(aged.connections()));
        assertTrue(aged.connections()[0] > 10 * aged.connections()[24], Arrays.toString(aged.connections()));
        assertTrue(pristine.tortuosity()[deep] < 1.25, Arrays.toString(pristine.tortuosity()));
        assertTrue(aged.tortuosity()[deep] > 1.2 * aged.tortuosity()[12], Arrays.toString(aged.tortuosity()));
        assertTrue(aged.meanDistance() > 1.05 * pristine.meanDistance(), aged.meanDistance() + " µm");
        assertTrue(aged.faces() < 0.4 * pristine.faces(), aged.faces() + " faces");
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new PoreChannels(-1, 6, 15));
        assertThrows(IllegalArgumentException.class, () -> new PoreChannels(4, 0, 15));
        assertThrows(IllegalArgumentException.class, () -> new PoreChannels(4, 6, Double.NaN));
    }
}
