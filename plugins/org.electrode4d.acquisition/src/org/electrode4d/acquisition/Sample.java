// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition;

/**
 * One sample of a run.
 *
 * @param number 0 for the first of the run, then one more each: a gap or a double shows
 * @param reading its time counts from the start of the run
 * @param step name of the protocol's step; empty before the first
 * @param phase of the step: REST, CURRENT, POTENTIAL, BEFORE_SCAN, SCANNING
 * @param charge net charge since the start of the run, in coulomb
 */
public record Sample(long number, Reading reading, String step, String phase, double charge) {
}
