// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;

/**
 * Looks ahead, for samples between the points of the grid. The end of a rest before a scan is known: beam time is
 * scarce. While a current flows: where the potential, going on as between the last two readings, would be at its bound
 * before the next sample is due, one is taken on the way. An instrument that does not watch the bound itself then passes
 * it by what the cell does in the instrument's shortest period, not in the protocol's.
 */
final class Foresight {

    /** Share of the way to the bound: a potential that bends arrives earlier than foreseen. */
    private static final double SHARE = 0.8;

    /** Part of the sampling period after which a new current is looked at, twice: nobody knows yet where it leads. */
    private static final double EARLY = 0.2;

    private final double shortest;
    private final double early;
    private Setpoint setpoint = new Setpoint.OpenCircuit();
    private Reading last;
    private double due = Double.POSITIVE_INFINITY;
    private double end = Double.POSITIVE_INFINITY;

    /**
     * @param shortest seconds between two readings of the instrument
     * @param period of sampling, seconds
     */
    Foresight(final double shortest, final double period) {
        this.shortest = shortest;
        this.early = Math.max(shortest, EARLY * period);
    }

    /**
     * From now on something else is done to the cell.
     *
     * @param now second at which it began
     * @param until second at which it is known to end: a sample is taken then; infinite if it is not known
     */
    void apply(final Setpoint next, final double now, final double until) {
        setpoint = next;
        last = null;
        due = next instanceof Setpoint.Current ? now + early : Double.POSITIVE_INFINITY;
        end = until;
    }

    /** A reading was taken. */
    void see(final Reading reading) {
        due = Double.POSITIVE_INFINITY;
        end = reading.time() < end ? end : Double.POSITIVE_INFINITY;
        if (last == null && setpoint instanceof Setpoint.Current) {
            due = reading.time() + early;
        } else if (last != null && reading.time() > last.time() && setpoint instanceof Setpoint.Current current) {
            final double slope = (reading.potential() - last.potential()) / (reading.time() - last.time());
            final double bound = slope > 0 ? current.maxPotential() : current.minPotential();
            final double left = (bound - reading.potential()) / slope;
            if (left > 0) {
                due = reading.time() + Math.max(shortest, SHARE * left);
            }
        }
        last = reading;
    }

    /** Second at which a sample is to be taken; infinite if none is needed. */
    double due() {
        return Math.min(due, end);
    }
}
