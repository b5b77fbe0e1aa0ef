// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

/** What stands in one place of a table. */
public sealed interface Cell {

    /** Nothing is known. */
    Cell MISSING = new Text("?");

    /** A text; never a markup. */
    record Text(String text) implements Cell {
    }

    /** A number; infinite and NaN are numbers too. */
    record Value(double value) implements Cell {
    }

    /** A small picture with a text below it. */
    record Depiction(Picture picture) implements Cell {
    }

    /** A text. */
    static Cell of(final String text) {
        return new Text(text);
    }

    /** A number. */
    static Cell of(final double value) {
        return new Value(value);
    }

    /** The number; NaN where it is none. */
    default double number() {
        return this instanceof Value value ? value.value() : Double.NaN;
    }

    /** How it reads. */
    default String read() {
        if (this instanceof Text text) {
            return text.text();
        }
        return this instanceof Value value ? Numbers.text(value.value())
            : ((Depiction)this).picture().caption();
    }
}
