// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

/**
 * A category of {@code org.knime.workbench.repository.categories}.
 *
 * @param path the path of its parent, such as {@code /community}
 * @param levelId its own last step, such as {@code electrode4d}
 * @param name what the user reads
 * @param description one line, may be empty
 */
public record CategoryExtension(String path, String levelId, String name, String description) {
}
