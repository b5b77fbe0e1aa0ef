// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.BadNodes;
import org.electrode4d.correlation.FilterSettings;
import org.electrode4d.nodes.table.FieldColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Deformation Field Filter. */
final class DeformationFieldFilterNodeParameters implements NodeParameters {

    @Widget(title = "Deformation field", description = "Column with the fields to filter.")
    @ChoicesProvider(FieldColumns.class)
    String m_fieldColumn = "";

    @Widget(title = "Replace by", description = "What a node gets that did not converge or is beyond a limit.")
    FillMethod m_method = FillMethod.INVERSE_DISTANCE;

    @Widget(title = "Neighbours", description = "How many of the nearest good nodes a replacement is made of. The "
        + "local quadratic fit takes at least 20.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_neighbours = 8;

    @Advanced
    @Widget(title = "Minimum ZNCC [-]", description = "Nodes that converged, but to a correlation coefficient below "
        + "this, are replaced as well. -1 keeps all.")
    double m_minimumZncc = -1;

    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    @Widget(title = "Largest uncertainty [µm]", description = "Nodes whose displacement is more uncertain than this "
        + "along any axis are replaced as well. 0 keeps all; nodes without known uncertainty are always kept.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_maximumUncertainty = 0;

    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    @Widget(title = "Largest coherency [-]", description = "Nodes that do not fit their neighbours are replaced as "
        + "well: those whose displacement is farther from the quadratic surface through the neighbours than is usual "
        + "there. 0 keeps all; 1 is a good limit, which a node exceeds that is off along every axis by 0.1 "
        + "voxel more than its neighbours are. Smaller numbers are stricter.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_maximumCoherency = 0;

    @Advanced
    @Migrate(loadDefaultIfAbsent = true)
    @Widget(title = "Median radius [nodes]", description = "Smooths the good nodes before the others are replaced: "
        + "each gets the median over a cube of 2 r + 1 nodes along every axis, strain taken into account. 0 leaves "
        + "them as they were measured.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_medianRadius = 0;

    DeformationFieldFilterNodeParameters() {
    }

    DeformationFieldFilterNodeParameters(final NodeParametersInput input) {
        m_fieldColumn = FieldColumns.last(input, 0);
    }

    FilterSettings settings() throws InvalidSettingsException {
        try {
            return new FilterSettings(m_method.method, m_neighbours,
                new BadNodes(m_minimumZncc, limit(m_maximumUncertainty), limit(m_maximumCoherency)), m_medianRadius);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static double limit(final double value) {
        return value == 0 ? Double.POSITIVE_INFINITY : value;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
