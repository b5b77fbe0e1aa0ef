// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.List;

/**
 * A part of a report with a heading. Sections without anything in them are not written.
 *
 * @param title of the heading
 * @param anchor by which the graph of a workflow refers to it; empty for none
 * @param content in the order of reading
 * @param parts sections below this one
 */
public record Section(String title, String anchor, List<Content> content, List<Section> parts) {

    /** Copies the lists. */
    public Section {
        content = List.copyOf(content);
        parts = List.copyOf(parts);
    }

    /** A section that nothing refers to, without further ones in it. */
    public static Section of(final String title, final List<? extends Content> content) {
        return new Section(title, "", List.copyOf(content), List.of());
    }

    /** A section that only holds others. */
    public static Section ofParts(final String title, final List<Section> parts) {
        return new Section(title, "", List.of(), parts);
    }

    /** Whether there is nothing to read in it. */
    public boolean isEmpty() {
        return content.isEmpty() && parts.stream().allMatch(Section::isEmpty);
    }
}
