// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Pairs of volumes over each other, in three rows: the middle slices across z, y and x, all at one scale, with a scale
 * bar in µm; one column per pair. Immutable; needs no screen.
 *
 * <pre>{@code
 * BufferedImage picture = OverlaySheet.of("T0 to T1", "magenta: T0, green: T1")
 *     .with("Before", t0, t1, Overlay.COLOURS).with("After", aligned, t1, Overlay.COLOURS).render();
 * }</pre>
 */
public final class OverlaySheet {

    private static final int MARGIN = 12;
    private static final int LINE = 18;
    private static final int FOOT = 34;
    private static final int LEAST_COLUMN = 200;
    private static final int SQUARES = 8;
    private static final MathContext DIGITS = new MathContext(4);
    private static final List<SliceAxis> ROWS = List.of(SliceAxis.Z, SliceAxis.Y, SliceAxis.X);

    private final List<String> header;
    private final List<Column> columns;
    private final int size;

    private record Column(String title, Volume first, Volume second, Overlay overlay) {
    }

    private OverlaySheet(final List<String> header, final List<Column> columns, final int size) {
        this.header = List.copyOf(header);
        this.columns = List.copyOf(columns);
        this.size = size;
    }

    /** @param lines of text above the pictures, the first in bold */
    public static OverlaySheet of(final String... lines) {
        return new OverlaySheet(List.of(lines), List.of(), 320);
    }

    /**
     * One column more.
     *
     * @throws IllegalArgumentException if the volumes differ in shape from each other or from those of the first column
     */
    public OverlaySheet with(final String title, final Volume first, final Volume second, final Overlay overlay) {
        final Shape shape = columns.isEmpty() ? first.shape() : columns.get(0).first.shape();
        if (!first.shape().equals(shape) || !second.shape().equals(shape)) {
            throw new IllegalArgumentException("Volumes over each other need one shape, but " + first.name() + " has "
                + first.shape() + " voxels and " + second.name() + " " + second.shape() + ", beside " + shape + ".");
        }
        final List<Column> more = new ArrayList<>(columns);
        more.add(new Column(title, first, second, overlay));
        return new OverlaySheet(header, more, size);
    }

    /** @param longest extent of the volume in pixels, at least one; 320 if not set */
    public OverlaySheet withSize(final int longest) {
        if (longest < 1) {
            throw new IllegalArgumentException("A picture needs at least one pixel, not " + longest + ".");
        }
        return new OverlaySheet(header, columns, longest);
    }

    /** @throws IllegalStateException without any column */
    public BufferedImage render() {
        if (columns.isEmpty()) {
            throw new IllegalStateException("There is nothing to draw: add a column first.");
        }
        final List<BufferedImage> first = ROWS.stream().map(axis -> picture(columns.get(0), axis)).toList();
        final int wide = Math.max(LEAST_COLUMN, first.stream().mapToInt(BufferedImage::getWidth).max().orElse(0));
        final int high = first.stream().mapToInt(image -> image.getHeight() + LINE + MARGIN).sum();
        final BufferedImage sheet = new BufferedImage(MARGIN + columns.size() * (wide + MARGIN),
            (header.size() + 1) * LINE + MARGIN + high + FOOT, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = sheet.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            final int y = titles(graphics, wide);
            final int end = pictures(graphics, y, wide);
            new ScaleBar(pixel()).paint(graphics, MARGIN, end, wide);
            graphics.drawString("1 pixel = " + text(pixel()) + " µm", MARGIN + wide / 2, end + LINE);
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    /** Header and titles of columns; where the pictures begin. */
    private int titles(final Graphics2D graphics, final int wide) {
        graphics.setColor(Color.BLACK);
        int y = MARGIN;
        for (int i = 0; i < header.size(); i++) {
            graphics.setFont(new Font(Font.SANS_SERIF, i == 0 ? Font.BOLD : Font.PLAIN, 12));
            y += LINE;
            graphics.drawString(header.get(i), MARGIN, y - 6);
        }
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
        for (int i = 0; i < columns.size(); i++) {
            graphics.drawString(columns.get(i).title, MARGIN + i * (wide + MARGIN), y + LINE - 6);
        }
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        return y + LINE;
    }

    private int pictures(final Graphics2D graphics, final int top, final int wide) {
        int y = top;
        for (final SliceAxis axis : ROWS) {
            graphics.setColor(Color.DARK_GRAY);
            graphics.drawString(place(axis), MARGIN, y + LINE - 6);
            int height = 0;
            for (int i = 0; i < columns.size(); i++) {
                final BufferedImage image = picture(columns.get(i), axis);
                graphics.drawImage(image, MARGIN + i * (wide + MARGIN), y + LINE, null);
                height = image.getHeight();
            }
            y += LINE + height + MARGIN;
        }
        return y;
    }

    private BufferedImage picture(final Column column, final SliceAxis axis) {
        final long index = column.first.shape().along(axis.ordinal()) / 2;
        final int longer = (int)Math.max(1, Math.round(Math.max(extent(axis.right()), extent(axis.down())) / pixel()));
        return column.overlay.paint(new SliceSampler(column.first, axis, index, longer),
            new SliceSampler(column.second, axis, index, longer), Math.max(4, size / SQUARES));
    }

    /** Edge of a pixel in µm, the same in all rows. */
    private double pixel() {
        return Math.max(extent(0), Math.max(extent(1), extent(2))) / size;
    }

    private double extent(final int axis) {
        final Volume volume = columns.get(0).first;
        return volume.shape().along(axis) * edge(volume, axis);
    }

    private static double edge(final Volume volume, final int axis) {
        return along(new Point(1, 1, 1).times(volume.voxelSize()), axis);
    }

    private static double along(final Point p, final int axis) {
        return axis == 0 ? p.x() : axis == 1 ? p.y() : p.z();
    }

    /** Such as {@code z = 4.2 µm (x →, y ↓)}. */
    private String place(final SliceAxis axis) {
        final Volume volume = columns.get(0).first;
        final long index = volume.shape().along(axis.ordinal()) / 2;
        final double at = along(volume.origin(), axis.ordinal()) + index * edge(volume, axis.ordinal());
        return axis.name().toLowerCase(Locale.ROOT) + " = " + text(at) + " µm (" + name(axis.right()) + " →, "
            + name(axis.down()) + " ↓)";
    }

    private static String text(final double number) {
        return new BigDecimal(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String name(final int axis) {
        return SliceAxis.values()[axis].name().toLowerCase(Locale.ROOT);
    }
}
