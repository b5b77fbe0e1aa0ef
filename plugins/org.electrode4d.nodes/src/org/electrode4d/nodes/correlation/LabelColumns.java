// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Offers the volumes of the second input, the labels; where it is not connected, those of the first. */
final class LabelColumns extends CompatibleColumnsProvider {

    LabelColumns() {
        super(VolumeValue.class);
    }

    @Override
    public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
        return ColumnSelectionUtil.getCompatibleColumns(input, input.getInTableSpec(1).isPresent() ? 1 : 0,
            VolumeValue.class);
    }
}
