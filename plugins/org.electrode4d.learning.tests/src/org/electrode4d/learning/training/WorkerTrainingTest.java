// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.learning.data.Augmentation;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.data.PatchSize;
import org.electrode4d.learning.data.SliceSelection;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Loss;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.model.SliceModel;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Normalized;
import org.electrode4d.learning.prediction.Prediction;
import org.electrode4d.learning.prediction.PredictionSettings;
import org.electrode4d.learning.prediction.VolumePredictor;
import org.electrode4d.learning.training.TrainingSettings.Objective;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.EngineLibrary;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From labelled slices to a segmented volume with a real engine, in workers that may be killed. */
class WorkerTrainingTest {

    private static final ClassScheme SCHEME = ClassScheme.parse("pore = 0; silicon = 1", OptionalInt.empty());
    private static final AttentionResUNet ARCHITECTURE =
        new AttentionResUNet(2, 2, 4, 0.1, Normalized.ALL, Nonlinearity.RELU);
    private static final int EDGE = 64;

    private Optional<EngineLibrary> library;

    @TempDir
    private Path folder;

    @BeforeEach
    void find() {
        library = EngineLibraries.find("pytorch");
        assumeTrue(library.isPresent(), "the libraries of PyTorch are not there");
    }

    private WorkerEngine start() {
        final Path cache = Path.of(System.getProperty(EngineLibraries.FOLDER), "org.electrode4d.learning.tests",
            "target", "engines");
        return WorkerEngine.start(library.get(), new WorkerSettings(1, 1L << 30, cache), Progress.NONE);
    }

    /** Bright discs in slices, with noise that single pixels cannot be told apart in. */
    private static LabelledScan discs(final int slices, final long seed) {
        final SplittableRandom random = new SplittableRandom(seed);
        final float[] grey = new float[EDGE * EDGE * slices];
        final byte[] labels = new byte[grey.length];
        for (int disc = 0; disc < 6 * slices; disc++) {
            final int x = random.nextInt(EDGE);
            final int y = random.nextInt(EDGE);
            final int radius = random.nextInt(5, 12);
            for (int i = 0; i < EDGE * EDGE; i++) {
                final int dx = i % EDGE - x;
                final int dy = i / EDGE - y;
                if (dx * dx + dy * dy <= radius * radius) {
                    labels[disc % slices * EDGE * EDGE + i] = 1;
                }
            }
        }
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (float)(100 + 40 * labels[i] + 50 * (random.nextDouble() + random.nextDouble() - 1));
        }
        final VoxelSize size = VoxelSize.isotropic(0.1);
        return new LabelledScan("T" + seed, Volume.of("T" + seed, ArrayImgs.floats(grey, EDGE, EDGE, slices), size),
            LabelVolume.of(Volume.of("labels", ArrayImgs.unsignedBytes(labels, EDGE, EDGE, slices), size)));
    }

    private static TrainingSettings settings() {
        return new TrainingSettings(
            new Schedule(new LearningRate(1e-2, 0.5, 1, 0), 5, 1, 0, Double.POSITIVE_INFINITY),
            new Objective(Loss.CROSS_ENTROPY_AND_DICE, Optional.empty()),
            new Sampling(new PatchSize(EDGE, EDGE), Augmentation.TRANSFER, Sampling.Kind.FRESH, 8, 0),
            new Validation(0.25, Validation.Unit.SLICE, Criterion.DICE), 1);
    }

    private static TrainedNetwork train(final WorkerEngine engine, final Consumer<EpochRecord> listener,
        final Optional<Path> checkpoints) {
        final LabelledSlices slices = NormalizedSlices.read(List.of(discs(8, 1)), SCHEME, SliceSelection.DEFAULT,
            Normalization.DEVIATION, Progress.NONE);
        return new Trainer(engine, settings()).train(ARCHITECTURE.graph(), ARCHITECTURE.initial(7), slices,
            new TrainingMonitor(Progress.NONE, listener, checkpoints));
    }

    @Test
    void aNetworkIsTrainedKilledTrainedOnAndUsed() throws IOException {
        final TrainedNetwork whole;
        try (WorkerEngine engine = start()) {
            whole = train(engine, epoch -> { }, Optional.empty());
            assertTrue(whole.log().epochs().get(whole.log().bestEpoch() - 1).meanDice() > 0.95,
                () -> whole.log().toString());
            assertTrue(dice(engine, whole) > 0.95);
        }
        final Set<ProcessHandle> others = new HashSet<>(ProcessHandle.current().children().toList());
        try (WorkerEngine engine = start()) {
            final EngineException killed = assertThrows(EngineException.class, () -> train(engine, epoch -> {
                if (epoch.epoch() == 2) {
                    ProcessHandle.current().children().filter(worker -> !others.contains(worker))
                        .forEach(ProcessHandle::destroyForcibly);
                }
            }, Optional.of(folder)));
            assertTrue(killed.getMessage().contains("killed"), killed.getMessage());
        }
        try (WorkerEngine engine = start()) {
            final TrainedNetwork resumed = train(engine, epoch -> { }, Optional.of(folder));
            assertEquals(whole.parameters(), resumed.parameters());
            assertEquals(whole.log().epochs().stream().map(EpochRecord::loss).toList(),
                resumed.log().epochs().stream().map(EpochRecord::loss).toList());
        }
    }

    /** Of a scan that was not trained with, after the model was written and read. */
    private double dice(final WorkerEngine engine, final TrainedNetwork trained) throws IOException {
        final ModelDescription description = new ModelDescription(ModelKind.NETWORK, "discs", SCHEME,
            Normalization.DEVIATION, new ModelInput(VoxelSize.isotropic(0.1), 0.1, EDGE, EDGE), new TreeMap<>(Map.of()),
            new Provenance("test", engine.description(), "2026-11-27", trained.slices().training(), 1), trained.log());
        final Path file = folder.resolve("discs" + ModelFile.SUFFIX);
        new NetworkModel(description, trained.graph(), trained.parameters()).toFile().write(file);
        final SliceModel model = SliceModel.of(ModelFile.read(file));
        final LabelledScan other = discs(3, 2);
        try (Network network = engine.open(model.source(), NetworkOptions.DEFAULT);
            ScratchSpace scratch = ScratchSpace.open()) {
            final Prediction prediction = new VolumePredictor(model, network, PredictionSettings.DEFAULT)
                .predict(other.image(), scratch, Progress.NONE);
            return dice(prediction.classes(), other.labels());
        }
    }

    private static double dice(final LabelVolume found, final LabelVolume truth) {
        final Block block = Block.of(truth.volume().shape());
        final int[] a = new int[block.voxels()];
        final int[] b = new int[block.voxels()];
        found.read(block, a);
        truth.read(block, b);
        int both = 0;
        int sum = 0;
        for (int i = 0; i < a.length; i++) {
            both += a[i] * b[i];
            sum += a[i] + b[i];
        }
        return 2.0 * both / sum;
    }
}
