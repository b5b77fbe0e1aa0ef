// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** Offers the volume columns of the input table in a dialog, and first of all {@link #NONE}. */
public final class OptionalVolumeColumns implements StringChoicesProvider {

    /** What is stored where no column is chosen. */
    public static final String NONE = "<none>";

    /** Called by KNIME. */
    public OptionalVolumeColumns() {
        // nothing to set up
    }

    @Override
    public List<String> choices(final NodeParametersInput context) {
        final List<String> choices = new ArrayList<>();
        choices.add(NONE);
        ColumnSelectionUtil.getCompatibleColumns(context, 0, VolumeValue.class).stream().map(DataColumnSpec::getName)
            .forEach(choices::add);
        return choices;
    }

    /** Whether no column is chosen. */
    public static boolean isNone(final String column) {
        return column.isEmpty() || column.equals(NONE);
    }
}
