// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.electrode4d.learning.data.ClassWeights;
import org.electrode4d.learning.engine.Loss;

/**
 * How a network is trained.
 *
 * @param schedule how long and how fast
 * @param objective what is made small
 * @param sampling what is shown in an epoch
 * @param validation what is kept out
 * @param seed of the split, the order of images, copies and dropout: equal seeds give equal networks, with the same
 *     engine and number of threads
 */
public record TrainingSettings(Schedule schedule, Objective objective, Sampling sampling, Validation validation,
    long seed) {

    /**
     * What training makes small.
     *
     * @param loss of a pixel or image
     * @param weights of the classes; empty where all pixels count the same
     */
    public record Objective(Loss loss, Optional<ClassWeights> weights) {

        ClassWeights weights(final int classes) {
            return weights.orElseGet(() -> ClassWeights.none(classes));
        }
    }

    public TrainingSettings withSchedule(final Schedule other) {
        return new TrainingSettings(other, objective, sampling, validation, seed);
    }

    public TrainingSettings withObjective(final Objective other) {
        return new TrainingSettings(schedule, other, sampling, validation, seed);
    }

    public TrainingSettings withSampling(final Sampling other) {
        return new TrainingSettings(schedule, objective, other, validation, seed);
    }

    public TrainingSettings withValidation(final Validation other) {
        return new TrainingSettings(schedule, objective, sampling, other, seed);
    }

    public TrainingSettings withSeed(final long other) {
        return new TrainingSettings(schedule, objective, sampling, validation, other);
    }

    /** For people, by name. */
    SortedMap<String, String> described() {
        final SortedMap<String, String> texts = new TreeMap<>();
        texts.put("loss", objective.loss().name());
        texts.put("class weights", objective.weights().map(weights -> weights.weights().toString()).orElse("none"));
        texts.put("learning rate", schedule.rate().toString());
        texts.put("epochs", "at most " + schedule.epochs() + ", patience " + schedule.patience());
        texts.put("time", schedule.budget() < Double.POSITIVE_INFINITY ? "at most " + schedule.budget() + " s"
            : "unlimited");
        texts.put("batch size", String.valueOf(schedule.batchSize()));
        texts.put("patch", sampling.patch().rows() + " rows, " + sampling.patch().columns() + " columns");
        texts.put("copies", sampling.copies() + " " + sampling.kind().name());
        texts.put("augmentation", sampling.augmentation().toString());
        texts.put("validation", validation.toString());
        return texts;
    }

    /** All that decides what happens in an epoch: settings that agree here can go on where the others have ended. */
    String decisive() {
        return "rate " + schedule.rate() + ", batch " + schedule.batchSize() + ", " + objective + ", " + sampling + ", "
            + validation + ", seed " + seed;
    }
}
