// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** What a serializer writes to. */
public interface DataCellDataOutput extends DataOutput {

    /** Writes a string of any length. */
    @Override
    void writeUTF(String s) throws IOException;

    /** Writes a cell inside the cell. */
    void writeDataCell(DataCell cell) throws IOException;
}
