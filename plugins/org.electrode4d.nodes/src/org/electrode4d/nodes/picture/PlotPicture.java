// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Plots one below the other with one legend, for print: 3 pixels per point of {@value #FONT} point letters, so that a
 * picture as wide as a column of a journal has more than 500 pixels per inch. Needs no screen.
 */
public final class PlotPicture {

    private static final int FONT = 11;
    private static final int SCALE = 3;
    private static final int MARGIN = 10;
    private static final int WIDTH = 400;
    private static final int LEGEND_LINE = 16;
    private static final int SAMPLE = 22;
    private static final int ABOVE = 24;
    private static final int BELOW = 42;

    private final List<Plot> panels;
    private final int panelHeight;

    /**
     * A picture of plots.
     *
     * @param panels plots with the same series, from top to bottom; at least one
     * @param panelHeight of each, in points
     */
    public PlotPicture(final List<Plot> panels, final int panelHeight) {
        if (panels.isEmpty()) {
            throw new IllegalArgumentException("A picture needs at least one plot.");
        }
        this.panels = List.copyOf(panels);
        this.panelHeight = panelHeight;
    }

    /** The picture on white. */
    public BufferedImage render() {
        final Graphics2D measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        measure.setFont(font());
        final FontMetrics metrics = measure.getFontMetrics();
        measure.dispose();
        final double left =
            MARGIN + panels.stream().mapToDouble(panel -> panel.leftMargin(metrics)).max().orElseThrow();
        final int legend = SAMPLE + 3 * MARGIN + named().stream()
            .mapToInt(series -> metrics.stringWidth(series.name())).max().orElse(0);
        final int width = (int)left + WIDTH + legend;
        final int height = Math.max(panels.size() * (ABOVE + panelHeight + BELOW),
            ABOVE + LEGEND_LINE * named().size()) + MARGIN;
        final BufferedImage picture =
            new BufferedImage(SCALE * width, SCALE * height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        try {
            prepare(graphics, width, height);
            for (int i = 0; i < panels.size(); i++) {
                panels.get(i).paint(graphics, new Rectangle2D.Double(left,
                    ABOVE + (double)i * (ABOVE + panelHeight + BELOW), WIDTH, panelHeight));
            }
            paintLegend(graphics, left + WIDTH + MARGIN);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    /** The series of the legend: those with a name. */
    private List<PlotSeries> named() {
        return panels.get(0).series().stream().filter(series -> !series.name().isEmpty()).toList();
    }

    private static Font font() {
        return new Font(Font.SANS_SERIF, Font.PLAIN, FONT);
    }

    private static void prepare(final Graphics2D graphics, final int width, final int height) {
        graphics.scale(SCALE, SCALE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setFont(font());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void paintLegend(final Graphics2D graphics, final double left) {
        double line = ABOVE + LEGEND_LINE / 2.0;
        for (final PlotSeries series : named()) {
            series.paintSample(graphics, left, SAMPLE, line);
            graphics.setColor(Color.BLACK);
            graphics.drawString(series.name(), (float)(left + SAMPLE + MARGIN / 2.0), (float)(line + 4));
            line += LEGEND_LINE;
        }
    }
}
