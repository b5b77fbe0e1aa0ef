// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.table;

import java.util.Optional;

import org.electrode4d.embedded.spi.registry.CellTypes;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.collection.CollectionDataValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * What the bytes of a cell are.
 *
 * @param cellClass the class of the cell
 * @param elementType the type of the elements of a collection, else null
 */
record CellKind(Class<? extends DataCell> cellClass, DataType elementType) {

    private static final String CLASS = "class";

    private static final String ELEMENT_TYPE = "collection.element.type";

    static CellKind of(final DataCell cell) {
        return new CellKind(cell.getClass(),
            cell instanceof CollectionDataValue ? ((CollectionDataValue)cell).getElementType() : null);
    }

    Optional<DataCellSerializer<DataCell>> serializer() {
        return CellTypes.serializer(cellClass);
    }

    void save(final NodeSettingsWO settings) {
        settings.addString(CLASS, cellClass.getName());
        if (elementType != null) {
            elementType.save(settings.addNodeSettings(ELEMENT_TYPE));
        }
    }

    static CellKind load(final NodeSettingsRO settings) throws InvalidSettingsException {
        DataType element = settings.containsKey(ELEMENT_TYPE)
            ? DataType.load(settings.getNodeSettings(ELEMENT_TYPE)) : null;
        return new CellKind(CellTypes.cellClass(settings.getString(CLASS)), element);
    }
}
