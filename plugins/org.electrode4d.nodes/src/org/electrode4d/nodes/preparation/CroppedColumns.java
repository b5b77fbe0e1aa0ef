// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** Which volumes are cropped. */
enum CroppedColumns {

    @Label(value = "Chosen column", description = "One column of volumes")
    CHOSEN,

    @Label(value = "All columns of volumes", description = "Scan, mask, phases and particles alike")
    ALL
}
