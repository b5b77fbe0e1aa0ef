// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import org.knime.node.parameters.widget.choices.Label;

/** What a writer does where a file of the name is there already. */
public enum ExistingFile {

    /** Stop before anything is written. */
    @Label(value = "Fail", description = "The node stops before it changes anything")
    FAIL,

    /** Replace it once the new file is complete. */
    @Label(value = "Overwrite", description = "The old file is replaced when the new one is complete")
    OVERWRITE
}
