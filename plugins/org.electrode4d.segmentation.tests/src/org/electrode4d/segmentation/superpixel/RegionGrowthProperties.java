// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.superpixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.morphology.Connectivity;

class RegionGrowthProperties {

    private static final int X = 7;
    private static final int Y = 5;
    private static final int Z = 4;

    private record Edge(int first, int second, float weight) {
    }

    /** Few grey values make many equal weights; small buffers make many rounds. */
    @Property(tries = 200)
    void regionsAreThoseOfTheDefinitionWhateverTheBuffer(@ForAll final long seed,
        @ForAll @IntRange(min = 1, max = 500) final int capacity,
        @ForAll @IntRange(min = 2, max = 1000) final int greys,
        @ForAll @IntRange(min = 0, max = 60) final int scale,
        @ForAll @IntRange(min = 1, max = 12) final int minimum, @ForAll final Connectivity connectivity) {
        final Random random = new Random(seed);
        final float[] values = new float[X * Y * Z];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(greys) * 0.37f;
        }
        final SuperpixelSettings settings = new SuperpixelSettings(scale, 0, minimum, true, connectivity);
        final GreyGrid grid = new GreyGrid(values, X, Y, Z, connectivity);
        final RegionForest forest = new RegionGrowth(grid, settings).grow(capacity, Progress.NONE);
        assertArrayEquals(definition(values, settings), new RegionNumbers(forest, grid).plane(0, values.length));
    }

    /** The algorithm as it is written down, with all edges in a list. */
    private static int[] definition(final float[] values, final SuperpixelSettings settings) {
        final int[] region = IntStream.range(0, values.length).toArray();
        final float[] internal = new float[values.length];
        final List<Edge> edges = edges(values, settings.connectivity());
        for (final Edge edge : edges) {
            final int a = region[edge.first];
            final int b = region[edge.second];
            if (a != b && edge.weight <= internal[a] + settings.scale() / size(region, a)
                && edge.weight <= internal[b] + settings.scale() / size(region, b)) {
                rename(region, b, a);
                internal[a] = edge.weight;
            }
        }
        for (final Edge edge : edges) {
            final int a = region[edge.first];
            final int b = region[edge.second];
            if (a != b && Math.min(size(region, a), size(region, b)) < settings.minimumSize()) {
                rename(region, b, a);
            }
        }
        return numbered(region);
    }

    private static List<Edge> edges(final float[] values, final Connectivity connectivity) {
        final List<Edge> edges = new ArrayList<>();
        for (int row = 0; row < Y * Z; row++) {
            for (int step = 14; step < 27; step++) {
                final int dx = step % 3 - 1;
                final int dy = step / 3 % 3 - 1;
                final int dz = step / 9 - 1;
                for (int x = 0; x < X && connectivity.connects(dx, dy, dz); x++) {
                    final int y = row % Y + dy;
                    final int z = row / Y + dz;
                    if (x + dx >= 0 && x + dx < X && y >= 0 && y < Y && z < Z) {
                        final int first = row * X + x;
                        final int second = (z * Y + y) * X + x + dx;
                        edges.add(new Edge(first, second, Math.abs(values[first] - values[second])));
                    }
                }
            }
        }
        edges.sort(Comparator.comparingDouble(Edge::weight));
        return edges;
    }

    private static int size(final int[] region, final int number) {
        return (int)IntStream.of(region).filter(r -> r == number).count();
    }

    private static void rename(final int[] region, final int from, final int to) {
        for (int i = 0; i < region.length; i++) {
            region[i] = region[i] == from ? to : region[i];
        }
    }

    private static int[] numbered(final int[] region) {
        final List<Integer> known = new ArrayList<>();
        return IntStream.of(region).map(number -> {
            if (!known.contains(number)) {
                known.add(number);
            }
            return known.indexOf(number) + 1;
        }).toArray();
    }
}
