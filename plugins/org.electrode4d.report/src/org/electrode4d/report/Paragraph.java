// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

/**
 * Running text; an empty line begins a new paragraph.
 *
 * @param text shown as it is, whatever it contains
 */
public record Paragraph(String text) implements Content {
}
