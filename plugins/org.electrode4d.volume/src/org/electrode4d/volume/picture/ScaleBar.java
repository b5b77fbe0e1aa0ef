// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.Color;
import java.awt.Graphics2D;

/**
 * A line of a round length, about a quarter of the picture, with that length under it.
 *
 * @param pixelSize edge of a pixel in µm
 */
record ScaleBar(double pixelSize) {

    private static final int THICKNESS = 3;

    /** The length in µm for a picture of so many pixels. */
    double length(final int width) {
        return Ticks.roundDown(width * pixelSize / 3);
    }

    String label(final int width) {
        final double length = length(width);
        if (length >= 1000) {
            return Ticks.text(length / 1000, length / 1000) + " mm";
        } else if (length < 1) {
            return Ticks.text(length * 1000, length * 1000) + " nm";
        }
        return Ticks.text(length, length) + " µm";
    }

    void paint(final Graphics2D graphics, final int x, final int y, final int width) {
        final int pixels = (int)Math.round(length(width) / pixelSize);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(x, y, pixels, THICKNESS);
        graphics.drawString(label(width), x, y + THICKNESS + 14);
    }
}
