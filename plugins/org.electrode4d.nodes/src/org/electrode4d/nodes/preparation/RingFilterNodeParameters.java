// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.preparation.RingSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Ring Filter. */
final class RingFilterNodeParameters implements NodeParameters {

    static final class MiddleReference implements ParameterReference<Boolean> {
    }

    static final class CentreElsewhere implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(MiddleReference.class).isFalse();
        }
    }

    @Widget(title = "Volumes", description = "Column with the scans.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Widget(title = "Axis of rotation", description = "The axis that the sample was turned about; rings are in the "
        + "slices across it.")
    @ValueSwitchWidget
    RotationAxisChoice m_axis = RotationAxisChoice.Z;

    @Widget(title = "Centre in the middle", description = "Whether the rings are centred in the middle of the slices, "
        + "as they are unless the volume was cropped or turned.")
    @ValueReference(MiddleReference.class)
    boolean m_middle = true;

    @Widget(title = "Centre, to the right [voxel]", description = "Place of the centre of the rings in a slice, "
        + "counted from the first voxel: along x, or along y where x is the axis of rotation. It may lie outside.")
    @Effect(predicate = CentreElsewhere.class, type = EffectType.SHOW)
    double m_centreRight;

    @Widget(title = "Centre, down [voxel]", description = "Place of the centre of the rings along y, or along z where "
        + "x or y is the axis of rotation.")
    @Effect(predicate = CentreElsewhere.class, type = EffectType.SHOW)
    double m_centreDown;

    @Widget(title = "Median window [voxel]", description = "Length of the window along the radius, an odd number: "
        + "about four times the width of the widest ring. Structure that is finer than half of it is not told from "
        + "rings by its width, only by not running all around.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_medianWindow = RingSettings.DEFAULT.medianWindow();

    @Widget(title = "Angular window [°]", description = "360 for full rings. Smaller, such as 60, for rings that end "
        + "or change around the centre: half rings of a scan over 180°, or after the sample moved.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_angularWindow = RingSettings.DEFAULT.angularWindow();

    @Widget(title = "Largest ring [grey value]", description = "Differences from the median above this are structure, "
        + "such as the wall of a capillary, and no ring. 0 finds it: ten robust standard deviations of all "
        + "differences.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_largestRing;

    @Advanced
    @Widget(title = "Passes", description = "A second pass finds what sampling left of narrow rings in the first.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_passes = RingSettings.DEFAULT.passes();

    @Advanced
    @Widget(title = "Replace the volumes", description = "The new volumes stand where the old ones were, instead of in "
        + "a column of their own.")
    boolean m_replace;

    RingFilterNodeParameters() {
    }

    RingFilterNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    RingSettings settings() throws InvalidSettingsException {
        try {
            return new RingSettings(m_axis.axis, m_middle ? Double.NaN : m_centreRight,
                m_middle ? Double.NaN : m_centreDown, m_medianWindow, m_angularWindow, m_largestRing, m_passes);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
