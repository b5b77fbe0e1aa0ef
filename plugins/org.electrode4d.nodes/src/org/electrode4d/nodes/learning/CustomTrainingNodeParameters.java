// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.Optional;

import org.electrode4d.learning.data.PatchSize;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Normalized;
import org.electrode4d.learning.training.LearningRate;
import org.electrode4d.learning.training.Sampling;
import org.electrode4d.learning.training.Schedule;
import org.electrode4d.learning.training.TrainingSettings;
import org.electrode4d.learning.training.TrainingSettings.Objective;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Network and schedule of a training that is no preset. */
final class CustomTrainingNodeParameters implements NodeParameters {

    private static final double RATE_FACTOR = 0.5;
    private static final double LEAST_RATE = 1e-6;

    @Widget(title = "Depth", description = "How often the network halves the image: 1 to 6; 4 in the paper.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_depth = 4;

    @Widget(title = "Base width", description = "Channels of the first level; they double with each halving. Twice as "
        + "many take three to four times as long. 16 to 64.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_baseWidth = 16;

    @Widget(title = "Dropout [-]", description = "Share of the values that are dropped in training, so that the "
        + "network does not learn its images by heart: 0.2 in the paper.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_dropout = 0.2;

    @Widget(title = "Loss", description = "What training makes small.")
    @ValueSwitchWidget
    LossChoice m_loss = LossChoice.BOTH;

    @Widget(title = "Epochs", description = "How often all images are shown at most.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_epochs = 150;

    @Widget(title = "Patience [epoch]", description = "Training ends after as many epochs without a better validation. "
        + "0 for never.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_patience = 20;

    @Widget(title = "Learning rate [-]", description = "Of Adam: 0.001 for a start, 0.0001 in the paper.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_learningRate = 1e-3;

    @Widget(title = "Halve the learning rate after [epoch]", description = "Epochs without a better validation before "
        + "the learning rate is halved. 0 for never.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_ratePatience = 5;

    @Widget(title = "Batch size", description = "Images in a step of the training.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_batchSize = 4;

    @Widget(title = "Rows of patches [pixel]", description = "Images are cut into patches of this height.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_rows = 256;

    @Widget(title = "Columns of patches [pixel]", description = "The width of patches. More takes more memory.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_columns = 256;

    @Widget(title = "Augmentation", description = "How images are changed at random, anew in every epoch.")
    @ValueSwitchWidget
    AugmentationChoice m_augmentation = AugmentationChoice.TRANSFER;

    @Widget(title = "Copies", description = "How often each patch is shown in an epoch, differently changed.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_copies = 2;

    /** @throws IllegalArgumentException for numbers out of range */
    AttentionResUNet architecture(final int classes) {
        return new AttentionResUNet(classes, m_depth, m_baseWidth, m_dropout, Normalized.ALL_BUT_OUTPUT,
            Nonlinearity.RELU);
    }

    /**
     * The settings with everything that is set here.
     *
     * @throws IllegalArgumentException for numbers out of range
     */
    TrainingSettings apply(final TrainingSettings settings) {
        final LearningRate rate = m_ratePatience == 0 ? LearningRate.constant(m_learningRate)
            : new LearningRate(m_learningRate, RATE_FACTOR, m_ratePatience, LEAST_RATE);
        return settings
            .withSchedule(new Schedule(rate, m_epochs, m_batchSize, m_patience, Double.POSITIVE_INFINITY))
            .withObjective(new Objective(m_loss.loss, Optional.empty()))
            .withSampling(new Sampling(new PatchSize(m_rows, m_columns), m_augmentation.augmentation,
                Sampling.Kind.FRESH, m_copies, 0));
    }
}
