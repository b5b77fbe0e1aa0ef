// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * A slice in grey, and beside it the same slice with labels over it: what a person labelled, what a program found, and
 * where they differ. Labels have the colours of {@link LabelColours}. Immutable; needs no screen.
 *
 * <pre>{@code
 * BufferedImage picture = LabelSheet.of("T0, validation", scan, SliceAxis.Z, 12).with("Labels", labels, unlabelled)
 *     .with("Segmentation", phases, OptionalInt.empty()).withErrors("Errors", labels, phases, unlabelled).render();
 * }</pre>
 */
public final class LabelSheet {

    /** Where a segmentation has the label of the reference: sky blue. */
    static final int RIGHT = 0x56b4e9;
    /** Where it has another one: vermilion. */
    static final int WRONG = 0xd55e00;

    private static final int MARGIN = 12;
    private static final int LINE = 18;
    private static final int FOOT = 34;
    private static final int SWATCH = 11;
    private static final int LEAST_PANEL = 120;
    private static final int MOST_NAMES = 12;

    private final String title;
    private final Place place;
    private final List<Panel> panels;

    private record Place(Volume image, SliceAxis axis, long index, int size) {
        SliceSampler sampler(final Volume volume) {
            return new SliceSampler(volume, axis, index, size);
        }
    }

    /** @param ignored label of the first volume whose pixels stay as they are */
    private record Panel(String title, LabelVolume labels, LabelVolume compared, OptionalInt ignored) {
    }

    private LabelSheet(final String title, final Place place, final List<Panel> panels) {
        this.title = title;
        this.place = place;
        this.panels = List.copyOf(panels);
    }

    /**
     * The slice alone, 384 pixels along its longer side.
     *
     * @param title above the pictures
     * @param index of the slice, from 0
     */
    public static LabelSheet of(final String title, final Volume image, final SliceAxis axis, final long index) {
        return new LabelSheet(title, new Place(image, axis, index, 384), List.of());
    }

    /**
     * One picture more: labels over the slice.
     *
     * @param hidden a label that is not drawn, such as that of what is not labelled
     * @throws IllegalArgumentException if the labels have another shape than the image
     */
    public LabelSheet with(final String name, final LabelVolume labels, final OptionalInt hidden) {
        return with(new Panel(name, labels, null, hidden));
    }

    /**
     * One picture more: where a segmentation has the label of a reference, and where another one.
     *
     * @param ignored a label of the reference whose pixels are not judged
     * @throws IllegalArgumentException if one of them has another shape than the image
     */
    public LabelSheet withErrors(final String name, final LabelVolume reference, final LabelVolume segmentation,
        final OptionalInt ignored) {
        requireShape(segmentation);
        return with(new Panel(name, reference, segmentation, ignored));
    }

    private LabelSheet with(final Panel panel) {
        requireShape(panel.labels);
        final List<Panel> more = new ArrayList<>(panels);
        more.add(panel);
        return new LabelSheet(title, place, more);
    }

    private void requireShape(final LabelVolume labels) {
        final Shape shape = labels.volume().shape();
        if (!shape.equals(place.image.shape())) {
            throw new IllegalArgumentException("Labels over an image need its shape, but " + labels.volume().name()
                + " has " + shape + " voxels and " + place.image.name() + " " + place.image.shape() + ".");
        }
    }

    /** The pictures side by side, with names of labels, scale bar and titles. */
    public BufferedImage render() {
        final SliceSampler sampler = place.sampler(place.image);
        final int[] greys = greys(sampler.values());
        final Map<String, Integer> legend = new LinkedHashMap<>();
        final List<BufferedImage> pictures = new ArrayList<>(List.of(picture(sampler, greys)));
        panels.forEach(panel -> pictures.add(picture(sampler, shades(panel, greys, legend))));
        final int wide = Math.max(LEAST_PANEL, sampler.width());
        final int top = MARGIN + 2 * LINE;
        final BufferedImage sheet = new BufferedImage(MARGIN + pictures.size() * (wide + MARGIN),
            top + sampler.height() + MARGIN + FOOT + LINE * legend.size(), BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = sheet.createGraphics();
        try {
            prepare(graphics, sheet);
            graphics.drawString(title, MARGIN, MARGIN + LINE - 6);
            graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
            for (int i = 0; i < pictures.size(); i++) {
                final int x = MARGIN + i * (wide + MARGIN);
                graphics.drawString(i == 0 ? "Image" : panels.get(i - 1).title, x, top - 6);
                graphics.drawImage(pictures.get(i), x, top, null);
            }
            new ScaleBar(sampler.pixelSize()).paint(graphics, MARGIN, top + sampler.height() + 8, wide);
            paint(graphics, legend, top + sampler.height() + FOOT + MARGIN);
        } finally {
            graphics.dispose();
        }
        return sheet;
    }

    private static void prepare(final Graphics2D graphics, final BufferedImage sheet) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 12));
        graphics.setColor(Color.BLACK);
    }

    private static int[] greys(final float[] values) {
        final ValueRange range = ValueRange.of(values, false);
        final int[] greys = new int[values.length];
        for (int i = 0; i < greys.length; i++) {
            greys[i] = ColourMap.GREY.rgb(range.part(values[i]));
        }
        return greys;
    }

    private static BufferedImage picture(final SliceSampler sampler, final int[] pixels) {
        final BufferedImage image = new BufferedImage(sampler.width(), sampler.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, sampler.width(), sampler.height(), pixels, 0, sampler.width());
        return image;
    }

    private int[] shades(final Panel panel, final int[] greys, final Map<String, Integer> legend) {
        final float[] labels = place.sampler(panel.labels.volume()).values();
        final float[] compared =
            panel.compared == null ? null : place.sampler(panel.compared.volume()).values();
        final int[] shades = new int[greys.length];
        final SortedSet<Integer> shown = new TreeSet<>();
        for (int i = 0; i < shades.length; i++) {
            final int label = (int)labels[i];
            if (Float.isNaN(labels[i]) || panel.ignored.isPresent() && label == panel.ignored.getAsInt()) {
                shades[i] = greys[i];
            } else if (compared == null) {
                shades[i] = mean(greys[i], LabelColours.rgb(label));
                shown.add(label);
            } else {
                shades[i] = mean(greys[i], label == (int)compared[i] ? RIGHT : WRONG);
            }
        }
        shown.stream().limit(MOST_NAMES)
            .forEach(label -> legend.putIfAbsent(panel.labels.name(label), LabelColours.rgb(label)));
        if (compared != null) {
            legend.put("as labelled", RIGHT);
            legend.put("not as labelled", WRONG);
        }
        return shades;
    }

    /** Half of both colours. */
    static int mean(final int first, final int second) {
        return ((first & 0xfefefe) >> 1) + ((second & 0xfefefe) >> 1);
    }

    private static void paint(final Graphics2D graphics, final Map<String, Integer> legend, final int top) {
        final FontMetrics metrics = graphics.getFontMetrics();
        int y = top;
        for (final Map.Entry<String, Integer> entry : legend.entrySet()) {
            graphics.setColor(new Color(mean(0xffffff, entry.getValue())));
            graphics.fillRect(MARGIN, y, SWATCH, SWATCH);
            graphics.setColor(Color.BLACK);
            graphics.drawRect(MARGIN, y, SWATCH, SWATCH);
            graphics.drawString(entry.getKey(), MARGIN + SWATCH + 5, y + metrics.getAscent());
            y += LINE;
        }
    }
}
