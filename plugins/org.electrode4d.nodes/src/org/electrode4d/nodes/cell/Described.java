// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

/** What is in files, and known without reading them. */
public interface Described {

    /** A few facts and a hash of the content. */
    CellDescription getDescription();
}
