// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassWeights;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Split;
import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkOptions.Precision;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;

/**
 * Trains networks with an engine, step by step. After every epoch the network is validated, the parameters of the best
 * epoch are kept, and a checkpoint is written. A training with a checkpoint of the same settings, engine, network,
 * first parameters and slices goes on after its last complete epoch and ends with the same bits as one that was never
 * interrupted, provided that the engine uses the same number of threads. The limits of epochs, patience and time may be
 * other ones.
 */
public final class Trainer {

    private final Engine engine;
    private final TrainingSettings settings;
    private final LongSupplier nanoTime;

    public Trainer(final Engine engine, final TrainingSettings settings) {
        this(engine, settings, System::nanoTime);
    }

    Trainer(final Engine engine, final TrainingSettings settings, final LongSupplier nanoTime) {
        this.engine = engine;
        this.settings = settings;
        this.nanoTime = nanoTime;
    }

    /**
     * Trains a network.
     *
     * @param graph with a single channel at its input
     * @param initial parameters to begin with: random ones, or those of another training
     * @param slices normalised, see {@link NormalizedSlices}
     * @throws LearningException if network, weights and classes do not fit, the slices cannot be split, the loss is no
     *     number any more, or a checkpoint is damaged
     * @throws org.electrode4d.learning.engine.EngineException if the engine fails; checkpoints stay
     * @throws java.util.concurrent.CancellationException if cancelled; checkpoints stay
     * @throws java.io.UncheckedIOException if a checkpoint cannot be read or written
     */
    public TrainedNetwork train(final NetworkGraph graph, final Parameters initial, final LabelledSlices slices,
        final TrainingMonitor monitor) {
        final int classes = slices.scheme().classes().size();
        requireFit(graph, classes);
        final ClassWeights weights = settings.objective().weights(classes);
        weights.requireFor(slices.scheme());
        final Split split = settings.validation().split(slices, settings.seed());
        final Samples samples = new Samples(split.training(), settings.sampling(), graph.divisor(), weights,
            settings.seed());
        final Optional<TrainingCheckpoint> checkpoint = monitor.checkpoints().map(folder ->
            new TrainingCheckpoint(folder, Fingerprint.of(settings, engine, graph, initial, slices.slices())));
        final NetworkOptions options = new NetworkOptions(Precision.SINGLE, settings.objective().loss());
        try (Network network = engine.open(new NetworkSource.Graph(graph, initial), options)) {
            final ValidationScore validation = new ValidationScore(split.validation(), weights, options.loss(), network,
                graph.divisor());
            final TrainingRun run = new TrainingRun(network, settings, samples, validation, monitor);
            final TrainedNetwork.End end = run.run(checkpoint, nanoTime);
            return new TrainedNetwork(graph, run.best(), log(run), names(split), end);
        }
    }

    private void requireFit(final NetworkGraph graph, final int classes) {
        if (!engine.trains()) {
            throw new LearningException("The engine " + engine.description() + " cannot train. Choose another engine.");
        }
        if (graph.channels() != 1 || graph.outputs() != (classes == 2 ? 1 : classes)) {
            throw new LearningException("A network with " + graph.channels() + " channels and " + graph.outputs()
                + " outputs does not fit grey images with " + classes + " classes.");
        }
    }

    private TrainingLog log(final TrainingRun run) {
        return new TrainingLog(settings.described(), run.epochs(),
            settings.validation().criterion().best(run.epochs()) + 1);
    }

    private static TrainedNetwork.Slices names(final Split split) {
        return new TrainedNetwork.Slices(TrainedNetwork.Slices.names(split.training()),
            TrainedNetwork.Slices.names(split.validation()), split.warning());
    }
}
