// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.awt.image.BufferedImage;

/**
 * A picture to be written.
 *
 * @param quantity what it shows, with the unit; empty where the column says it
 * @param suffix end of the file name
 */
record Picture(String quantity, String suffix, BufferedImage image) {
}
