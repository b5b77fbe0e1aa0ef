// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.knime.node.parameters.widget.choices.Label;

/** Where the thickness of the SEI comes from. */
enum LithiatedSei {

    @Label(value = "Measured", description = "At every place from the phases")
    MEASURED,

    @Label(value = "Given", description = "The same wherever the surface faces SEI")
    GIVEN
}
