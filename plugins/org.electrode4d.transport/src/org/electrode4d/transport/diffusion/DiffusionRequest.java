// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.Arrays;
import java.util.List;

import org.electrode4d.transport.TransportException;

/**
 * What is wanted of a run.
 *
 * @param outputTimes at which the concentration everywhere is kept, s; may be empty
 * @param endTime s
 * @param probes at which the concentration of every step is kept
 * @param groups of elements whose uptake is wanted
 * @param tolerance the largest error of one step anywhere, relative to the concentration of the source
 */
public record DiffusionRequest(double[] outputTimes, double endTime, List<Probe> probes, List<CellGroups> groups,
    double tolerance) {

    /** Keeps results within about 1e-3 of the concentration of the source. */
    public static final double TOLERANCE = 1e-3;

    /** @throws TransportException for times that are not positive and ascending or lie beyond the end */
    public DiffusionRequest {
        outputTimes = outputTimes.clone();
        probes = List.copyOf(probes);
        groups = List.copyOf(groups);
        if (!(endTime > 0) || Double.isInfinite(endTime)) {
            throw new TransportException("The end time is " + endTime + " s, but must be greater than 0.");
        }
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new TransportException("The tolerance of a step is " + tolerance
                + ", but must be greater than 0 and less than 1.");
        }
        double last = 0;
        for (final double time : outputTimes) {
            if (!(time > last && time <= endTime)) {
                throw new TransportException("Output time " + time + " s is not between " + last
                    + " s, the one before, and the end time of " + endTime + " s.");
            }
            last = time;
        }
    }

    /** The output times and the end time. */
    double[] stops() {
        final int count = outputTimes.length;
        if (count > 0 && outputTimes[count - 1] == endTime) {
            return outputTimes;
        }
        final double[] stops = Arrays.copyOf(outputTimes, count + 1);
        stops[count] = endTime;
        return stops;
    }
}
