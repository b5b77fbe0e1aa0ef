// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.nodes.cell.VolumeValue;
import org.knime.core.data.DataCell;

/** Two scans to compare. */
record ScanPair(String referenceStep, String deformedStep, DataCell referenceCell, DataCell deformedCell) {

    VolumeValue reference() {
        return (VolumeValue)referenceCell;
    }

    VolumeValue deformed() {
        return (VolumeValue)deformedCell;
    }

    @Override
    public String toString() {
        return referenceStep + " to " + deformedStep;
    }
}
