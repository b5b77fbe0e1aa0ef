// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.renderer;

import java.awt.Component;
import java.awt.Dimension;

import javax.swing.ListCellRenderer;
import javax.swing.table.TableCellRenderer;

import org.knime.core.data.DataColumnSpec;

/** Draws cells. */
@SuppressWarnings("rawtypes")
public interface DataValueRenderer extends TableCellRenderer, ListCellRenderer {

    /** @return what the user reads in a list of renderers */
    String getDescription();

    /** @return the size that a cell is best drawn at, in pixels */
    Dimension getPreferredSize();

    /** @return a component that draws the value */
    Component getRendererComponent(Object val);

    /** @return whether cells of that column can be drawn */
    boolean accepts(DataColumnSpec spec);
}
