// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

/** Something that may hold back rows. */
public interface RowFlushable {

    /** Lets go all rows. */
    void flushRows();
}
