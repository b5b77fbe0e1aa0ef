// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.util.List;

/**
 * A note on the canvas or below a node.
 *
 * @param text the note; HTML when {@code contentType} says so
 * @param contentType {@code text/plain} or {@code text/html}
 * @param place place and size on the canvas, pixels
 * @param look colours, alignment and font
 * @param styles styled ranges of a plain text
 */
public record Annotation(String text, String contentType, Bounds place, Look look, List<Style> styles) {

    /** Content type of plain text. */
    public static final String PLAIN = "text/plain";

    /** Content type of HTML. */
    public static final String HTML = "text/html";

    /**
     * Colours (RGB as 0xRRGGBB), alignment and font.
     *
     * @param background background colour
     * @param alignment LEFT, CENTER or RIGHT
     * @param borderSize width of the border in pixels
     * @param borderColor colour of the border
     * @param fontSize font size, -1 for the editor's own
     * @param version format version of the annotation
     */
    public record Look(int background, String alignment, int borderSize, int borderColor, int fontSize, int version) {

        static final int CURRENT_VERSION = 20230412;
    }

    /**
     * A range of the text in its own font.
     *
     * @param start first character
     * @param length number of characters
     * @param font name, style (SWT bits) and size
     * @param color RGB as 0xRRGGBB
     */
    public record Style(int start, int length, Font font, int color) {

        /** Font name, style bits and size in points. */
        public record Font(String name, int style, int size) {
        }
    }

    /** A note on the canvas with a coloured border, plain text. */
    public static Annotation note(final String text, final Bounds place, final int borderColor) {
        return new Annotation(text, PLAIN, place, new Look(0xFFFFFF, "LEFT", 10, borderColor, 12,
            Look.CURRENT_VERSION), List.of());
    }

    /** A formatted note on the canvas with a coloured border, HTML. */
    public static Annotation html(final String html, final Bounds place, final int borderColor) {
        return new Annotation(html, HTML, place, note("", place, borderColor).look(), List.of());
    }

    /** The label below a node. */
    public static Annotation nodeLabel(final String text) {
        return new Annotation(text, PLAIN, Bounds.at(0, 0), new Look(0xFFFFFF, "CENTER", 0, 0, -1,
            Look.CURRENT_VERSION), List.of());
    }
}
