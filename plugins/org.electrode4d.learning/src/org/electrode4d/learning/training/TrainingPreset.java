// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.Optional;
import org.electrode4d.learning.data.Augmentation;
import org.electrode4d.learning.data.PatchSize;
import org.electrode4d.learning.engine.Loss;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Normalized;
import org.electrode4d.learning.training.TrainingSettings.Objective;

/** Settings to begin with. */
public enum TrainingPreset {

    /**
     * That of Häusler et al. 2026 (supplement, Note 4): Adam with 1e-4, binary cross entropy, batch 1, 150 epochs, 30 %
     * for validation, dropout 0.2, each slice with three changed copies that stay the same, no early end. The paper
     * does not tell the width of its network; it is 16 here, as that of the Keras network in its 2.45 million
     * parameters. Unlike there, copies of a slice are never split into training and validation, and of the epochs the
     * best is kept.
     */
    PAPER(16, new Schedule(LearningRate.constant(1e-4), 150, 1, 0, Double.POSITIVE_INFINITY), Loss.CROSS_ENTROPY,
        new Sampling(PatchSize.DEFAULT, Augmentation.PAPER, Sampling.Kind.FIXED, 4, 0)),

    /**
     * A usable network within ten minutes on two cores. Batches of four, so that the statistics of batch normalisation
     * are not those of a single image, which a network learns to rely on and has not in prediction.
     */
    QUICK(16, new Schedule(new LearningRate(1e-3, 0.5, 4, 1e-5), 200, 4, 15, 600), Loss.CROSS_ENTROPY_AND_DICE,
        new Sampling(new PatchSize(256, 256), Augmentation.TRANSFER, Sampling.Kind.FRESH, 4, 96)),

    /** More images in an epoch and more patience, for a night at most. */
    THOROUGH(16, new Schedule(new LearningRate(1e-3, 0.5, 8, 1e-5), 400, 4, 40, 8 * 3600),
        Loss.CROSS_ENTROPY_AND_DICE,
        new Sampling(new PatchSize(256, 256), Augmentation.TRANSFER, Sampling.Kind.FRESH, 4, 256));

    private static final double VALIDATION = 0.3;

    private final int baseWidth;
    private final Schedule schedule;
    private final Loss loss;
    private final Sampling sampling;

    TrainingPreset(final int baseWidth, final Schedule schedule, final Loss loss, final Sampling sampling) {
        this.baseWidth = baseWidth;
        this.schedule = schedule;
        this.loss = loss;
        this.sampling = sampling;
    }

    /** Channels of the first level of the network. */
    public int baseWidth() {
        return baseWidth;
    }

    /** The network of the paper; without its last normalisation where time counts. */
    public AttentionResUNet architecture(final int classes) {
        return AttentionResUNet.of(classes, baseWidth)
            .withNormalized(this == PAPER ? Normalized.ALL : Normalized.ALL_BUT_OUTPUT);
    }

    public TrainingSettings settings(final long seed) {
        return new TrainingSettings(schedule, new Objective(loss, Optional.empty()), sampling,
            new Validation(VALIDATION, Validation.Unit.SLICE, Criterion.DICE), seed);
    }
}
