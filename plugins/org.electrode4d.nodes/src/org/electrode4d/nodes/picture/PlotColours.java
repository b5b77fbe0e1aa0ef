// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.awt.Color;

/** Colours of lines: red, orange and blue as in the paper, then colours that all can tell apart. */
public final class PlotColours {

    /** How many different ones there are. */
    public static final int COUNT = 12;

    private static final int[] COLOURS = {0xc8442f, 0xe69f00, 0x0072b2, 0x009e73, 0xcc79a7, 0x56b4e9, 0x7f5f3f,
        0x000000, 0x999999, 0x6a3d9a, 0xb2df8a, 0xf0e442};

    private PlotColours() {
    }

    /** Colour of a line, from 0; begins anew after the last. */
    public static Color of(final int index) {
        return new Color(COLOURS[index % COUNT]);
    }
}
