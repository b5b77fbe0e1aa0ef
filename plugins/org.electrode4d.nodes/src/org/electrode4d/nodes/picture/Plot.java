// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A plot of lines over two axes.
 *
 * @param title written above it
 * @param x from left to right
 * @param y from bottom to top
 * @param series drawn one over the other, the first on top
 */
public record Plot(String title, PlotAxis x, PlotAxis y, List<PlotSeries> series) {

    private static final Color GRID = new Color(0xe6e6e6);
    private static final Color ZERO = new Color(0x9a9a9a);
    private static final Color INK = new Color(0x222222);
    private static final int TICK = 4;
    private static final int GAP = 6;

    /** Copies the series. */
    public Plot {
        series = List.copyOf(series);
    }

    /** The room that numbers and label of the vertical axis take. */
    double leftMargin(final FontMetrics metrics) {
        final double numbers = y.ticks().stream().mapToDouble(tick -> metrics.stringWidth(tick.text())).max().orElse(0);
        return numbers + TICK + 2 * GAP + metrics.getHeight();
    }

    /** @param frame where the lines are; title, numbers and labels are outside */
    void paint(final Graphics2D graphics, final Rectangle2D frame) {
        graphics.setColor(Color.WHITE);
        graphics.fill(frame);
        paintGrid(graphics, frame);
        final Shape clip = graphics.getClip();
        graphics.clip(frame);
        final PlotSeries.Placement pixel = (a, b) -> place(frame, a, b);
        series.forEach(line -> line.paintBand(graphics, pixel));
        for (int i = series.size() - 1; i >= 0; i--) {
            series.get(i).paint(graphics, pixel);
        }
        graphics.setClip(clip);
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(INK);
        graphics.draw(frame);
        paintHorizontalAxis(graphics, frame);
        paintVerticalAxis(graphics, frame);
        graphics.drawString(title, (float)frame.getX(), (float)frame.getY() - GAP);
    }

    private Point2D place(final Rectangle2D frame, final double a, final double b) {
        return new Point2D.Double(frame.getX() + x.part(a) * frame.getWidth(),
            frame.getMaxY() - y.part(b) * frame.getHeight());
    }

    private void paintGrid(final Graphics2D graphics, final Rectangle2D frame) {
        graphics.setStroke(new BasicStroke(0.8f));
        for (final PlotAxis.Tick tick : y.ticks()) {
            final double height = place(frame, x.from(), tick.value()).getY();
            graphics.setColor(tick.value() == 0 && y.from() < 0 ? ZERO : GRID);
            graphics.draw(new Line2D.Double(frame.getX(), height, frame.getMaxX(), height));
        }
        for (final PlotAxis.Tick tick : x.ticks()) {
            final double at = place(frame, tick.value(), y.from()).getX();
            graphics.setColor(GRID);
            graphics.draw(new Line2D.Double(at, frame.getY(), at, frame.getMaxY()));
        }
    }

    /** Numbers that would touch the one before are left out. */
    private void paintHorizontalAxis(final Graphics2D graphics, final Rectangle2D frame) {
        final FontMetrics metrics = graphics.getFontMetrics();
        double free = Double.NEGATIVE_INFINITY;
        for (final PlotAxis.Tick tick : x.ticks()) {
            final double at = place(frame, tick.value(), y.from()).getX();
            graphics.draw(new Line2D.Double(at, frame.getMaxY(), at, frame.getMaxY() + TICK));
            final double left = at - metrics.stringWidth(tick.text()) / 2.0;
            if (left >= free) {
                graphics.drawString(tick.text(), (float)left,
                    (float)(frame.getMaxY() + TICK + metrics.getAscent() + 2));
                free = left + metrics.stringWidth(tick.text()) + GAP;
            }
        }
        graphics.drawString(x.label(), (float)(frame.getCenterX() - metrics.stringWidth(x.label()) / 2.0),
            (float)(frame.getMaxY() + TICK + GAP + 2.0 * metrics.getHeight() - metrics.getDescent()));
    }

    private void paintVerticalAxis(final Graphics2D graphics, final Rectangle2D frame) {
        final FontMetrics metrics = graphics.getFontMetrics();
        for (final PlotAxis.Tick tick : y.ticks()) {
            final double height = place(frame, x.from(), tick.value()).getY();
            graphics.draw(new Line2D.Double(frame.getX() - TICK, height, frame.getX(), height));
            graphics.drawString(tick.text(), (float)(frame.getX() - TICK - 3 - metrics.stringWidth(tick.text())),
                (float)(height + metrics.getAscent() / 2.0 - 1));
        }
        final AffineTransform upright = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, frame.getX() - leftMargin(metrics) + metrics.getAscent(), frame.getCenterY());
        graphics.drawString(y.label(), (float)(frame.getX() - leftMargin(metrics) + metrics.getAscent()
            - metrics.stringWidth(y.label()) / 2.0), (float)frame.getCenterY());
        graphics.setTransform(upright);
    }
}
