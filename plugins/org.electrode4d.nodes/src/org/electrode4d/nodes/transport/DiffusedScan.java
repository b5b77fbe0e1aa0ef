// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.diffusion.ProbePoint;
import org.electrode4d.transport.diffusion.StructureDiffusion;
import org.electrode4d.volume.Volume;

/**
 * A scan and what diffused into it.
 *
 * @param step which scan
 * @param fileName end of the names of its files
 * @param phases what was computed: a slice or a volume
 * @param probes whose curves are told
 * @param times of the maps, s
 * @param outcome of the computation
 */
record DiffusedScan(ScanStep step, String fileName, Volume phases, List<ProbePoint> probes, double[] times,
    StructureDiffusion.Outcome outcome) {

    /** The name of the curve of all solved phases. */
    static final String MEAN = "Mean";
}
