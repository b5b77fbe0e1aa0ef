// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.Set;

import org.electrode4d.nodes.table.NameList;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Parameters of the Step Filter. */
final class StepFilterNodeParameters implements NodeParameters {

    @Widget(title = "Steps", description = "Names of the steps, separated by commas: <tt>T0</tt> or <tt>T0, T6</tt>.")
    String m_steps = "T0";

    @Widget(title = "Leave them out", description = "Keeps all other rows instead.")
    boolean m_exclude;

    @Advanced
    @Widget(title = "Column", description = "Column with the names of the steps: <i>Step</i> of a series, "
        + "<i>Reference step</i> or <i>Deformed step</i> of pairs.")
    String m_column = SeriesColumns.STEP;

    /** The names, in the order in which they were written. */
    Set<String> steps() {
        return NameList.parse(m_steps);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (steps().isEmpty()) {
            throw new InvalidSettingsException("'Steps' is empty. Write the names of steps, such as T0, T6.");
        }
    }
}
