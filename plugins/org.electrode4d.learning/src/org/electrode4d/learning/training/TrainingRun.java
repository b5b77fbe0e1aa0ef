// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.training.TrainedNetwork.End;
import org.electrode4d.learning.training.ValidationScore.Score;

/** One training from its first epoch, or from where an earlier process was interrupted, to its end. */
final class TrainingRun {

    private static final double NANO = 1e-9;

    private final Network network;
    private final TrainingSettings settings;
    private final Samples samples;
    private final ValidationScore validation;
    private final TrainingMonitor monitor;
    private final StepProgress steps;
    private final List<EpochRecord> epochs = new ArrayList<>();
    private Parameters best;
    private LongSupplier nanoTime;
    private long start;
    private double validationSeconds;

    TrainingRun(final Network network, final TrainingSettings settings, final Samples samples,
        final ValidationScore validation, final TrainingMonitor monitor) {
        this.network = network;
        this.settings = settings;
        this.samples = samples;
        this.validation = validation;
        this.monitor = monitor;
        this.steps = new StepProgress(monitor.progress(), settings.schedule(), batches());
    }

    /** Trains until something ends it; the checkpoint is then deleted. */
    End run(final Optional<TrainingCheckpoint> checkpoint, final LongSupplier clock) {
        nanoTime = clock;
        checkpoint.flatMap(TrainingCheckpoint::read).ifPresent(this::goOn);
        start = clock.getAsLong() - (long)(secondsBefore() / NANO);
        Optional<End> end = end();
        while (end.isEmpty()) {
            epoch();
            end = end();
            if (end.isEmpty()) {
                checkpoint.ifPresent(file -> file.write(new TrainingState(epochs, best, network.state())));
            }
        }
        checkpoint.ifPresent(TrainingCheckpoint::delete);
        return end.get();
    }

    List<EpochRecord> epochs() {
        return epochs;
    }

    /** Parameters of the best epoch. */
    Parameters best() {
        return best;
    }

    private void goOn(final TrainingState state) {
        epochs.addAll(state.epochs());
        best = state.best();
        network.restore(state.engine());
        epochs.forEach(monitor.listener());
    }

    private double secondsBefore() {
        return epochs.isEmpty() ? 0 : last().seconds();
    }

    private EpochRecord last() {
        return epochs.isEmpty() ? null : epochs.get(epochs.size() - 1);
    }

    private Optional<End> end() {
        final Schedule schedule = settings.schedule();
        final int since = epochs.size() - 1 - settings.validation().criterion().best(epochs);
        if (epochs.isEmpty()) {
            return Optional.empty();
        } else if (epochs.size() >= schedule.epochs()) {
            return Optional.of(End.EPOCHS);
        } else if (isOver()) {
            return Optional.of(End.BUDGET);
        }
        return schedule.patience() > 0 && since >= schedule.patience() ? Optional.of(End.PATIENCE) : Optional.empty();
    }

    /** Whether there is only time left to validate. */
    private boolean isOver() {
        return seconds() + validationSeconds >= settings.schedule().budget();
    }

    private double seconds() {
        return NANO * (nanoTime.getAsLong() - start);
    }

    private int batches() {
        return (samples.count() + settings.schedule().batchSize() - 1) / settings.schedule().batchSize();
    }

    private void epoch() {
        final int epoch = epochs.size() + 1;
        final double rate = settings.schedule().rate().after(epochs, settings.validation().criterion());
        double sum = 0;
        int done = 0;
        while (done < batches() && (done == 0 || !isOver())) {
            sum += step(epoch, done, rate);
            done++;
            steps.report(epoch, done, sum / done, seconds(), last());
        }
        final double before = seconds();
        final Score score = validation.measure(monitor.progress());
        requireNumber(score.dice().isEmpty() ? 0 : score.loss(), epoch, rate);
        final double after = seconds();
        validationSeconds = after - before;
        final long all = done + (epochs.isEmpty() ? 0 : last().steps());
        epochs.add(new EpochRecord(epoch, all, sum / done, score.loss(), score.dice(), rate, after));
        if (settings.validation().criterion().best(epochs) == epochs.size() - 1) {
            best = network.parameters();
        }
        monitor.listener().accept(last());
    }

    private double step(final int epoch, final int index, final double rate) {
        monitor.progress().check();
        final double loss = network.train(samples.batch(epoch, index, settings.schedule().batchSize()),
            new Step(rate, samples.dropout(epoch, index)));
        requireNumber(loss, epoch, rate);
        return loss;
    }

    private static void requireNumber(final double loss, final int epoch, final double rate) {
        if (!Double.isFinite(loss)) {
            throw new LearningException("The loss is " + loss + " in epoch " + epoch + ": training went astray at a "
                + "learning rate of " + rate + ". Lower the learning rate, for instance to " + (float)(rate / 10)
                + ", and check the grey values of the images.");
        }
    }
}
