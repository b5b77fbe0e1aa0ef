// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.function.IntFunction;

/**
 * A line in a plot. Where a value is NaN the line is broken.
 *
 * @param name for the legend; empty for a line that the legend leaves out
 * @param colour of the line
 * @param x in ascending order
 * @param y as many as x
 * @param spread half the height of a band around y, such as a standard deviation; empty for none
 * @param style how the points are joined
 */
public record PlotSeries(String name, Color colour, double[] x, double[] y, double[] spread, Style style) {

    private static final float WIDTH = 1.6f;
    private static final double MARKER = 6;
    private static final int BAND_ALPHA = 38;

    /** How points are joined. */
    public enum Style {
        /** Straight lines only. */
        LINE,
        /** Straight lines, with a disc at each point. */
        MARKERS,
        /** Straight lines only, as for the outline of a histogram, with a mark above its maximum. */
        OUTLINE
    }

    /** A line without a band. */
    public PlotSeries(final String name, final Color colour, final double[] x, final double[] y, final Style style) {
        this(name, colour, x, y, new double[0], style);
    }

    /** How far the band reaches beyond a point; 0 where there is none. */
    public double reach(final int i) {
        return i < spread.length && !Double.isNaN(spread[i]) ? spread[i] : 0;
    }

    /** @param pixel where a point of the plot is in the picture */
    void paint(final Graphics2D graphics, final Placement pixel) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(WIDTH, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(line(i -> Double.isNaN(y[i]) ? null : pixel.of(x[i], y[i])));
        if (style == Style.OUTLINE) {
            paintMaximum(graphics, pixel);
        }
        for (int i = 0; i < x.length && style == Style.MARKERS; i++) {
            if (!Double.isNaN(y[i])) {
                paintMarker(graphics, pixel.of(x[i], y[i]));
            }
        }
    }

    private Path2D line(final IntFunction<Point2D> point) {
        final Path2D path = new Path2D.Double();
        boolean begun = false;
        for (int i = 0; i < x.length; i++) {
            final Point2D next = point.apply(i);
            if (next != null && begun) {
                path.lineTo(next.getX(), next.getY());
            } else if (next != null) {
                path.moveTo(next.getX(), next.getY());
            }
            begun = next != null;
        }
        return path;
    }

    /** The band between neighbouring points that both have a spread. */
    void paintBand(final Graphics2D graphics, final Placement pixel) {
        final Path2D band = new Path2D.Double();
        for (int i = 0; i + 1 < spread.length; i++) {
            if (!Double.isNaN(y[i] + spread[i] + y[i + 1] + spread[i + 1])) {
                band.append(quadrilateral(pixel.of(x[i], y[i] + spread[i]),
                    pixel.of(x[i + 1], y[i + 1] + spread[i + 1]),
                    pixel.of(x[i + 1], y[i + 1] - spread[i + 1]), pixel.of(x[i], y[i] - spread[i])), false);
            }
        }
        graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), BAND_ALPHA));
        graphics.fill(band);
    }

    private static Path2D quadrilateral(final Point2D... corners) {
        final Path2D path = new Path2D.Double();
        path.moveTo(corners[0].getX(), corners[0].getY());
        for (int i = 1; i < corners.length; i++) {
            path.lineTo(corners[i].getX(), corners[i].getY());
        }
        path.closePath();
        return path;
    }

    private void paintMarker(final Graphics2D graphics, final Point2D at) {
        final Ellipse2D disc = new Ellipse2D.Double(at.getX() - MARKER / 2, at.getY() - MARKER / 2, MARKER, MARKER);
        graphics.setColor(colour);
        graphics.fill(disc);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(0.8f));
        graphics.draw(disc);
    }

    /** A small arrowhead above the middle of the highest part. */
    private void paintMaximum(final Graphics2D graphics, final Placement pixel) {
        int first = 0;
        for (int i = 1; i < y.length; i++) {
            first = y[i] > y[first] ? i : first;
        }
        int last = first;
        while (last + 1 < y.length && y[last + 1] == y[first]) {
            last++;
        }
        if (y.length > 0 && y[first] > 0) {
            final Point2D tip = pixel.of((x[first] + x[last]) / 2, y[first]);
            final double top = tip.getY() - MARKER - 2;
            graphics.fill(quadrilateral(new Point2D.Double(tip.getX(), tip.getY() - 2),
                new Point2D.Double(tip.getX() - MARKER / 2, top), new Point2D.Double(tip.getX() + MARKER / 2, top)));
        }
    }

    /** The line as a legend shows it. */
    void paintSample(final Graphics2D graphics, final double left, final double width, final double height) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke(WIDTH));
        final Path2D path = new Path2D.Double();
        path.moveTo(left, height);
        path.lineTo(left + width, height);
        graphics.draw(path);
        if (style == Style.MARKERS) {
            paintMarker(graphics, new Point2D.Double(left + width / 2, height));
        }
    }

    /** From the values of a plot to the pixels of the picture. */
    @FunctionalInterface
    interface Placement {
        Point2D of(double x, double y);
    }
}
