// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.morphology.WatershedSettings;
import org.electrode4d.volume.VoxelSize;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Watershed. */
final class WatershedNodeParameters implements NodeParameters {

    static final class ReliefReference implements ParameterReference<WatershedReliefChoice> {
    }

    static final class FloodsDistance implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ReliefReference.class).isOneOf(WatershedReliefChoice.DISTANCE);
        }
    }

    static final class FloodsGreys implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ReliefReference.class).isOneOf(WatershedReliefChoice.BRIGHT, WatershedReliefChoice.DARK);
        }
    }

    static final class MarkerSwitch implements ParameterReference<Boolean> {
    }

    static final class HasMarkers implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(MarkerSwitch.class).isTrue();
        }
    }

    @Widget(title = "Mask", description = "Column with the masks of all particles together: voxels that are 0 are "
        + "outside, all others inside.")
    @ChoicesProvider(VolumeColumns.class)
    String m_maskColumn = "Mask";

    @Widget(title = "Cut by", description = "What tells where a particle ends.")
    @ValueReference(ReliefReference.class)
    WatershedReliefChoice m_relief = WatershedReliefChoice.DISTANCE;

    @Widget(title = "Peak height h [µm]", description = "A bulge is a particle of its own if the largest ball inside "
        + "it has a radius larger by this than the largest ball that fits through its neck. Larger values cut less. 0 "
        + "takes the longest edge of a voxel, which suppresses what comes from the voxel grid.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = FloodsDistance.class, type = EffectType.SHOW)
    double m_h;

    @Widget(title = "Volume", description = "Column with the volumes along whose dark or bright voxels particles are "
        + "cut, of the shape of the masks.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = FloodsGreys.class, type = EffectType.SHOW)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Widget(title = "Peak height h [grey value]", description = "A particle must be brighter (or darker) by this than "
        + "the way to a brighter (darker) one. Larger values cut less; 0 makes a particle of every peak.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = FloodsGreys.class, type = EffectType.SHOW)
    double m_hGrey;

    @Widget(title = "Lines between particles", description = "Sets voxels where particles touch to 0, so that they are "
        + "separated. They are taken from the larger particle.")
    boolean m_lines;

    @Advanced
    @Widget(title = "Begin at given markers", description = "Makes one particle of every label of another volume, "
        + "instead of searching for peaks. Parts of the mask without a marker become 0.")
    @ValueReference(MarkerSwitch.class)
    boolean m_useMarkers;

    @Advanced
    @Widget(title = "Markers", description = "Column with label volumes of the shape of the masks, 0 where there is no "
        + "marker. Particles keep these labels.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasMarkers.class, type = EffectType.SHOW)
    String m_markerColumn = "";

    @Advanced
    @Widget(title = "Smallest distance of peaks [µm]", description = "Touching particles whose peaks are nearer than "
        + "this become one. 0 for none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastDistance;

    @Advanced
    @Widget(title = "Smallest particle [µm³]", description = "A smaller particle becomes part of the one with which "
        + "it has the largest contact; one that touches none stays. 0 for none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastVolume;

    @Advanced
    @Widget(title = "Labels", description = "Which labels are inside of the mask: <tt>2, 3</tt>. Empty takes "
        + "everything that is not 0.")
    String m_labels = "";

    @Advanced
    @Widget(title = "Neighbours", description = "Which voxels touch.")
    @ValueSwitchWidget
    VoxelNeighbours m_neighbours = VoxelNeighbours.FACES;

    @Advanced
    @Widget(title = "Beyond the border", description = "What is beyond the border of the volume, for distances.")
    @ValueSwitchWidget
    @Effect(predicate = FloodsDistance.class, type = EffectType.SHOW)
    BeyondBorder m_border = BeyondBorder.OPEN;

    WatershedNodeParameters() {
    }

    WatershedNodeParameters(final NodeParametersInput input) {
        m_maskColumn = VolumeColumns.preferred(input, m_maskColumn);
        m_volumeColumn = VolumeColumns.scan(input);
    }

    WatershedSettings settings(final VoxelSize size) {
        final double edge = Math.max(size.x(), Math.max(size.y(), size.z()));
        final double h = m_relief != WatershedReliefChoice.DISTANCE ? m_hGrey : m_h > 0 ? m_h : edge;
        return new WatershedSettings(h, m_leastDistance, m_leastVolume, m_lines, m_neighbours.connectivity);
    }

    /** The labels that are inside; none where every value other than 0 is. */
    int[] labels() throws InvalidSettingsException {
        return SelectedVoxels.numbers(m_labels);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            settings(VoxelSize.isotropic(1));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        if (!(m_h >= 0)) {
            throw new InvalidSettingsException("'Peak height h [µm]' is " + m_h + ", but must be 0 or greater.");
        }
        labels();
    }
}
