// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.superpixel.SuperpixelSettings;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Superpixels. */
final class SuperpixelsNodeParameters implements NodeParameters {

    static final class LimitReference implements ParameterReference<SuperpixelLimit> {
    }

    static final class FromValue implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LimitReference.class).isOneOf(SuperpixelLimit.VALUE);
        }
    }

    static final class FromColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LimitReference.class).isOneOf(SuperpixelLimit.COLUMN);
        }
    }

    static final class NumberColumns extends CompatibleColumnsProvider {
        NumberColumns() {
            super(DoubleValue.class);
        }
    }

    @Widget(title = "Volumes", description = "Column with the scans to divide.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Widget(title = "Superpixels in", description = "Whether regions end with their slice.")
    @ValueSwitchWidget
    SuperpixelSpace m_space = SuperpixelSpace.SLICES;

    @Widget(title = "Scale k [grey value]", description = "Larger makes larger regions: a region of <i>n</i> voxels "
        + "may differ from its neighbour by <i>k</i> / <i>n</i> more than its voxels differ among themselves.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_scale = 300;

    @Widget(title = "Smallest region [voxel]", description = "Smaller ones join the neighbour that differs least.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_minimumSize = 50;

    @Widget(title = "Count above", description = "Grey value above which the voxels of a region are counted, one of "
        + "its features.")
    @ValueSwitchWidget
    @ValueReference(LimitReference.class)
    SuperpixelLimit m_limitSource = SuperpixelLimit.OTSU;

    @Widget(title = "Limit [grey value]", description = "Voxels above and up to this value are counted.")
    @Effect(predicate = FromValue.class, type = EffectType.SHOW)
    double m_limit = 128;

    @Widget(title = "Limit column", description = "Column with the limit of each row, in grey values.")
    @ChoicesProvider(NumberColumns.class)
    @Effect(predicate = FromColumn.class, type = EffectType.SHOW)
    String m_limitColumn = "Threshold [grey value]";

    @Advanced
    @Widget(title = "Scale counts in", description = "What one unit of the scale is.")
    @ValueSwitchWidget
    SuperpixelScale m_unit = SuperpixelScale.OF_RANGE;

    @Advanced
    @Widget(title = "Smoothing [voxel]", description = "Standard deviation of the Gaussian that smooths the scan "
        + "before it is divided; features are of the scan as it is. 0 does not smooth.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_sigma = 0.8;

    @Advanced
    @Widget(title = "Neighbours", description = "Which voxels touch.")
    VoxelNeighbours m_neighbours = VoxelNeighbours.CORNERS;

    SuperpixelsNodeParameters() {
    }

    SuperpixelsNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    /** @param unit of the scale in grey values */
    SuperpixelSettings settings(final double unit) throws InvalidSettingsException {
        try {
            return new SuperpixelSettings(m_scale * unit, m_sigma, m_minimumSize, m_space == SuperpixelSpace.VOLUME,
                m_neighbours.connectivity);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** Index of the column of limits; -1 where they come from elsewhere. */
    int limitColumn(final DataTableSpec spec) throws InvalidSettingsException {
        return m_limitSource == SuperpixelLimit.COLUMN
            ? Columns.find(spec, m_limitColumn, DoubleValue.class, "limits") : -1;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings(1);
    }
}
