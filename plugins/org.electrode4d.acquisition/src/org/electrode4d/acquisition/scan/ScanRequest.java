// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

/**
 * What a scan is asked for.
 *
 * @param step T0, T1, ...: the scans of a run in their order
 * @param run identifier of the run
 * @param potential of the cell at the request, in volt
 * @param charge net charge since the start of the run, in coulomb
 */
public record ScanRequest(String step, String run, double potential, double charge) {
}
