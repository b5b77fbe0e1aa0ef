// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** Which scans of a series are compared. */
enum Pairing {

    @Label(value = "Consecutive", description = "Each scan with the one before: T0 with T1, T1 with T2, ...")
    CONSECUTIVE,

    @Label(value = "All to the first", description = "Each scan with the first: T0 with T1, T0 with T2, ...")
    TO_FIRST
}
