// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.knime.node.parameters.widget.choices.Label;

/** What a scan may do. */
enum AlignmentMotion {

    @Label(value = "Shift and turn", description = "Six degrees of freedom")
    RIGID,

    @Label(value = "Shift", description = "Three degrees of freedom")
    TRANSLATION
}
