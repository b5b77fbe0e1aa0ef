// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.transport.flux.TransportParameters;

/**
 * A part of a scan for a continuum model.
 *
 * @param name "Whole", or "Slice 1" and so on along the axis
 * @param from position of its first face in µm
 * @param to position of its last face in µm
 * @param parameters of that part alone
 */
record FluxSlice(String name, double from, double to, TransportParameters parameters) {
}
