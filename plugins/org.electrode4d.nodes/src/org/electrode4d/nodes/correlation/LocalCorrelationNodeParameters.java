// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.ConvergenceSettings;
import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.correlation.NodeLevel;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.NumberList;
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

/** Parameters of the Local Correlation. */
final class LocalCorrelationNodeParameters implements NodeParameters {

    private static final long MEBIBYTE = 1L << 20;

    @Section(title = "Grid")
    interface GridSection {
    }

    @Advanced
    @Section(title = "Iteration")
    @After(GridSection.class)
    interface IterationSection {
    }

    @Layout(GridSection.class)
    @Widget(title = "Start from", description = "Column with the deformation that the search begins at: the "
        + "<i>Registration</i>, or a field that was measured before.")
    @ChoicesProvider(FieldColumns.class)
    String m_startColumn = "";

    @Layout(GridSection.class)
    @Widget(title = "Node spacings [voxel]", description = "Distance of neighbouring nodes, from coarse to fine. Each "
        + "level starts from the one before; the last is the result. Fine spacings resolve more, coarse ones find "
        + "large movements.")
    String m_nodeSpacings = "100, 70, 35";

    @Advanced
    @Layout(GridSection.class)
    @Widget(title = "Half-window sizes [voxel]", description = "A window has 2 h + 1 voxels along every axis. One "
        + "number per node spacing; empty takes the node spacings, so that neighbouring windows overlap by half. "
        + "Larger windows are more precise, smaller ones resolve more.")
    String m_halfWindowSizes = "";

    @Advanced
    @Layout(GridSection.class)
    @Widget(title = "Grid", description = "Where the first node is.")
    @ValueSwitchWidget
    GridStart m_gridStart = GridStart.CENTRED;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Deformation", description = "What a window is allowed to do.")
    @ValueSwitchWidget
    DegreesOfFreedom m_freedom = DegreesOfFreedom.AFFINE;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Interpolation", description = "How grey values between voxels are found.")
    @ValueSwitchWidget
    Interpolation m_interpolation = Interpolation.EXACT;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Maximum iterations", description = "A node that needs more counts as not converged.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_maximumIterations = 50;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Tolerance [voxel]", description = "A node has converged when no corner of its window moves "
        + "further than this in one iteration.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_tolerance = 1e-3;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Minimum coverage [-]", description = "The part of a window that must lie inside both volumes. "
        + "Nodes with less are refused.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_minimumCoverage = 0.5;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Second chances", description = "How often nodes that failed are tried again, started from "
        + "neighbours that converged.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_secondChances = 2;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Working memory [MiB]", description = "For the voxels that are worked on at a time. More is not "
        + "needed for larger volumes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_memory = 128;

    LocalCorrelationNodeParameters() {
    }

    LocalCorrelationNodeParameters(final NodeParametersInput input) {
        m_startColumn = FieldColumns.last(input, 0);
    }

    LocalCorrelationSettings settings() throws InvalidSettingsException {
        try {
            final ConvergenceSettings convergence = new ConvergenceSettings(m_maximumIterations, m_tolerance,
                m_freedom.freedom, m_interpolation.accuracy, m_minimumCoverage);
            return LocalCorrelationSettings.defaults().withLevels(levels()).withConvergence(convergence)
                .withPlacement(m_gridStart.placement).withSecondChances(m_secondChances)
                .withMemory(m_memory * MEBIBYTE);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private List<NodeLevel> levels() throws InvalidSettingsException {
        final List<Integer> spacings = NumberList.parse(m_nodeSpacings, "Node spacings [voxel]");
        final List<Integer> windows = NumberList.parse(m_halfWindowSizes, "Half-window sizes [voxel]");
        if (!windows.isEmpty() && windows.size() != spacings.size()) {
            throw new InvalidSettingsException("There are " + spacings.size() + " node spacings (" + m_nodeSpacings
                + "), but " + windows.size() + " half-window sizes (" + m_halfWindowSizes
                + "). Give one for each, or none.");
        }
        final List<NodeLevel> levels = new ArrayList<>();
        for (int i = 0; i < spacings.size(); i++) {
            levels.add(windows.isEmpty() ? NodeLevel.of(spacings.get(i))
                : NodeLevel.of(spacings.get(i), windows.get(i)));
        }
        return levels;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
