// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;

import org.electrode4d.correlation.ConvergenceSettings;
import org.electrode4d.correlation.DiscreteSettings;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.PairColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Discrete Correlation. */
final class DiscreteCorrelationNodeParameters implements NodeParameters {

    private static final long MEBIBYTE = 1L << 20;

    @Section(title = "Particles")
    interface ParticlesSection {
    }

    @Advanced
    @Section(title = "Iteration")
    @After(ParticlesSection.class)
    interface IterationSection {
    }

    @Layout(ParticlesSection.class)
    @Widget(title = "Reference labels", description = "Column with the labels of the reference scans: volumes of "
        + "integers, in which the voxels of every particle have the number of the particle and all others 0. Of the "
        + "second input, whose rows are found by <i>Step</i>; or of the pairs where the second input is not connected.")
    @ChoicesProvider(LabelColumns.class)
    String m_labelColumn = "";

    @Layout(ParticlesSection.class)
    @Widget(title = "Start from", description = "Column with the deformation that the search begins at: the "
        + "<i>Registration</i>, or better a field of the <i>Local Correlation</i>, which is evaluated at the centre of "
        + "every particle.")
    @ChoicesProvider(FieldColumns.class)
    String m_startColumn = "";

    @Layout(ParticlesSection.class)
    @Widget(title = "Motion", description = "What a particle is allowed to do.")
    @ValueSwitchWidget
    DegreesOfFreedom m_freedom = DegreesOfFreedom.RIGID;

    @Layout(ParticlesSection.class)
    @Widget(title = "Margin [voxel]", description = "Voxels without a label that count as the particle's, up to this "
        + "distance: the outline of a particle moves with it and holds much of the contrast. Voxels of other particles "
        + "never count.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_margin = 3;

    @Layout(ParticlesSection.class)
    @Widget(title = "Minimum size [voxel]", description = "Particles with fewer voxels are refused.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_minimumVoxels = 100;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Interpolation", description = "How grey values between voxels are found.")
    @ValueSwitchWidget
    Interpolation m_interpolation = Interpolation.EXACT;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Maximum iterations", description = "A particle that needs more counts as not converged.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_maximumIterations = 50;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Tolerance [voxel]", description = "A particle has converged when no corner of its box moves "
        + "further than this in one iteration.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_tolerance = 1e-3;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Minimum coverage [-]", description = "The part of a particle and its margin that must be found "
        + "inside the deformed volume. Particles with less are refused.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_minimumCoverage = 0.5;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Second chances", description = "How often particles that failed are tried again, started from "
        + "their converged neighbours.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_secondChances = 1;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Working memory [MiB]", description = "For the voxels that are worked on at a time. A particle "
        + "that alone needs more is refused, with a warning that tells how much it needs.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_memory = 256;

    DiscreteCorrelationNodeParameters() {
    }

    DiscreteCorrelationNodeParameters(final NodeParametersInput input) {
        m_startColumn = FieldColumns.last(input, 0);
        final List<DataColumnSpec> volumes = new LabelColumns().columnChoices(input);
        m_labelColumn = volumes.isEmpty() ? "" : volumes.get(volumes.size() - 1).getName();
        if (m_labelColumn.equals(PairColumns.REFERENCE) || m_labelColumn.equals(PairColumns.DEFORMED)) {
            m_labelColumn = "";
        }
    }

    DiscreteSettings settings() throws InvalidSettingsException {
        try {
            final ConvergenceSettings convergence = new ConvergenceSettings(m_maximumIterations, m_tolerance,
                m_freedom.freedom, m_interpolation.accuracy, m_minimumCoverage);
            return new DiscreteSettings(m_margin, m_minimumVoxels, convergence, m_secondChances, m_memory * MEBIBYTE);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
