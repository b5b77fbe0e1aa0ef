// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices;

/**
 * A text that can be chosen.
 *
 * @param id the text that is stored
 * @param text the text that is shown
 */
public record StringChoice(String id, String text) {

    /**
     * @param id a text
     * @return the choice that shows it as it is stored
     */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
