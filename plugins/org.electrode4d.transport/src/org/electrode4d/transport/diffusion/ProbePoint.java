// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import org.electrode4d.volume.Point;

/**
 * A place at which the concentration is followed.
 *
 * @param name for tables and messages
 * @param place in µm
 */
public record ProbePoint(String name, Point place) {
}
