// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import org.electrode4d.nodes.table.VolumeColumns;
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

/** Parameters of the Object Filter. */
final class ObjectFilterNodeParameters implements NodeParameters {

    static final class KindReference implements ParameterReference<ObjectKind> {
    }

    static final class OfComponents implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(KindReference.class).isOneOf(ObjectKind.COMPONENTS);
        }
    }

    @Widget(title = "Volumes", description = "Column with masks or labels.")
    @ChoicesProvider(VolumeColumns.class)
    String m_maskColumn = SelectedVoxels.MASK;

    @Widget(title = "Objects", description = "What counts as one object. Connected voxels give a mask again, labels "
        + "give labels, numbered without gaps.")
    @ValueSwitchWidget
    @ValueReference(KindReference.class)
    ObjectKind m_kind = ObjectKind.COMPONENTS;

    @Widget(title = "Labels", description = "Which labels are inside of the mask: <tt>2, 3</tt>. Empty takes "
        + "everything that is not 0.")
    @Effect(predicate = OfComponents.class, type = EffectType.SHOW)
    String m_labels = "";

    @Widget(title = "Sizes as", description = "How the sizes of objects and holes are given.")
    @ValueSwitchWidget
    ObjectSize m_size = ObjectSize.DIAMETER;

    @Widget(title = "Smallest object [µm, µm³ or voxels]", description = "Objects below that are removed. 0 keeps all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_smallest;

    @Widget(title = "Remove what touches the border", description = "Removes objects that are cut off by a face of the "
        + "volume.")
    boolean m_wholeOnly;

    @Widget(title = "Fill holes", description = "Makes enclosed voids part of the mask.")
    @Effect(predicate = OfComponents.class, type = EffectType.SHOW)
    boolean m_fillHoles = true;

    @Advanced
    @Widget(title = "Largest hole [µm, µm³ or voxels]", description = "Holes above that stay. 0 fills all.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = OfComponents.class, type = EffectType.SHOW)
    double m_largestHole;

    @Advanced
    @Widget(title = "Fill slice by slice", description = "Takes each plane of one z by itself: a channel along z is "
        + "then a hole. The largest hole is then that many voxels of a plane.")
    @Effect(predicate = OfComponents.class, type = EffectType.SHOW)
    boolean m_planewise;

    @Advanced
    @Widget(title = "Neighbours", description = "Which voxels touch each other, and so belong to the same object. The "
        + "background connects in the opposite way: by corners where objects connect by faces, else by faces.")
    @ValueSwitchWidget
    @Effect(predicate = OfComponents.class, type = EffectType.SHOW)
    VoxelNeighbours m_neighbours = VoxelNeighbours.FACES;

    ObjectFilterNodeParameters() {
    }

    ObjectFilterNodeParameters(final NodeParametersInput input) {
        m_maskColumn = VolumeColumns.preferred(input, m_maskColumn);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        SelectedVoxels.parse(m_labels);
        if (!(m_smallest >= 0) || !(m_largestHole >= 0)) {
            throw new InvalidSettingsException("Sizes of objects and holes must not be negative, but are " + m_smallest
                + " and " + m_largestHole + ".");
        }
    }
}
