// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
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

    private static final int LEGEND_WIDTH = 160;

    private final Slice slice;
    private final Shades shades;
    private final String title;
    private final String unit;

    /** Colours of a range of values, or of labels with their names. */
    private record Shades(ColourMap colours, Optional<ValueRange> range,
        Optional<SortedMap<Integer, String>> labels) {

        ValueRange range(final float[] values) {
            return range.orElseGet(() -> ValueRange.of(values, colours == ColourMap.DIVERGING));
        }
    }

    private record Slice(Volume volume, SliceAxis axis, long index, int size) {
        SliceSampler sampler() {
            return new SliceSampler(volume, axis, index, size);
        }
    }

    private SliceImage(final Slice slice, final Shades shades, final String title, final String unit) {
        this.slice = slice;
        this.shades = shades;
        this.title = Objects.requireNonNull(title, "title");
        this.unit = Objects.requireNonNull(unit, "unit");
    }

    /**
     * A grey picture of 512 pixels along its longer side.
     *
     * @param index of the slice, from 0
     */
    public static SliceImage of(final Volume volume, final SliceAxis axis, final long index) {
        final Shades grey = new Shades(ColourMap.GREY, Optional.empty(), Optional.empty());
        return new SliceImage(new Slice(volume, axis, index, 512), grey, "", "");
    }

    /** The slice in the middle. */
    public static SliceImage middle(final Volume volume, final SliceAxis axis) {
        return of(volume, axis, volume.shape().along(axis.ordinal()) / 2);
    }

    public SliceImage withColours(final ColourMap map) {
        final Shades changed = new Shades(Objects.requireNonNull(map, "colours"), shades.range(), Optional.empty());
        return new SliceImage(slice, changed, title, unit);
    }

    /**
     * Colours for labels, a distinct one for each, with the names of those in the picture instead of a bar of colours.
     *
     * @param names by label; need not hold every label
     */
    public SliceImage withLabels(final SortedMap<Integer, String> names) {
        return new SliceImage(slice, new Shades(shades.colours(), shades.range(), Optional.of(names)), title, unit);
    }

    /** Without a range, that of all values of the slice but the outer 1 % is used; around zero for DIVERGING. */
    public SliceImage withRange(final ValueRange values) {
        return new SliceImage(slice, new Shades(shades.colours(), Optional.of(values), shades.labels()), title, unit);
    }

    public SliceImage withTitle(final String text) {
        return new SliceImage(slice, shades, text, unit);
    }

    /** @param text unit of the values, shown above the bar of colours */
    public SliceImage withUnit(final String text) {
        return new SliceImage(slice, shades, title, text);
    }

    /** @param longerSide of the slice in pixels, at least one */
    public SliceImage withSize(final int longerSide) {
        if (longerSide < 1) {
            throw new IllegalArgumentException("A picture needs at least one pixel, not " + longerSide + ".");
        }
        return new SliceImage(new Slice(slice.volume(), slice.axis(), slice.index(), longerSide), shades, title, unit);
    }

    /** The slice alone, without title and bars. */
    public BufferedImage plain() {
        final SliceSampler sampler = slice.sampler();
        final float[] values = sampler.values();
        return paint(sampler, values, shades.range(values));
    }

    /** The slice with title, scale bar and bar of colours. */
    public BufferedImage render() {
        final SliceSampler sampler = slice.sampler();
        final float[] values = sampler.values();
        final ValueRange shown = shades.range(values);
        final int top = MARGIN + LINE;
        final int bar = shades.labels().isPresent() ? LEGEND_WIDTH : BAR_WIDTH + LABEL_WIDTH;
        final int width = Math.max(sampler.width(), 120) + 3 * MARGIN + bar;
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
            paintMeaning(graphics, values, new Rectangle(width - bar, top + LINE, bar, Math.max(sampler.height(), 80)));
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    /** What the colours mean. */
    private void paintMeaning(final Graphics2D graphics, final float[] values, final Rectangle place) {
        if (shades.labels().isPresent()) {
            LabelLegend.of(values, shades.labels().get()).paint(graphics, place.x, place.y, place.height);
        } else {
            new ColourBar(shades.colours(), shades.range(values), unit).paint(graphics, place.x, place.y, BAR_WIDTH,
                place.height);
        }
    }

    private BufferedImage paint(final SliceSampler sampler, final float[] values, final ValueRange shown) {
        final BufferedImage image = new BufferedImage(sampler.width(), sampler.height(), BufferedImage.TYPE_INT_RGB);
        final int[] pixels = new int[values.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = shades.labels().isPresent() ? LabelColours.rgb(values[i])
                : shades.colours().rgb(shown.part(values[i]));
        }
        image.setRGB(0, 0, sampler.width(), sampler.height(), pixels, 0, sampler.width());
        return image;
    }
}
