// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.OnnxModel.ForeignImage;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** What the files of other programs do not say of their networks. */
final class ForeignNetworkNodeParameters implements NodeParameters {

    static final class NormalizationReference implements ParameterReference<GreyNormalization> {
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(NormalizationReference.class).isOneOf(GreyNormalization.FIXED);
        }
    }

    @Widget(title = "Classes", description = "What the outputs of the network mean, in their order, and the label that "
        + "each class gets: <tt>pore = 0; silicon = 1</tt>. Only for .onnx and .h5 files, as all that follows.")
    String m_classes = "";

    @Widget(title = "Voxel size [µm]", description = "Edge length of a voxel of the images that the network was "
        + "trained on.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_voxelSize;

    @Widget(title = "Grey values", description = "What grey values become before the network sees them: it must be "
        + "what was done in training. Values of 8 bit divided by 255 are <i>Fixed</i> with zero 0 and unit 255.")
    @ValueSwitchWidget
    @ValueReference(NormalizationReference.class)
    GreyNormalization m_normalization = GreyNormalization.FIXED;

    @Widget(title = "Zero [grey value]", description = "The grey value that becomes 0.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    double m_zero;

    @Widget(title = "Unit [grey value]", description = "How many grey values become 1.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    double m_unit = 255;

    @Widget(title = "Channels last", description = "Whether images of the ONNX network are [batch, row, column, "
        + "channel], as those of Keras, instead of [batch, channel, row, column], as those of PyTorch.")
    boolean m_channelsLast;

    @Widget(title = "Output", description = "What the last layer of the ONNX network gives.")
    @ValueSwitchWidget
    NetworkOutput m_output = NetworkOutput.PROBABILITIES;

    @Advanced
    @Widget(title = "Multiple of rows and columns [pixel]", description = "Rows and columns of images must be "
        + "multiples of it: 16 for an ONNX network that halves images four times.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_divisor = 16;

    /** How an ONNX network takes and gives images. */
    ForeignImage image() {
        return new ForeignImage(m_channelsLast, m_output.activation, m_divisor);
    }

    ClassScheme classes() {
        return ClassScheme.parse(m_classes, OptionalInt.empty());
    }

    /**
     * What is known of a network that another program trained.
     *
     * @throws InvalidSettingsException where classes or voxel size are not set
     */
    ModelDescription describe(final ModelKind kind, final String name, final String origin,
        final SortedMap<String, String> architecture) throws InvalidSettingsException {
        if (m_classes.isBlank()) {
            throw new InvalidSettingsException("The file does not say which classes the network tells apart. Enter "
                + "them in 'Classes', such as: pore = 0; silicon = 1.");
        } else if (m_voxelSize == 0) {
            throw new InvalidSettingsException("The file does not say which voxels the network knows. Enter the size "
                + "of those it was trained on in 'Voxel size [µm]'.");
        }
        return new ModelDescription(kind, name, classes(), m_normalization.of(m_zero, m_unit),
            new ModelInput(VoxelSize.isotropic(m_voxelSize), ModelInput.DEFAULT_TOLERANCE, 0, 0),
            new TreeMap<>(architecture), new Provenance(origin, "", "", List.of(), 0), TrainingLog.NONE);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_voxelSize >= 0) || Double.isInfinite(m_voxelSize)) {
            throw new InvalidSettingsException("'Voxel size [µm]' is " + m_voxelSize + ", but must be above 0.");
        }
        try {
            m_normalization.of(m_zero, m_unit);
            image();
            if (!m_classes.isBlank()) {
                classes();
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
