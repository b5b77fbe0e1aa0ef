// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.List;

/**
 * A report.
 *
 * @param title what it is about
 * @param head what a reader must see first: whether all went well, what it is
 * @param sections in the order of reading
 */
public record Page(String title, List<Content> head, List<Section> sections) {

    /** Copies the lists. */
    public Page {
        head = List.copyOf(head);
        sections = List.copyOf(sections);
    }
}
