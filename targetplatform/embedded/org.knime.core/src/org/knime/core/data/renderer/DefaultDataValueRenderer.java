// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.renderer;

import java.awt.Component;

import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Draws cells as the text that they show. */
@SuppressWarnings("rawtypes")
public class DefaultDataValueRenderer extends DefaultTableCellRenderer implements DataValueRenderer {

    private static final long serialVersionUID = 1L;

    private final transient DataColumnSpec column;

    private final String description;

    /** For any column. */
    public DefaultDataValueRenderer() {
        this((DataColumnSpec)null);
    }

    public DefaultDataValueRenderer(final String description) {
        this(null, description);
    }

    public DefaultDataValueRenderer(final DataColumnSpec spec) {
        this(spec, "Default");
    }

    public DefaultDataValueRenderer(final DataColumnSpec spec, final String description) {
        column = spec;
        this.description = description;
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public boolean accepts(final DataColumnSpec spec) {
        return true;
    }

    /** @return the column, or null if unknown */
    protected DataColumnSpec getColSpec() {
        return column;
    }

    @Override
    public Component getRendererComponent(final Object val) {
        setValue(val);
        return this;
    }

    @Override
    public Component getTableCellRendererComponent(final JTable table, final Object value, final boolean isSelected,
        final boolean hasFocus, final int row, final int col) {
        super.getTableCellRendererComponent(table, value, isSelected, hasFocus, row, col);
        return getRendererComponent(value);
    }

    @Override
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean isSelected, final boolean cellHasFocus) {
        setBackground(isSelected ? list.getSelectionBackground() : list.getBackground());
        setForeground(isSelected ? list.getSelectionForeground() : list.getForeground());
        return getRendererComponent(value);
    }

    /** Makes this renderer. */
    public static final class Factory extends AbstractDataValueRendererFactory {

        @Override
        public String getDescription() {
            return "Default";
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec colSpec) {
            return new DefaultDataValueRenderer(colSpec);
        }
    }
}
