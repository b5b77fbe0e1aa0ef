// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.correlation.ConvergenceSettings;
import org.electrode4d.correlation.RegistrationSettings;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Global Registration. */
final class GlobalRegistrationNodeParameters implements NodeParameters {

    @Section(title = "Scans")
    interface ScansSection {
    }

    @Advanced
    @Section(title = "Iteration")
    @After(ScansSection.class)
    interface IterationSection {
    }

    @Layout(ScansSection.class)
    @Widget(title = "Volumes", description = "Column with the scans of the series, in the order of time.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = "";

    @Layout(ScansSection.class)
    @Widget(title = "Pairs", description = "Which scans are compared. Small steps converge more easily; comparing all "
        + "with the first gives the total deformation at once.")
    @ValueSwitchWidget
    Pairing m_pairing = Pairing.CONSECUTIVE;

    @Advanced
    @Layout(ScansSection.class)
    @Migrate(loadDefaultIfAbsent = true)
    @Widget(title = "Start from", description = "Only where the input is a table of pairs: column with the deformation "
        + "to start from, for instance that of an <i>Initial Alignment</i>. Volumes and pairs are then those of the "
        + "table, whatever is set above.")
    @ChoicesProvider(FieldColumns.class)
    String m_startColumn = "";

    @Layout(ScansSection.class)
    @Widget(title = "Deformation", description = "What the whole volume is allowed to do.")
    @ValueSwitchWidget
    DegreesOfFreedom m_freedom = DegreesOfFreedom.AFFINE;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Search range [part of the volume]", description = "How far a translation is looked for before the "
        + "iteration begins: 0.2 searches a fifth of the extent along every axis. 0 does not search.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_searchRange = 0.2;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Bins", description = "The registration begins on coarse copies of the volumes, made by averaging "
        + "blocks of so many voxels along every axis: <tt>8, 4, 2, 1</tt>. Empty chooses by the size of the volume.")
    String m_bins = "";

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Maximum iterations", description = "On every level of binning.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_maximumIterations = 100;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Tolerance [voxel]", description = "The iteration ends when no corner of the volume moves further "
        + "than this.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_tolerance = 1e-3;

    @Advanced
    @Layout(IterationSection.class)
    @Widget(title = "Interpolation", description = "How grey values between voxels are found.")
    @ValueSwitchWidget
    Interpolation m_interpolation = Interpolation.EXACT;

    GlobalRegistrationNodeParameters() {
    }

    GlobalRegistrationNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = ColumnSelectionUtil.getFirstCompatibleColumnOfFirstPort(input, VolumeValue.class)
            .map(DataColumnSpec::getName).orElse("");
        m_startColumn = FieldColumns.last(input, 0);
    }

    RegistrationSettings settings() throws InvalidSettingsException {
        try {
            final ConvergenceSettings convergence = ConvergenceSettings.registration()
                .withMaximumIterations(m_maximumIterations).withTolerance(m_tolerance).withFreedom(m_freedom.freedom)
                .withAccuracy(m_interpolation.accuracy);
            return new RegistrationSettings(NumberList.parse(m_bins, "Bins"), m_searchRange, convergence);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
