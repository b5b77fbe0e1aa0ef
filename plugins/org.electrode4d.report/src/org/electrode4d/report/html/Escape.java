// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

/**
 * Makes any text safe and visible in HTML and SVG. Characters with a meaning in markup become references. What no
 * reader sees but what changes how the rest is read - control characters, marks that turn the direction of writing,
 * halves of characters - becomes a visible sign.
 */
final class Escape {

    /** U+2400: the first of the signs that stand for control characters. */
    private static final int CONTROL_SIGNS = 0x2400;

    private static final char REPLACEMENT = '\uFFFD';

    private Escape() {
    }

    /** The text for the inside of an element, or of an attribute in double quotes. */
    static String text(final String text) {
        final StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            final int character = text.codePointAt(i);
            append(character, safe);
            i += Character.charCount(character);
        }
        return safe.toString();
    }

    private static void append(final int character, final StringBuilder safe) {
        switch (character) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '\n', '\t' -> safe.append((char)character);
            case 0x7F -> safe.append('\u2421');
            default -> {
                if (character < ' ') {
                    safe.append((char)(CONTROL_SIGNS + character));
                } else if (isInvisible(character)) {
                    safe.append("[U+").append(String.format("%04X", character)).append(']');
                } else if (isNoCharacter(character)) {
                    safe.append(REPLACEMENT);
                } else {
                    safe.appendCodePoint(character);
                }
            }
        }
    }

    /** Marks and overrides of the direction of writing, joints and places where a line may end. */
    private static boolean isInvisible(final int character) {
        return character == 0x061C || character >= 0x200B && character <= 0x200F
            || character >= 0x2028 && character <= 0x202E || character >= 0x2060 && character <= 0x206F
            || character == 0xFEFF || character >= 0xE0000 && character <= 0xE0FFF;
    }

    private static boolean isNoCharacter(final int character) {
        return character >= 0x80 && character <= 0x9F || character >= 0xD800 && character <= 0xDFFF
            || (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }
}
