// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

import org.electrode4d.nodes.picture.PlotSeries.Style;
import org.junit.jupiter.api.Test;

class PlotPictureTest {

    private static final double[] X = {0, 1, 2};
    private static final PlotAxis UNIT = PlotAxis.exactly("Strain [-]", 0, 1);

    private static BufferedImage draw(final PlotAxis vertical, final PlotSeries... series) {
        return new PlotPicture(List.of(new Plot("Strain", PlotAxis.exactly("Time [h]", 0, 2), vertical,
            List.of(series))), 100).render();
    }

    private static PlotSeries red(final double... y) {
        return new PlotSeries("Whole", Color.RED, X, y, Style.MARKERS);
    }

    /** Rows of the columns of a picture, from its left and right ends, in which a colour is; the mean of them. */
    private static double row(final BufferedImage picture, final int from, final int to, final Color colour) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = from; x < to; x++) {
                if (picture.getRGB(x, y) == colour.getRGB()) {
                    sum += y;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    @Test
    void aLineIsWhereItsValuesAre() {
        final BufferedImage low = draw(UNIT, red(0.25, 0.25, 0.25));
        final BufferedImage high = draw(UNIT, red(0.75, 0.75, 0.75));
        // the plot is 100 points high with 3 pixels each, and the legend to its right the same in both
        assertEquals(150, row(low, 300, 400, Color.RED) - row(high, 300, 400, Color.RED), 1);
    }

    @Test
    void aMissingValueBreaksTheLine() {
        final BufferedImage picture = draw(UNIT, red(0.5, Double.NaN, 0.5));
        final int middle = (int)(3 * (10 + 200)) + 100;
        assertTrue(Double.isNaN(row(picture, middle - 50, middle + 50, Color.RED)));
        assertTrue(row(draw(UNIT, red(0.5, 0.5, 0.5)), middle - 50, middle + 50, Color.RED) > 0);
    }

    @Test
    void theBandIsAsHighAsTheSpread() {
        final PlotSeries band = new PlotSeries("Whole", Color.BLUE, X, new double[]{0.5, 0.5, 0.5},
            new double[]{0.2, 0.2, 0.2}, Style.MARKERS);
        final BufferedImage picture = draw(UNIT, band);
        int rows = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            final Color colour = new Color(picture.getRGB(400, y));
            rows += colour.getBlue() > colour.getRed() + 20 ? 1 : 0;
        }
        assertEquals(3 * 40, rows, 3);
    }

    @Test
    void axesHaveRoundNumbersAndAMargin() {
        final PlotAxis axis = PlotAxis.around("Strain [-]", -0.1, 0.4);
        assertEquals(List.of("−0.1", "0.0", "0.1", "0.2", "0.3", "0.4"),
            axis.ticks().stream().map(PlotAxis.Tick::text).toList());
        assertEquals(-0.12, axis.from(), 1e-12);
        assertEquals(0.42, axis.to(), 1e-12);
    }

    @Test
    void axesOfOneValueOrNone() {
        final PlotAxis one = PlotAxis.around("Strain [-]", 0.3, 0.3);
        assertTrue(one.from() < 0.3 && one.to() > 0.3 && one.ticks().size() >= 2, one.toString());
        assertEquals(1, PlotAxis.around("Strain [-]", Double.NaN, Double.NaN).to());
        draw(one, red(0.3, 0.3, 0.3));
    }

    @Test
    void aPictureNeedsAPlot() {
        assertThrows(IllegalArgumentException.class, () -> new PlotPicture(List.of(), 100));
    }
}
