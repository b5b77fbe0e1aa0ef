// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.knime.node.parameters.widget.choices.Label;

/** Where the reader finds its fields. */
enum FieldLocation {

    @Label(value = "One field", description = "One table of SPAM, or one Zarr folder")
    ONE_FIELD,

    @Label(value = "Folder", description = "Every file or folder whose name matches a pattern is one field")
    FOLDER
}
