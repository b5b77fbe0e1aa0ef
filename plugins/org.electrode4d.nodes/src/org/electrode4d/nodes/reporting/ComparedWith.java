// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import org.knime.node.parameters.widget.choices.Label;

/** What measured values are subtracted from. */
enum ComparedWith {

    @Label(value = "True values", description = "And published ones where no true value is given")
    TRUE,

    @Label(value = "Published values", description = "And true ones where no published value is given")
    PUBLISHED
}
