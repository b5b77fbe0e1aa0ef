// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.List;

/**
 * Names with a value each.
 *
 * @param facts from top to bottom
 */
public record Facts(List<Fact> facts) implements Content {

    /**
     * A name with a value.
     *
     * @param name with its unit
     * @param value of it
     * @param note what else is to say, such as the default; may be empty
     * @param marked whether it stands out
     */
    public record Fact(String name, String value, String note, boolean marked) {

        /** A fact without a note that does not stand out. */
        public static Fact of(final String name, final String value) {
            return new Fact(name, value, "", false);
        }
    }

    /** Copies the list. */
    public Facts {
        facts = List.copyOf(facts);
    }
}
