// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.collection;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;

/** Makes cells that hold cells. */
public final class CollectionCellFactory {

    private CollectionCellFactory() {
    }

    public static ListCell createListCell(final Collection<? extends DataCell> coll) {
        return new ListCell(coll);
    }

    /** @return a list of the cells in some columns of a row */
    public static ListCell createListCell(final DataRow row, final int[] cols) {
        return new ListCell(Arrays.stream(cols).mapToObj(row::getCell).collect(Collectors.toList()));
    }
}
