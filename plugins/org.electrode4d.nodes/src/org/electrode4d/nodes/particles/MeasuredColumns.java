// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Offers the columns of numbers of the input table in a dialog. */
final class MeasuredColumns extends CompatibleColumnsProvider {

    MeasuredColumns() {
        super(DoubleValue.class);
    }
}
