// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

/**
 * A row of the scan table.
 *
 * @param scan with its identifier, its beginning and its end
 * @param middle the cell in the middle of the scan; not a number where there is no sample or no end
 * @param protocolStep the step that was interrupted for it; empty if there was none
 * @param phase the phase that was interrupted for it: REST, CURRENT, POTENTIAL; empty if there was none
 */
public record ScanRow(LoggedScan scan, CellState middle, String protocolStep, String phase) {

    /**
     * The cell at a moment.
     *
     * @param time seconds since the start of the run
     * @param potential V
     * @param current A, positive charges
     * @param charge net charge since the start of the run, C
     * @param stateOfCharge that charge over the capacity, 1 for a full cell; NaN without capacity
     */
    public record CellState(double time, double potential, double current, double charge, double stateOfCharge) {
    }
}
