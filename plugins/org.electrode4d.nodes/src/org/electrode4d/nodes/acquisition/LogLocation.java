// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.knime.node.parameters.widget.choices.Label;

/** Where the reader finds its logs. */
enum LogLocation {

    @Label(value = "One log", description = "One file of one cell")
    ONE_LOG,

    @Label(value = "Folder", description = "Every file whose name matches a pattern is the log of one cell")
    FOLDER
}
