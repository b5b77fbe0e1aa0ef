// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Names beside the colours of a picture of labels: of those that it shows, as many as there is room for.
 *
 * @param names by label
 * @param shown the labels in the picture
 */
record LabelLegend(SortedMap<Integer, String> names, SortedSet<Integer> shown) {

    private static final int LINE = 18;
    private static final int SWATCH = 11;
    private static final int LONGEST = 20;

    static LabelLegend of(final float[] values, final SortedMap<Integer, String> names) {
        final SortedSet<Integer> shown = new TreeSet<>();
        int last = Integer.MIN_VALUE;
        for (final float value : values) {
            if (!Float.isNaN(value) && (int)value != last) {
                last = (int)value;
                shown.add(last);
            }
        }
        return new LabelLegend(names, shown);
    }

    void paint(final Graphics2D graphics, final int x, final int y, final int height) {
        final int room = Math.max(1, height / LINE);
        int line = 0;
        for (final int label : shown) {
            if (line == room - 1 && shown.size() > room) {
                graphics.setColor(Color.BLACK);
                graphics.drawString("+" + (shown.size() - line) + " more", x, y + line * LINE + SWATCH);
                return;
            }
            graphics.setColor(new Color(LabelColours.rgb(label)));
            graphics.fillRect(x, y + line * LINE, SWATCH, SWATCH);
            graphics.setColor(Color.BLACK);
            graphics.drawRect(x, y + line * LINE, SWATCH, SWATCH);
            graphics.drawString(text(label), x + SWATCH + 5, y + line * LINE + SWATCH);
            line++;
        }
    }

    private String text(final int label) {
        final String name = names.getOrDefault(label, Integer.toString(label));
        return name.length() > LONGEST ? name.substring(0, LONGEST - 1) + "…" : name;
    }
}
