// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.List;

/**
 * What a machine has counted.
 *
 * @param loops of the loops that the active step is in, the outermost first
 * @param step since the active step began
 * @param segment since the active step began or was resumed after a scan
 * @param scans completed in the run
 * @param charge net charge since the start of the run in coulomb, integrated over all samples by the trapezium rule
 */
public record Counters(List<Elapsed> loops, Elapsed step, Elapsed segment, int scans, double charge) {

    /** Copies the list. */
    public Counters {
        loops = List.copyOf(loops);
    }
}
