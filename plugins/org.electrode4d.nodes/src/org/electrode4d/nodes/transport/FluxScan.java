// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.flux.FluxResult;

/**
 * The steady state of a scan.
 *
 * @param step which scan
 * @param fileName end of the names of its files
 * @param result of the whole
 * @param first position of the centre of the first layer in µm
 * @param spacing of layers in µm
 * @param slices the whole, and its parts if it is divided
 */
record FluxScan(ScanStep step, String fileName, FluxResult result, double first, double spacing,
    List<FluxSlice> slices) {

    /** Position of the centre of a layer in µm. */
    double position(final int layer) {
        return first + layer * spacing;
    }
}
