// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.preparation.CropBox;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Crop. */
final class CropNodeParameters implements NodeParameters {

    static final class DefinitionReference implements ParameterReference<CropDefinition> {
    }

    static final class ColumnsReference implements ParameterReference<CroppedColumns> {
    }

    static final class ByCorners implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DefinitionReference.class).isOneOf(CropDefinition.CORNERS);
        }
    }

    static final class ByCentre implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DefinitionReference.class).isOneOf(CropDefinition.CENTRE);
        }
    }

    static final class ByVoxels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(DefinitionReference.class).isOneOf(CropDefinition.VOXELS);
        }
    }

    static final class OneColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ColumnsReference.class).isOneOf(CroppedColumns.CHOSEN);
        }
    }

    @Widget(title = "Crop", description = "Which volumes of a row are cropped, all to the same box. Voxels that belong "
        + "together stay together: crop masks and labels with their scan.")
    @ValueReference(ColumnsReference.class)
    CroppedColumns m_columns = CroppedColumns.CHOSEN;

    @Widget(title = "Volumes", description = "Column with the volumes to crop.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = OneColumn.class, type = EffectType.SHOW)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Widget(title = "Volume of interest by", description = "How the box is given. In µm it is the same place of the "
        + "scanner or, after an alignment, of the sample, whatever the voxel size and the first voxel of a volume; in "
        + "voxels it is counted from the first voxel of each volume.")
    @ValueReference(DefinitionReference.class)
    CropDefinition m_definition = CropDefinition.CORNERS;

    @Widget(title = "From x [µm]", description = "First corner along x: voxels whose centre lies here or beyond.")
    @Effect(predicate = ByCorners.class, type = EffectType.SHOW)
    double m_fromX = 0;

    @Widget(title = "From y [µm]", description = "First corner along y: voxels whose centre lies here or beyond.")
    @Effect(predicate = ByCorners.class, type = EffectType.SHOW)
    double m_fromY = 0;

    @Widget(title = "From z [µm]", description = "First corner along z: voxels whose centre lies here or beyond.")
    @Effect(predicate = ByCorners.class, type = EffectType.SHOW)
    double m_fromZ = 0;

    @Widget(title = "To x [µm]", description = "Last corner along x, included.")
    @Effect(predicate = ByCorners.class, type = EffectType.SHOW)
    double m_toX = 50;

    @Widget(title = "To y [µm]", description = "Last corner along y, included.")
    @Effect(predicate = ByCorners.class, type = EffectType.SHOW)
    double m_toY = 50;

    @Widget(title = "To z [µm]", description = "Last corner along z, included.")
    @Effect(predicate = ByCorners.class, type = EffectType.SHOW)
    double m_toZ = 50;

    @Widget(title = "Centre x [µm]", description = "Centre of the box along x.")
    @Effect(predicate = ByCentre.class, type = EffectType.SHOW)
    double m_centreX = 25;

    @Widget(title = "Centre y [µm]", description = "Centre of the box along y.")
    @Effect(predicate = ByCentre.class, type = EffectType.SHOW)
    double m_centreY = 25;

    @Widget(title = "Centre z [µm]", description = "Centre of the box along z.")
    @Effect(predicate = ByCentre.class, type = EffectType.SHOW)
    double m_centreZ = 25;

    @Widget(title = "Size x [µm]", description = "Edge of the box along x.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ByCentre.class, type = EffectType.SHOW)
    double m_sizeX = 50;

    @Widget(title = "Size y [µm]", description = "Edge of the box along y.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ByCentre.class, type = EffectType.SHOW)
    double m_sizeY = 50;

    @Widget(title = "Size z [µm]", description = "Edge of the box along z.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ByCentre.class, type = EffectType.SHOW)
    double m_sizeZ = 50;

    @Widget(title = "First voxel x", description = "First voxel along x, counted from 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ByVoxels.class, type = EffectType.SHOW)
    int m_firstX = 0;

    @Widget(title = "First voxel y", description = "First voxel along y, counted from 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ByVoxels.class, type = EffectType.SHOW)
    int m_firstY = 0;

    @Widget(title = "First voxel z", description = "First voxel along z, counted from 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = ByVoxels.class, type = EffectType.SHOW)
    int m_firstZ = 0;

    @Widget(title = "Voxels x", description = "Number of voxels along x.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = ByVoxels.class, type = EffectType.SHOW)
    int m_voxelsX = 100;

    @Widget(title = "Voxels y", description = "Number of voxels along y.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = ByVoxels.class, type = EffectType.SHOW)
    int m_voxelsY = 100;

    @Widget(title = "Voxels z", description = "Number of voxels along z.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = ByVoxels.class, type = EffectType.SHOW)
    int m_voxelsZ = 100;

    @Advanced
    @Widget(title = "Replace the volumes", description = "The new volumes stand where the old ones were, instead of in "
        + "a column of their own.")
    boolean m_replace;

    CropNodeParameters() {
    }

    CropNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    CropBox box() throws InvalidSettingsException {
        try {
            return switch (m_definition) {
                case CORNERS -> CropBox.between(new Point(m_fromX, m_fromY, m_fromZ), new Point(m_toX, m_toY, m_toZ));
                case CENTRE -> CropBox.around(new Point(m_centreX, m_centreY, m_centreZ),
                    new Point(m_sizeX, m_sizeY, m_sizeZ));
                case VOXELS -> CropBox.ofVoxels(
                    new Block(m_firstX, m_firstY, m_firstZ, m_voxelsX, m_voxelsY, m_voxelsZ));
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        box();
    }
}
