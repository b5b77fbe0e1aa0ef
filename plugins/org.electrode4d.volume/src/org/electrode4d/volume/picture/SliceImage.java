// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Optional;
import org.electrode4d.volume.Volume;

/**
 * A picture of a slice of a volume: in grey or colours, with title, scale bar in µm, and a bar of colours with its
 * unit. Pixels are square in µm. Immutable; needs no screen.
 *
 * <pre>{@code
 * BufferedImage picture = SliceImage.middle(strain, SliceAxis.Y).withColours(ColourMap.DIVERGING)
 *     .withRange(ValueRange.symmetric(2)).withTitle("Strain zz, T0 to T3").withUnit("%").render();
 * }</pre>
 */
public final class SliceImage {

    private static final int MARGIN = 10;
    private static final int BAR_WIDTH = 16;
    private static final int LABEL_WIDTH = 64;
    private static final int LINE = 20;
    private static final int FOOT = 34;

    private final Slice slice;
    private final ColourMap colours;
    private final Optional<ValueRange> range;
    private final String title;
    private final String unit;

    private record Slice(Volume volume, SliceAxis axis, long index, int size) {
        SliceSampler sampler() {
            return new SliceSampler(volume, axis, index, size);
        }
    }

    private SliceImage(final Slice slice, final ColourMap colours, final Optional<ValueRange> range,
        final String title, final String unit) {
        this.slice = slice;
        this.colours = Objects.requireNonNull(colours, "colours");
        this.range = range;
        this.title = Objects.requireNonNull(title, "title");
        this.unit = Objects.requireNonNull(unit, "unit");
    }

    /**
     * A grey picture of 512 pixels along its longer side.
     *
     * @param index of the slice, from 0
     */
    public static SliceImage of(final Volume volume, final SliceAxis axis, final long index) {
        return new SliceImage(new Slice(volume, axis, index, 512), ColourMap.GREY, Optional.empty(), "", "");
    }

    /** The slice in the middle. */
    public static SliceImage middle(final Volume volume, final SliceAxis axis) {
        return of(volume, axis, volume.shape().along(axis.ordinal()) / 2);
    }

    public SliceImage withColours(final ColourMap map) {
        return new SliceImage(slice, map, range, title, unit);
    }

    /** Without a range, that of all values of the slice but the outer 1 % is used; around zero for DIVERGING. */
    public SliceImage withRange(final ValueRange values) {
        return new SliceImage(slice, colours, Optional.of(values), title, unit);
    }

    public SliceImage withTitle(final String text) {
        return new SliceImage(slice, colours, range, text, unit);
    }

    /** @param text unit of the values, shown above the bar of colours */
    public SliceImage withUnit(final String text) {
        return new SliceImage(slice, colours, range, title, text);
    }

    /** @param longerSide of the slice in pixels, at least one */
    public SliceImage withSize(final int longerSide) {
        if (longerSide < 1) {
            throw new IllegalArgumentException("A picture needs at least one pixel, not " + longerSide + ".");
        }
        return new SliceImage(new Slice(slice.volume(), slice.axis(), slice.index(), longerSide), colours, range,
            title, unit);
    }

    /** The slice alone, without title and bars. */
    public BufferedImage plain() {
        final SliceSampler sampler = slice.sampler();
        final float[] values = sampler.values();
        return paint(sampler, values, range(values));
    }

    /** The slice with title, scale bar and bar of colours. */
    public BufferedImage render() {
        final SliceSampler sampler = slice.sampler();
        final float[] values = sampler.values();
        final ValueRange shown = range(values);
        final int top = MARGIN + LINE;
        final int width = Math.max(sampler.width(), 120) + 3 * MARGIN + BAR_WIDTH + LABEL_WIDTH;
        final int height = Math.max(sampler.height(), 80) + top + LINE + FOOT;
        final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING,
                RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            graphics.setColor(Color.BLACK);
            graphics.drawString(title, MARGIN, MARGIN + 12);
            graphics.drawImage(paint(sampler, values, shown), MARGIN, top + LINE, null);
            new ScaleBar(sampler.pixelSize()).paint(graphics, MARGIN, top + LINE + sampler.height() + 8,
                Math.max(sampler.width(), 120));
            new ColourBar(colours, shown, unit).paint(graphics, width - LABEL_WIDTH - BAR_WIDTH, top + LINE,
                BAR_WIDTH, Math.max(sampler.height(), 80));
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    private ValueRange range(final float[] values) {
        return range.orElseGet(() -> ValueRange.of(values, colours == ColourMap.DIVERGING));
    }

    private BufferedImage paint(final SliceSampler sampler, final float[] values, final ValueRange shown) {
        final BufferedImage image = new BufferedImage(sampler.width(), sampler.height(), BufferedImage.TYPE_INT_RGB);
        final int[] pixels = new int[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours.rgb(shown.part(values[i]));
        }
        image.setRGB(0, 0, sampler.width(), sampler.height(), pixels, 0, sampler.width());
        return image;
    }
}
