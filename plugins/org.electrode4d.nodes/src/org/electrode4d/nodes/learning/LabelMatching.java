// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.knime.node.parameters.widget.choices.Label;

/** How files of labels find their scans. */
enum LabelMatching {

    @Label(value = "By step", description = "The step of the scan stands in the name of the file, such as T3 in "
        + "labels_T3.tif or T3-z0120.tif; not next to other letters or digits. Scans without a file have no labels")
    STEP,

    @Label(value = "By order", description = "As many files as scans, in the order of their names, numbers by value")
    ORDER
}
