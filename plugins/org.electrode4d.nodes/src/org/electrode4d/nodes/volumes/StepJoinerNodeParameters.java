// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.Set;

import org.electrode4d.nodes.table.NameList;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** Parameters of the Step Joiner. */
final class StepJoinerNodeParameters implements NodeParameters {

    @Widget(title = "Columns", description = "Columns of the second input to be taken over, separated by commas. Empty "
        + "takes all whose names the first input does not have.")
    String m_columns = "";

    /** None where all new ones are taken. */
    Set<String> columns() {
        return NameList.parse(m_columns);
    }
}
