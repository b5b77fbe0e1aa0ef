// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** Where the numbers of a transformation come from. */
enum TransformationSource {

    @Label(value = "Entered", description = "One transformation, entered below, for all pairs that are chosen")
    ENTERED,

    @Label(value = "Columns", description = "One transformation per pair, from columns of the input table: "
        + "<i>Translation x [µm]</i>, <i>Rotation x [°]</i>, <i>Stretch x [-]</i>, likewise y and z, and <i>Stretch "
        + "xy [-]</i>, <i>Stretch xz [-]</i>, <i>Stretch yz [-]</i>. In a series, the row of the deformed scan "
        + "counts. What is missing means no change; at least one of the columns is needed. The <i>Global "
        + "Registration</i> puts out columns of these names")
    COLUMNS
}
