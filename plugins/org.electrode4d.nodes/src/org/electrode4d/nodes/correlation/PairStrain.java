// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.StrainField;
import org.electrode4d.nodes.table.PairLabel;

/** The strain between two scans. */
record PairStrain(PairLabel pair, StrainField field) {
}
