// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.picture;

import java.awt.Color;

/**
 * Distinct colours of labels: the background is dark, the first eight are those of M. Okabe and K. Ito, which people
 * with any colour vision tell apart, and further ones go around the circle of hues by the golden ratio.
 */
public final class LabelColours {

    private static final int BACKGROUND = 0x1c2026;
    private static final int UNDEFINED = 0x7f7f7f;
    private static final int[] FIRST =
        {0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442, 0x0072b2, 0xd55e00, 0xcc79a7, 0xc8ccd0};
    private static final double GOLDEN = 0.618033988749895;

    private LabelColours() {
    }

    /** @return red, green and blue in the lower 24 bits; grey where the value is not a number */
    public static int rgb(final float value) {
        if (Float.isNaN(value)) {
            return UNDEFINED;
        }
        final int label = (int)value;
        if (label == 0) {
            return BACKGROUND;
        } else if (label > 0 && label <= FIRST.length) {
            return FIRST[label - 1];
        }
        final double turns = label * GOLDEN;
        final float hue = (float)(turns - Math.floor(turns));
        final float saturation = 0.55f + 0.15f * Math.floorMod(label, 3);
        return Color.HSBtoRGB(hue, saturation, Math.floorMod(label, 2) == 0 ? 0.95f : 0.75f) & 0xffffff;
    }
}
