// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.acquisition.cycler.CyclingRow;
import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.electrode4d.acquisition.cycler.CyclingSeriesBuilder;
import org.junit.jupiter.api.Test;

class CyclingCurvesTest {

    private static CyclingSeries cell(final String name) {
        final CyclingSeriesBuilder builder = new CyclingSeriesBuilder(name);
        for (int i = 0; i < 100; i++) {
            builder.add(new CyclingRow(36 * i, 3 + 0.01 * i, i < 50 ? 1e-5 : -1e-5));
        }
        return builder.build();
    }

    private static long pixels(final BufferedImage picture, final Color colour) {
        return IntStream.range(0, picture.getHeight()).mapToLong(y -> IntStream.range(0, picture.getWidth())
            .filter(x -> picture.getRGB(x, y) == colour.getRGB()).count()).sum();
    }

    @Test
    void scansAreUprightLinesInBothPlots() {
        final Color scan = new Color(0x8a8a8a);
        final BufferedImage without = CyclingCurves.overTime(List.of(cell("a")), new double[0]);
        final BufferedImage with = CyclingCurves.overTime(List.of(cell("a")), new double[]{900, 1800});
        // two lines of 170 points with 3 pixels each in two plots, but for what other lines cover
        assertTrue(pixels(with, scan) - pixels(without, scan) > 0.8 * 2 * 2 * 170 * 3, "" + pixels(with, scan));
        assertEquals(without.getHeight(), with.getHeight());
    }

    @Test
    void everyCellHasItsColour() {
        final BufferedImage picture =
            CyclingCurves.overTime(List.of(cell("a"), cell("b").withName("other")), new double[0]);
        assertTrue(pixels(picture, new Color(0xc8442f)) > 1000);
        assertTrue(pixels(picture, new Color(0xe69f00)) > 50, "its legend");
    }

    @Test
    void aThinnedLineKeepsItsExtremes() {
        final double[] x = IntStream.range(0, 100_000).asDoubleStream().toArray();
        final double[] y = new double[x.length];
        y[54_321] = 7;
        y[54_322] = -3;
        final int[] kept = ThinnedLine.of(x, y);
        assertTrue(kept.length <= 4 * 1201, "" + kept.length);
        assertEquals(0, kept[0]);
        assertEquals(x.length - 1, kept[kept.length - 1]);
        assertArrayEquals(Arrays.stream(kept).sorted().distinct().toArray(), kept);
        assertTrue(Arrays.stream(kept).anyMatch(i -> i == 54_321) && Arrays.stream(kept).anyMatch(i -> i == 54_322));
    }

    @Test
    void aShortLineIsKept() {
        assertArrayEquals(new int[]{0, 1, 2}, ThinnedLine.of(new double[]{1, 1, 1}, new double[]{0, 5, 2}));
        final double[] same = new double[10_000];
        assertEquals(10_000, ThinnedLine.of(same, same).length);
    }
}
