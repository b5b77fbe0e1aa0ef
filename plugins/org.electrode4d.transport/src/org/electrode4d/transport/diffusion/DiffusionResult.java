// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.List;

/**
 * What came out of a run.
 *
 * @param maps the concentration at the nodes for each output time, mol/L
 * @param times of the start and of every step, s
 * @param curves the concentration of each probe at these times, mol/L
 * @param probeTimes when each probe reached 90 % of the concentration of the source, s; NaN if it did not
 * @param mean of the concentration over all solved phases at these times, mol/L
 * @param uptakes per list of groups that was asked for, in its order
 * @param balance of mass and connections
 * @param report of the steps
 */
public record DiffusionResult(List<double[]> maps, double[] times, List<double[]> curves, double[] probeTimes,
    double[] mean, List<List<GroupUptake>> uptakes, Balance balance, BackwardDifferences.Report report) {

    /**
     * Where lithium is and where it came from.
     *
     * @param uptake the integral of {@code eps c} at the end, fmol, in the plane per µm of thickness
     * @param inflow the time integral of the flux through the boundary, in the same unit; equal to the uptake but for
     *     the residual of linear systems
     * @param capacity the uptake when all has the concentration of the source
     * @param sourceMeasure length in µm or area in µm² of the boundary to sources
     * @param connected part of the capacity that is connected with a source; the rest stays empty
     */
    public record Balance(double uptake, double inflow, double capacity, double sourceMeasure, double connected) {
    }
}
