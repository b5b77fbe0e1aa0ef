// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.io.DataInput;
import java.io.IOException;

/** What a serializer reads from. */
public interface DataCellDataInput extends DataInput {

    /** @return a cell inside the cell */
    DataCell readDataCell() throws IOException;
}
