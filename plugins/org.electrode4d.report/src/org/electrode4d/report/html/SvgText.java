// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.util.ArrayList;
import java.util.List;

/** Breaks and cuts texts of SVG, which has no lines. Widths are estimates: the font of the reader is not known. */
final class SvgText {

    /** Of an average letter, in parts of the size of the font. */
    private static final double LETTER = 0.56;

    private SvgText() {
    }

    /** About how wide a text is in pixels. */
    static double width(final String text, final double fontSize) {
        return text.codePoints().mapToDouble(c -> c >= 0x1100 ? 1 : LETTER).sum() * fontSize;
    }

    /** The text, or its beginning with an ellipsis. */
    static String cut(final String text, final double width, final double fontSize) {
        if (width(text, fontSize) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && width(text.substring(0, end) + "…", fontSize) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    /** Lines that are no wider than wanted, the last one cut where there are more. */
    static List<String> lines(final String text, final double width, final double fontSize, final int most) {
        final List<String> lines = new ArrayList<>();
        String line = "";
        for (final String word : text.strip().split("\\s+")) {
            final String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, fontSize) > width && lines.size() < most - 1) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines.stream().map(l -> cut(l, width, fontSize)).toList();
    }
}
