// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.renderer;

import java.awt.Component;

import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JTable;

import org.knime.core.data.DataColumnSpec;

/** A renderer that paints its values itself, in {@code paintComponent}. */
@SuppressWarnings("rawtypes")
public abstract class AbstractPainterDataValueRenderer extends JComponent implements DataValueRenderer {

    private static final long serialVersionUID = 1L;

    @Override
    public String getDescription() {
        return "Default";
    }

    @Override
    public boolean accepts(final DataColumnSpec spec) {
        return true;
    }

    /** @param value what {@code paintComponent} shall paint from now on, usually a cell */
    protected abstract void setValue(Object value);

    @Override
    public Component getRendererComponent(final Object val) {
        setValue(val);
        return this;
    }

    @Override
    public Component getTableCellRendererComponent(final JTable table, final Object value, final boolean isSelected,
        final boolean hasFocus, final int row, final int column) {
        setBackground(isSelected ? table.getSelectionBackground() : table.getBackground());
        setForeground(isSelected ? table.getSelectionForeground() : table.getForeground());
        return getRendererComponent(value);
    }

    @Override
    public Component getListCellRendererComponent(final JList list, final Object value, final int index,
        final boolean isSelected, final boolean cellHasFocus) {
        setBackground(isSelected ? list.getSelectionBackground() : list.getBackground());
        setForeground(isSelected ? list.getSelectionForeground() : list.getForeground());
        return getRendererComponent(value);
    }
}
