// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.List;

import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Offers the deformation field columns of the input table in a dialog. */
public final class FieldColumns extends CompatibleColumnsProvider {

    /** Called by KNIME. */
    public FieldColumns() {
        super(DeformationFieldValue.class);
    }

    /** The field that was computed last, which stands rightmost; empty where there is none. */
    public static String last(final NodeParametersInput input, final int port) {
        final List<DataColumnSpec> columns =
            ColumnSelectionUtil.getCompatibleColumns(input, port, DeformationFieldValue.class);
        return columns.isEmpty() ? "" : columns.get(columns.size() - 1).getName();
    }
}
