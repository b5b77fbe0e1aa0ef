// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/**
 * The colours from the lowest to the highest value, upwards, with round numbers beside and the unit above.
 */
record ColourBar(ColourMap colours, ValueRange range, String unit) {

    private static final int PIXELS_PER_TICK = 50;

    void paint(final Graphics2D graphics, final int x, final int y, final int width, final int height) {
        for (int row = 0; row < height; row++) {
            graphics.setColor(new Color(colours.rgb(1 - row / (double)Math.max(1, height - 1))));
            graphics.fillRect(x, y + row, width, 1);
        }
        graphics.setColor(Color.BLACK);
        graphics.drawRect(x, y, width - 1, height - 1);
        graphics.drawString(unit, x, y - 6);
        final int wanted = Math.max(2, height / PIXELS_PER_TICK);
        final double step = Ticks.step(range, wanted);
        final List<Double> ticks = Ticks.within(range, wanted);
        for (final double tick : ticks) {
            final int row = y + (int)Math.round((1 - range.part(tick)) * (height - 1));
            graphics.drawLine(x + width, row, x + width + 3, row);
            graphics.drawString(Ticks.text(tick, step), x + width + 6, row + 4);
        }
    }
}
