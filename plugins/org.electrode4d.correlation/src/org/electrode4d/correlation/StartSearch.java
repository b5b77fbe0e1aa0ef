// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

/** Which nodes have their start value searched over all translations within a range. */
public enum StartSearch {
    /** None: start values come from the registration, the level before and the neighbours. */
    NONE,
    /** Nodes that failed from every start value that the registration and their neighbours suggest. */
    FAILED,
    /** All nodes of the first level, before they are correlated, and on every level those that failed. */
    FIRST_LEVEL
}
