// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Volume Statistics. */
final class VolumeStatisticsNodeParameters implements NodeParameters {

    private static final int MOST_BINS = 65_536;

    @Widget(title = "Volumes", description = "Column with the volumes to describe.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = "";

    @Advanced
    @Widget(title = "Histogram bins", description = "Number of rows per volume in the histogram, from the smallest to "
        + "the largest value.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 256;

    VolumeStatisticsNodeParameters() {
    }

    VolumeStatisticsNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.last(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_bins < 1 || m_bins > MOST_BINS) {
            throw new InvalidSettingsException("'Histogram bins' is " + m_bins + ", but must lie between 1 and "
                + MOST_BINS + ".");
        }
    }
}
