// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.StartSearch;
import org.knime.node.parameters.widget.choices.Label;

/** Which start values are searched; labels for {@link StartSearch}. */
enum SearchedNodes {

    @Label(value = "None", description = "Start values come from the registration, the coarser level and the "
        + "neighbours alone")
    NONE(StartSearch.NONE),

    @Label(value = "Failed nodes", description = "Nodes that failed from every other start value")
    FAILED(StartSearch.FAILED),

    @Label(value = "First level", description = "All nodes of the first node spacing before they are correlated, and "
        + "those that fail at every spacing: for movements that no registration describes")
    FIRST_LEVEL(StartSearch.FIRST_LEVEL);

    final StartSearch nodes;

    SearchedNodes(final StartSearch nodes) {
        this.nodes = nodes;
    }
}
