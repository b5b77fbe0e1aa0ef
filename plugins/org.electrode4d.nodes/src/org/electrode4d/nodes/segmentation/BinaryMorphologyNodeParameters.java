// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.morphology.VoxelElement;
import org.electrode4d.segmentation.morphology.VoxelMorphology;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Binary Morphology. */
final class BinaryMorphologyNodeParameters implements NodeParameters {

    static final class ElementReference implements ParameterReference<MorphologyElementChoice> {
    }

    static final class IsBall implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ElementReference.class).isOneOf(MorphologyElementChoice.BALL);
        }
    }

    static final class IsOfVoxels implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ElementReference.class).isOneOf(MorphologyElementChoice.CUBE,
                MorphologyElementChoice.CROSS);
        }
    }

    @Widget(title = "Mask", description = "Column with the masks: voxels that are 0 are outside, all others inside.")
    @ChoicesProvider(VolumeColumns.class)
    String m_maskColumn = "Mask";

    @Widget(title = "Operation", description = "What is done with the mask.")
    MorphologyOperationChoice m_operation = MorphologyOperationChoice.OPENING;

    @Widget(title = "Structuring element", description = "The shape that must fit inside, or that is added.")
    @ValueSwitchWidget
    @ValueReference(ElementReference.class)
    MorphologyElementChoice m_element = MorphologyElementChoice.BALL;

    @Widget(title = "Radius [µm]", description = "Of the ball. Below the edge of a voxel nothing changes.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsBall.class, type = EffectType.SHOW)
    double m_radius = 0.1;

    @Widget(title = "Radius [voxel]", description = "Of the cube or cross, without its middle: 1 for a cube of 3 x 3 "
        + "x 3 voxels. At most 50.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsOfVoxels.class, type = EffectType.SHOW)
    int m_radiusVoxels = 1;

    @Advanced
    @Widget(title = "Labels", description = "Which labels are inside of the mask: <tt>2, 3</tt>. Empty takes "
        + "everything that is not 0.")
    String m_labels = "";

    @Advanced
    @Widget(title = "Beyond the border", description = "What erosion and opening by a ball take for what is beyond the "
        + "border of the volume. Cubes, crosses, dilation and closing know nothing of it.")
    @ValueSwitchWidget
    @Effect(predicate = IsBall.class, type = EffectType.SHOW)
    BeyondBorder m_border = BeyondBorder.OPEN;

    BinaryMorphologyNodeParameters() {
    }

    BinaryMorphologyNodeParameters(final NodeParametersInput input) {
        m_maskColumn = VolumeColumns.preferred(input, m_maskColumn);
    }

    VoxelMorphology voxels() {
        return VoxelMorphology.of(m_element == MorphologyElementChoice.CUBE ? VoxelElement.CUBE : VoxelElement.CROSS,
            m_radiusVoxels);
    }

    /** How large the element is, for people. */
    String radiusText() {
        return m_element == MorphologyElementChoice.BALL ? m_radius + " µm"
            : m_radiusVoxels + (m_radiusVoxels == 1 ? " voxel" : " voxels");
    }

    /** The label that is inside; none where every value other than 0 is. */
    int[] labels() throws InvalidSettingsException {
        return SelectedVoxels.numbers(m_labels);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_radius > 0) || Double.isInfinite(m_radius)) {
            throw new InvalidSettingsException("'Radius [µm]' is " + m_radius + ", but must be greater than zero.");
        }
        try {
            voxels();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        labels();
    }
}
