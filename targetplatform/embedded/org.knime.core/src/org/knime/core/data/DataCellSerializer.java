// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.io.IOException;

import org.knime.core.internal.SerializerMethodLoader;

/**
 * Writes and reads cells of one class; registered at the extension point {@code org.knime.core.DataType}.
 *
 * @param <T> the class of the cells
 */
public interface DataCellSerializer<T extends DataCell> extends SerializerMethodLoader.Serializer<T> {

    void serialize(T cell, DataCellDataOutput output) throws IOException;

    T deserialize(DataCellDataInput input) throws IOException;
}
