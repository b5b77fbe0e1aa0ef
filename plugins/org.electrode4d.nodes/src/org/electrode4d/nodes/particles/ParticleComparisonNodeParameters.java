// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.correlation.CollectorEnd;
import org.electrode4d.nodes.table.TrueParticleColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Particle Comparison. */
final class ParticleComparisonNodeParameters implements NodeParameters {

    private static final int PARTICLES = 1;
    private static final int TRUE_SERIES = 2;
    private static final double PERCENT = 100;

    static final class NumberedColumns extends CompatibleColumnsProvider {
        NumberedColumns() {
            super(IntValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return ColumnSelectionUtil.getCompatibleColumns(input, PARTICLES, IntValue.class);
        }
    }

    static final class SizeColumns extends CompatibleColumnsProvider {
        SizeColumns() {
            super(DoubleValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return ColumnSelectionUtil.getCompatibleColumns(input, PARTICLES, DoubleValue.class);
        }
    }

    static final class TrueColumns extends CompatibleColumnsProvider {
        TrueColumns() {
            super(VolumeValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return ColumnSelectionUtil.getCompatibleColumns(input, TRUE_SERIES, VolumeValue.class);
        }
    }

    @Widget(title = "Measured labels", description = "Column of the first input with volumes of measured particles. "
        + "Those of the first scan are compared; particles have the same numbers in all scans.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = "Propagated labels";

    @Widget(title = "Number of a particle", description = "Column of the second input with the number that the "
        + "particle of a row has in the measured labels.")
    @ChoicesProvider(NumberedColumns.class)
    String m_particleColumn = ParticleColumns.LABEL;

    @Widget(title = "Volume of a particle", description = "Column of the second input with the volume in µm³ that is "
        + "compared with the true non-lithiated volume.")
    @ChoicesProvider(SizeColumns.class)
    String m_volumeColumn = ParticleColumns.VOLUME;

    @Widget(title = "True labels", description = "Column of the third input with volumes of true particles.")
    @ChoicesProvider(TrueColumns.class)
    String m_trueColumn = "True particles";

    @Widget(title = "Measured places", description = "What the measured centres of mass refer to.")
    @ValueSwitchWidget
    ParticleFrame m_frame = ParticleFrame.ALIGNED;

    @Widget(title = "Current collector", description = "On which side of the volume it is. Displacements in the "
        + "summary count away from it.")
    @ValueSwitchWidget
    CollectorEnd m_collector = CollectorEnd.FIRST_SLICE;

    @Widget(title = "Accepted error of a trajectory [µm]", description = "The summary tells how many trajectories are "
        + "off by no more than this.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_tolerance = 0.1;

    @Widget(title = "Least diameter for classes [µm]", description = "The summary tells how many classes are right of "
        + "all particles, and of those whose true equivalent diameter is larger than this: in smaller ones a class can "
        + "hardly be seen.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastDiameter = 3;

    @Advanced
    @Widget(title = "Least overlap [%]", description = "Voxels that a measured and a true particle share at the first "
        + "scan, of those that either has. Particles that share less are not matched.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastOverlap = 50;

    @Advanced
    @Widget(title = "Particles at an end [%]", description = "Part of the particles whose mean displacement is given "
        + "for the end at the current collector and for that at the separator.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_end = 10;

    ParticleStates.Source measured() {
        return new ParticleStates.Source(m_particleColumn, m_volumeColumn, TrueParticleColumns.CENTRE);
    }

    ParticleStates.Source truth() {
        return new ParticleStates.Source(TrueParticleColumns.PARTICLE, TrueParticleColumns.VOLUME, m_frame.columns);
    }

    /** From 0 to 1. */
    double leastOverlap() {
        return m_leastOverlap / PERCENT;
    }

    /** From 0 to 1. */
    double end() {
        return m_end / PERCENT;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        requirePercent("Least overlap", m_leastOverlap);
        requirePercent("Particles at an end", m_end);
    }

    private static void requirePercent(final String title, final double value) throws InvalidSettingsException {
        if (!(value >= 0 && value <= PERCENT)) {
            throw new InvalidSettingsException("'" + title + "' is " + value + " %, but must be 0 to 100 %.");
        }
    }
}
