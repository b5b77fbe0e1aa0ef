// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.table;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** Offers the volume columns of the input table in a dialog, and first of all none, which is stored as empty text. */
public final class OptionalVolumeColumns implements StringChoicesProvider {

    /** Called by KNIME. */
    public OptionalVolumeColumns() {
        // nothing to set up
    }

    @Override
    public List<StringChoice> computeState(final NodeParametersInput context) {
        final List<StringChoice> choices = new ArrayList<>();
        choices.add(new StringChoice("", "None"));
        for (final DataColumnSpec column : ColumnSelectionUtil.getCompatibleColumns(context, 0, VolumeValue.class)) {
            choices.add(new StringChoice(column.getName(), column.getName()));
        }
        return choices;
    }
}
