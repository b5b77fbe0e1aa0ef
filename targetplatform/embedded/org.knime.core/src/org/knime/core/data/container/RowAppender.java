// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.container;

import org.knime.core.data.DataRow;

/** Something that takes rows. */
public interface RowAppender {

    void addRowToTable(DataRow row);
}
