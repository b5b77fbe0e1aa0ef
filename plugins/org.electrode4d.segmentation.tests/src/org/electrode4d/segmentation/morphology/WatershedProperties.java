// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.VolumeBorder;

class WatershedProperties {

    private static final Shape SHAPE = new Shape(6, 5, 4);
    private static final int VOXELS = 120;

    private static List<Integer> neighbours(final int i, final Connectivity connectivity) {
        final int x = i % 6;
        final int y = i / 6 % 5;
        final int z = i / 30;
        return IntStream.range(0, 27).filter(k -> {
            final int dx = k % 3 - 1;
            final int dy = k / 3 % 3 - 1;
            final int dz = k / 9 - 1;
            return connectivity.connects(dx, dy, dz) && x + dx >= 0 && x + dx < 6 && y + dy >= 0 && y + dy < 5
                && z + dz >= 0 && z + dz < 4;
        }).mapToObj(k -> i + k % 3 - 1 + (k / 3 % 3 - 1) * 6 + (k / 9 - 1) * 30).toList();
    }

    /** Reconstruction by dilation of f - h under f, step by step until nothing changes. */
    private static float[] flattened(final float[] heights, final float h, final Connectivity connectivity) {
        final float[] below = new float[VOXELS];
        for (int i = 0; i < VOXELS; i++) {
            below[i] = heights[i] - h;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < VOXELS; i++) {
                for (final int j : neighbours(i, connectivity)) {
                    final float reached = Math.min(heights[i], below[j]);
                    if (reached > below[i]) {
                        below[i] = reached;
                        changed = true;
                    }
                }
            }
        }
        return below;
    }

    private static int[] labels(final float[] heights, final WatershedSettings settings) throws IOException {
        final Volume relief = Volume.of("relief", ArrayImgs.floats(heights, 6, 5, 4), VoxelSize.isotropic(1));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return Bodies.labels(
                Watershed.of(Relief.ofPeaks(relief), settings, scratch, Progress.NONE).labels().volume());
        }
    }

    /** A plateau of the flattened relief with nothing higher beside it, for each of its voxels. */
    private static int[] maxima(final float[] relief, final Connectivity connectivity) {
        final int[] found = new int[VOXELS];
        int count = 0;
        for (int seed = 0; seed < VOXELS; seed++) {
            if (found[seed] == 0) {
                final boolean[] plateau = new boolean[VOXELS];
                plateau[seed] = true;
                boolean highest = true;
                final Deque<Integer> open = new ArrayDeque<>(List.of(seed));
                while (!open.isEmpty()) {
                    final int i = open.pop();
                    for (final int j : neighbours(i, connectivity)) {
                        highest &= relief[j] <= relief[i];
                        if (relief[j] == relief[i] && !plateau[j]) {
                            plateau[j] = true;
                            open.push(j);
                        }
                    }
                }
                count += highest ? 1 : 0;
                for (int i = 0; i < VOXELS; i++) {
                    found[i] = plateau[i] ? highest ? count : -1 : found[i];
                }
            }
        }
        return found;
    }

    /** Markers by reconstruction as defined; then each voxel is where most of its neighbours were before it. */
    @Property(tries = 40)
    void peaksAreTheHMaximaAndVoxelsFollowTheirNeighbours(@ForAll final long seed,
        @ForAll @IntRange(max = 90) final int h, @ForAll final Connectivity connectivity) throws IOException {
        final List<Integer> order = new ArrayList<>(IntStream.range(0, VOXELS).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        final float[] heights = new float[VOXELS];
        for (int i = 0; i < VOXELS; i++) {
            heights[order.get(i)] = i;
        }
        // heights are integers: a rise of h counts, so that the reconstruction takes off a little less
        final float[] flattened = flattened(heights, h == 0 ? 0 : h - 0.5f, connectivity);
        final int[] maxima = maxima(flattened, connectivity);
        final int[] labels = labels(heights, WatershedSettings.of(h).withConnectivity(connectivity));
        final Map<Integer, Integer> labelOf = new HashMap<>();
        for (int i = 0; i < VOXELS; i++) {
            if (maxima[i] > 0) {
                assertEquals(labels[i], labelOf.computeIfAbsent(maxima[i], key -> labels[find(maxima, key)]));
            }
        }
        assertEquals(Arrays.stream(maxima).max().getAsInt(), Arrays.stream(labels).max().getAsInt());
        assertEquals(labelOf.size(), labelOf.values().stream().distinct().count(), "one marker per region");
        for (int i = 0; i < VOXELS; i++) {
            if (maxima[i] < 0 && flattened[i] == heights[i]) {
                assertFollows(i, heights, labels, connectivity);
            }
        }
    }

    private static int find(final int[] values, final int value) {
        return IntStream.range(0, values.length).filter(i -> values[i] == value).findFirst().getAsInt();
    }

    private static void assertFollows(final int i, final float[] heights, final int[] labels,
        final Connectivity connectivity) {
        final Map<Integer, Integer> counts = new HashMap<>();
        for (final int j : neighbours(i, connectivity)) {
            if (heights[j] > heights[i]) {
                counts.merge(labels[j], 1, Integer::sum);
            }
        }
        if (!counts.isEmpty()) {
            final int most = counts.values().stream().max(Integer::compare).orElseThrow();
            assertEquals(most, counts.getOrDefault(labels[i], 0), "voxel " + i);
        }
    }

    @Example
    void aLowPeakIsConnectedWithWhatItIsMergedWith() throws IOException {
        // the voxel at which a low peak meets two others belongs to the other one of them
        particlesAreConnectedAndFillTheMask(1, 0.8, Connectivity.EDGES, 1);
        particlesAreConnectedAndFillTheMask(8, 0.6, Connectivity.FACES, 2);
        particlesAreConnectedAndFillTheMask(11, 0.8, Connectivity.FACES, 1);
    }

    @Property(tries = 25)
    void particlesAreConnectedAndFillTheMask(@ForAll final long seed,
        @ForAll @DoubleRange(min = 0.2, max = 0.99) final double share, @ForAll final Connectivity connectivity,
        @ForAll @IntRange(max = 3) final int quarters) throws IOException {
        final Volume mask = Bodies.noise(new Shape(13, 11, 9), new VoxelSize(1, 0.7, 1.6), share, seed);
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final WatershedRegions regions =
            Watershed.of(TouchingParticles.of(mask).withBorder(VolumeBorder.BACKGROUND), WatershedSettings.of(quarters /
            4.0).withConnectivity(connectivity).withLeastVolume(3 * quarters), scratch, Progress.NONE);
            final int[] inside = Bodies.labels(mask);
            final int[] labels = Bodies.labels(regions.labels().volume());
            final long[] sizes = new long[regions.count() + 1];
            for (int i = 0; i < labels.length; i++) {
                assertEquals(inside[i] != 0, labels[i] != 0);
                sizes[labels[i]]++;
            }
            assertArrayEquals(sizes, regions.sizes());
            final int[] connected = Bruteforce.components(regions.labels().volume(), connectivity);
            assertEquals(regions.count(), Arrays.stream(connected).max().getAsInt());
            int next = 0;
            for (final int label : labels) {
                assertTrue(label <= next + 1, "numbers are in the order of first voxels");
                next = Math.max(next, label);
            }
        }
    }
}
