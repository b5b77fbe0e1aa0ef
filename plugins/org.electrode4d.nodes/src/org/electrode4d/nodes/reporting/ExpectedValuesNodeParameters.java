// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Parameters of Expected Values. */
final class ExpectedValuesNodeParameters implements NodeParameters {

    @Widget(title = "Compare with", description = "What the measured values are subtracted from.")
    @ValueSwitchWidget
    ComparedWith m_comparedWith = ComparedWith.TRUE;

    @Widget(title = "Outside of tolerance", description = "What happens where a difference is larger than the column "
        + "<tt>Tolerance</tt> (in the unit of the row) or <tt>Tolerance [%]</tt> (of the value that is compared with) "
        + "of the expected table allows.")
    @ValueSwitchWidget
    OutsideTolerance m_outside = OutsideTolerance.WARN;
}
