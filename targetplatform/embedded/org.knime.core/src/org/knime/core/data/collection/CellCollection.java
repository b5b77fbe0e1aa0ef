// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.collection;

import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.knime.core.data.DataCell;

/** Cells inside a cell. */
public interface CellCollection extends Iterable<DataCell> {

    default Stream<DataCell> stream() {
        return StreamSupport.stream(spliterator(), false);
    }
}
