// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.knime.node.parameters.widget.choices.Label;

/** Where models are. */
enum ModelLocation {

    @Label(value = "One model", description = "One file")
    ONE_MODEL,

    @Label(value = "Two models", description = "Two files, such as for early and for late steps")
    TWO_MODELS,

    @Label(value = "Folder", description = "Every file whose name matches a pattern")
    FOLDER
}
