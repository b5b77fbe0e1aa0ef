// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

/** A node model that keeps tables for its views. */
public interface BufferedDataTableHolder {

    /** @return what is kept, may be null */
    BufferedDataTable[] getInternalTables();

    /** @param tables what was kept when the workflow was saved */
    void setInternalTables(BufferedDataTable[] tables);
}
