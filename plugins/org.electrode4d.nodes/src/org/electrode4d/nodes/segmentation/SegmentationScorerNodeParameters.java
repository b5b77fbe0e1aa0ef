// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.OptionalInt;

import org.electrode4d.nodes.table.LabelMapping;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.score.ScoreSettings;
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

/** Parameters of the Segmentation Scorer. */
final class SegmentationScorerNodeParameters implements NodeParameters {

    static final class IgnoreSwitch implements ParameterReference<Boolean> {
    }

    static final class Ignores implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(IgnoreSwitch.class).isTrue();
        }
    }

    static final class MaskSwitch implements ParameterReference<Boolean> {
    }

    static final class HasScoredMask implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(MaskSwitch.class).isTrue();
        }
    }

    static final class BoundarySwitch implements ParameterReference<Boolean> {
    }

    static final class MeasuresBoundaries implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(BoundarySwitch.class).isTrue();
        }
    }

    @Widget(title = "Reference", description = "Column with the label volumes that are taken as true, such as what a "
        + "person labelled.")
    @ChoicesProvider(VolumeColumns.class)
    String m_referenceColumn = "Reference";

    @Widget(title = "Segmentation", description = "Column with the label volumes to be scored, of the same shape.")
    @ChoicesProvider(VolumeColumns.class)
    String m_segmentationColumn = "Phases";

    @Widget(title = "Leave out what is not labelled", description = "Voxels with a certain label of the reference are "
        + "not scored. If label 0 of the reference is a phase of its own, such as pores, leave this off.")
    @ValueReference(IgnoreSwitch.class)
    boolean m_ignore;

    @Widget(title = "Label of what is not labelled", description = "In the reference.")
    @Effect(predicate = Ignores.class, type = EffectType.SHOW)
    int m_ignoredLabel;

    @Widget(title = "Meaning of labels", description = "Where a label of the segmentation stands for another one in "
        + "the reference: <tt>2 = 1, 3 = 1</tt> takes 2 and 3 of the segmentation as 1. Others stay what they are.")
    String m_mapping = "";

    @Widget(title = "Distances of boundaries", description = "Measures how far boundaries are from where they should "
        + "be. This takes most of the time.")
    @ValueReference(BoundarySwitch.class)
    boolean m_boundaries = true;

    @Advanced
    @Widget(title = "Tolerance of boundaries [µm]", description = "A voxel of a boundary counts as right if the other "
        + "boundary is not farther away. 0 takes the longest edge of a voxel.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = MeasuresBoundaries.class, type = EffectType.SHOW)
    double m_tolerance;

    @Advanced
    @Widget(title = "Use a mask", description = "Scores a part of the volume only.")
    @ValueReference(MaskSwitch.class)
    boolean m_useMask;

    @Advanced
    @Widget(title = "Mask", description = "Column with masks of the same shape: voxels where they are 0 are not "
        + "scored.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasScoredMask.class, type = EffectType.SHOW)
    String m_maskColumn = "Mask";

    SegmentationScorerNodeParameters() {
    }

    SegmentationScorerNodeParameters(final NodeParametersInput input) {
        m_referenceColumn = VolumeColumns.named(input, "Reference", "True phases", "Labels");
        m_segmentationColumn = VolumeColumns.preferred(input, "Phases", "Mask");
    }

    ScoreSettings settings() throws InvalidSettingsException {
        try {
            return new ScoreSettings(m_ignore ? OptionalInt.of(m_ignoredLabel) : OptionalInt.empty(),
                LabelMapping.parse(m_mapping, "Meaning of labels"), m_boundaries, m_tolerance);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_referenceColumn.equals(m_segmentationColumn)) {
            throw new InvalidSettingsException("'Reference' and 'Segmentation' are both '" + m_referenceColumn
                + "': a segmentation agrees with itself. Choose two columns.");
        }
        settings();
    }
}
