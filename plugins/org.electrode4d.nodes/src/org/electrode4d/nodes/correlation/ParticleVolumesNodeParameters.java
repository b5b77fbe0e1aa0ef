// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;

import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.FieldColumns;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Point;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Particle Volumes of Interest. */
final class ParticleVolumesNodeParameters implements NodeParameters {

    @Section(title = "Scans")
    interface ScansSection {
    }

    @Section(title = "Particles")
    @After(ScansSection.class)
    interface ParticlesSection {
    }

    @Section(title = "Box")
    @After(ParticlesSection.class)
    interface BoxSection {
    }

    static final class FollowingReference implements ParameterReference<ParticleFollowing> {
    }

    static final class FollowsField implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(FollowingReference.class).isOneOf(ParticleFollowing.NEAREST, ParticleFollowing.FIELD);
        }
    }

    /** Offers the fields of the second input. */
    static final class CarryingFields extends CompatibleColumnsProvider {

        CarryingFields() {
            super(DeformationFieldValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return ColumnSelectionUtil.getCompatibleColumns(input, 1, DeformationFieldValue.class);
        }
    }

    @Layout(ScansSection.class)
    @Widget(title = "Volumes", description = "Column with the scans to cut boxes out of.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(ScansSection.class)
    @Widget(title = "Labels", description = "Column with volumes of the same shape that hold a number for every "
        + "particle and 0 for all else. A binary image of one particle will do: its label is 1, or 255.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = "Particles";

    @Layout(ParticlesSection.class)
    @Widget(title = "Particles", description = "Labels in the first scan: <tt>12, 47</tt>. Empty takes the largest "
        + "ones.")
    String m_particles = "";

    @Layout(ParticlesSection.class)
    @Widget(title = "Largest particles", description = "How many are taken where none are named above.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_count = 5;

    @Advanced
    @Layout(ParticlesSection.class)
    @Widget(title = "Smallest particle [voxel]", description = "Smaller ones are not taken unless they are named.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_leastVoxels = 1000;

    @Layout(ParticlesSection.class)
    @Widget(title = "Find it again by", description = "How a particle of the first scan is found in the later ones.")
    @ValueReference(FollowingReference.class)
    ParticleFollowing m_following = ParticleFollowing.SAME_LABEL;

    @Layout(ParticlesSection.class)
    @Widget(title = "Deformation field", description = "Column of the second input with fields from the first scan to "
        + "each later one, as from the <i>Deformation Field Composer</i>, or from each scan to the next.")
    @ChoicesProvider(CarryingFields.class)
    @Effect(predicate = FollowsField.class, type = EffectType.SHOW)
    String m_fieldColumn = "";

    @Layout(BoxSection.class)
    @Widget(title = "Size x [µm]", description = "Edge of the box along x, about the centre of mass of the particle.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_sizeX = 15;

    @Layout(BoxSection.class)
    @Widget(title = "Size y [µm]", description = "Edge of the box along y.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_sizeY = 15;

    @Layout(BoxSection.class)
    @Widget(title = "Size z [µm]", description = "Edge of the box along z, across the electrode.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_sizeZ = 15;

    @Advanced
    @Layout(BoxSection.class)
    @Widget(title = "Warn if outside [%]", description = "A warning names boxes of which more than this is outside "
        + "of the scan. What is outside is not a number and takes no part in correlation.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_warnOutside = 25;

    ParticleVolumesNodeParameters() {
    }

    ParticleVolumesNodeParameters(final NodeParametersInput input) {
        final List<String> columns = ColumnSelectionUtil.getCompatibleColumns(input, 0, VolumeValue.class).stream()
            .map(DataColumnSpec::getName).toList();
        m_volumeColumn = columns.isEmpty() || columns.contains(m_volumeColumn) ? m_volumeColumn
            : columns.get(columns.size() - 1);
        m_labelColumn = columns.contains(m_labelColumn) ? m_labelColumn
            : columns.stream().filter(name -> !name.equals(m_volumeColumn)).findFirst().orElse(m_labelColumn);
        if (input.getInTableSpec(1).isPresent()) {
            m_fieldColumn = FieldColumns.last(input, 1);
        }
    }

    List<Integer> particles() throws InvalidSettingsException {
        return NumberList.parse(m_particles, "Particles");
    }

    /** In µm. */
    Point size() {
        return new Point(m_sizeX, m_sizeY, m_sizeZ);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        particles();
        if (!(m_sizeX > 0 && m_sizeY > 0 && m_sizeZ > 0)) {
            throw new InvalidSettingsException("The size of the box is " + m_sizeX + " x " + m_sizeY + " x " + m_sizeZ
                + " µm, but must be greater than zero along every axis.");
        }
        if (m_count < 1) {
            throw new InvalidSettingsException("'Largest particles' is " + m_count + ", but must be at least 1.");
        }
    }
}
