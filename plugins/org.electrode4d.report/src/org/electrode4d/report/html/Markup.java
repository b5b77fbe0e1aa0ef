// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.electrode4d.report.Picture;

/**
 * Markup in the making: elements are closed, texts are escaped, numbers are written the same everywhere. It is HTML and
 * well-formed XML at once. Pictures have their place in it, and are filled in when it is known how many bytes are left.
 */
final class Markup {

    /**
     * A place for a picture.
     *
     * @param picture what belongs there
     * @param longest side in pixels at most
     */
    record Slot(Picture picture, int longest) {
    }

    private final List<String> before = new ArrayList<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private StringBuilder text = new StringBuilder();

    /** Begins an element; attributes are names and values in turn. */
    Markup open(final String element, final Object... attributes) {
        begin(element, attributes);
        text.append('>');
        open.push(element);
        return this;
    }

    /** Ends the element that was opened last. */
    Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element without content. */
    Markup empty(final String element, final Object... attributes) {
        begin(element, attributes);
        text.append("/>");
        return this;
    }

    /** An element with a text. */
    Markup element(final String element, final String content, final Object... attributes) {
        return open(element, attributes).text(content).close();
    }

    /** A text, whatever is in it. */
    Markup text(final String content) {
        text.append(Escape.text(content));
        return this;
    }

    /** Markup that this program wrote itself. */
    Markup raw(final String markup) {
        text.append(markup);
        return this;
    }

    /** A place for a picture. */
    Markup picture(final Slot slot) {
        before.add(text.toString());
        text = new StringBuilder();
        slots.add(slot);
        return this;
    }

    private void begin(final String element, final Object... attributes) {
        text.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"").append(value(attributes[i + 1])).append('"');
        }
    }

    private static String value(final Object value) {
        return value instanceof Double number ? number(number) : Escape.text(String.valueOf(value));
    }

    /** A coordinate to a tenth of a pixel. */
    static String number(final double value) {
        final double rounded = Math.round(10 * value) / 10.0;
        return rounded == Math.rint(rounded) ? Long.toString((long)rounded) : Double.toString(rounded);
    }

    List<Slot> slots() {
        return List.copyOf(slots);
    }

    /** Size without the pictures, bytes. */
    long bytes() {
        long bytes = text.toString().getBytes(StandardCharsets.UTF_8).length;
        for (final String part : before) {
            bytes += part.getBytes(StandardCharsets.UTF_8).length;
        }
        return bytes;
    }

    /** The whole, with a text in each place for a picture. */
    List<String> parts(final List<String> pictures) {
        final List<String> parts = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            parts.add(before.get(i));
            parts.add(pictures.get(i));
        }
        parts.add(text.toString());
        return parts;
    }
}
