// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;

/**
 * The form of a cell in a configuration: its class under {@code datacell}, and its value in a configuration that has
 * the name of the class. Cells of other classes than the basic ones are not bounds or values of a domain here, and
 * cannot be stored.
 */
final class CellConfig {

    private static final String CLASS = "datacell";

    private CellConfig() {
    }

    static void add(final Config config, final DataCell cell) {
        config.addString(CLASS, cell == null ? null : cell.getClass().getName());
        if (cell != null) {
            addValue(config.addConfig(cell.getClass().getName()), cell);
        }
    }

    private static void addValue(final Config config, final DataCell cell) {
        String key = cell.getClass().getSimpleName();
        if (cell instanceof BooleanCell) {
            config.addBoolean(key, ((BooleanCell)cell).getBooleanValue());
        } else if (cell instanceof IntCell) {
            config.addInt(key, ((IntCell)cell).getIntValue());
        } else if (cell instanceof LongCell) {
            config.addLong(key, ((LongCell)cell).getLongValue());
        } else if (cell instanceof DoubleCell) {
            config.addDouble(key, ((DoubleCell)cell).getDoubleValue());
        } else if (cell instanceof StringCell) {
            config.addString(key, ((StringCell)cell).getStringValue());
        } else if (!cell.isMissing()) {
            throw new IllegalArgumentException("Cells of " + cell.getClass().getName() + " have no place in settings");
        }
    }

    static DataCell get(final Config config) throws InvalidSettingsException {
        String name = config.getString(CLASS);
        if (name == null) {
            return null;
        }
        Config value = config.getConfig(name);
        String key = name.substring(name.lastIndexOf('.') + 1);
        switch (name) {
            case "org.knime.core.data.def.BooleanCell":
                return value.getBoolean(key) ? BooleanCell.TRUE : BooleanCell.FALSE;
            case "org.knime.core.data.def.IntCell":
                return new IntCell(value.getInt(key));
            case "org.knime.core.data.def.LongCell":
                return new LongCell(value.getLong(key));
            case "org.knime.core.data.def.DoubleCell":
                return new DoubleCell(value.getDouble(key));
            case "org.knime.core.data.def.StringCell":
                return new StringCell(value.getString(key));
            case "org.knime.core.data.MissingCell":
                return DataType.getMissingCell();
            default:
                throw new InvalidSettingsException("Cannot read cells of " + name + " from settings");
        }
    }
}
