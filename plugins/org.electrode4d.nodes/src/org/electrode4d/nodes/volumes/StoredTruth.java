// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.knime.node.parameters.widget.choices.Label;

/** Of which scans a true volume is stored; it takes time and disk. */
enum StoredTruth {

    @Label(value = "All scans", description = "One volume per scan")
    ALL,

    @Label(value = "First scan", description = "The volume of the first scan; missing cells for the others")
    FIRST,

    @Label(value = "None", description = "Missing cells")
    NONE;

    boolean isStored(final int scan) {
        return this == ALL || this == FIRST && scan == 0;
    }
}
