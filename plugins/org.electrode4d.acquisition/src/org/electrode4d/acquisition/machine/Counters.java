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

    /** Net charge in coulomb that passed, whatever the phase. */
    Counters charged(final double more) {
        return new Counters(loops, step, segment, scans, charge + more);
    }

    /** Time in seconds and charge in coulomb that passed while the step was active. */
    Counters active(final double time, final double moreCharge) {
        return new Counters(loops.stream().map(loop -> loop.plus(time, moreCharge)).toList(),
            step.plus(time, moreCharge), segment.plus(time, moreCharge), scans, charge);
    }

    Counters scanned() {
        return new Counters(loops.stream().map(Elapsed::scanned).toList(), step.scanned(), segment.scanned(),
            scans + 1, charge);
    }

    Counters newSegment() {
        return new Counters(loops, step, Elapsed.NOTHING, scans, charge);
    }

    Counters newStep(final List<Elapsed> around) {
        return new Counters(around, Elapsed.NOTHING, Elapsed.NOTHING, scans, charge);
    }
}
