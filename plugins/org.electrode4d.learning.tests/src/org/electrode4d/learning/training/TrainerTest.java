// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.Augmentation;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.ClassWeights;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.data.PatchSize;
import org.electrode4d.learning.engine.EngineException;
import org.electrode4d.learning.engine.Loss;
import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.training.TrainedNetwork.End;
import org.electrode4d.learning.training.TrainingSettings.Objective;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {

    private static final ClassScheme SCHEME = ClassScheme.parse("dark = 0; bright = 1", OptionalInt.empty());
    private static final NetworkGraph GRAPH = LogisticEngine.graph(1, 4);
    private static final Parameters INITIAL = LogisticEngine.parameters(new float[] {0}, new float[] {0});

    @TempDir
    Path folder;

    /** Grey values above 0.3 are bright; every fifth pixel is not labelled. */
    static LabelledSlices slices(final int count) {
        final SplittableRandom random = new SplittableRandom(5);
        final List<LabelledSlice> slices = new ArrayList<>();
        for (int slice = 0; slice < count; slice++) {
            final float[] image = new float[20 * 26];
            final byte[] classes = new byte[image.length];
            for (int i = 0; i < image.length; i++) {
                image[i] = (float)(4 * random.nextDouble() - 2);
                classes[i] = i % 5 == 0 ? ClassScheme.UNLABELLED : (byte)(image[i] > 0.3 ? 1 : 0);
            }
            slices.add(new LabelledSlice(new LabelledSlice.Source("T0", Orientation.XY, slice), 20, 26, image,
                classes));
        }
        return new LabelledSlices(SCHEME, slices);
    }

    private static TrainingSettings settings(final int epochs) {
        return new TrainingSettings(
            new Schedule(LearningRate.constant(0.1), epochs, 2, 0, Double.POSITIVE_INFINITY),
            new Objective(Loss.CROSS_ENTROPY, Optional.empty()),
            new Sampling(new PatchSize(8, 12), Augmentation.PAPER, Sampling.Kind.FRESH, 2, 9),
            new Validation(0.3, Validation.Unit.SLICE, Criterion.DICE), 11);
    }

    private static TrainedNetwork train(final TrainingSettings settings, final TrainingMonitor monitor) {
        return new Trainer(new LogisticEngine(), settings).train(GRAPH, INITIAL, slices(5), monitor);
    }

    private TrainingMonitor keeping(final List<EpochRecord> epochs) {
        return new TrainingMonitor(Progress.NONE, epochs::add, Optional.of(folder));
    }

    @Test
    void aThresholdIsLearned() {
        final TrainedNetwork trained = train(settings(20), TrainingMonitor.NONE);
        assertEquals(End.EPOCHS, trained.end());
        final List<EpochRecord> epochs = trained.log().epochs();
        assertEquals(20, epochs.size());
        // 9 images of an epoch in batches of 2
        assertEquals(5 * 20, epochs.get(19).steps());
        final EpochRecord best = epochs.get(trained.log().bestEpoch() - 1);
        assertTrue(best.meanDice() > 0.95, () -> best.toString());
        assertTrue(best.validationLoss() < epochs.get(0).validationLoss());
        epochs.forEach(epoch -> assertTrue(epoch.meanDice() <= best.meanDice()));
        assertEquals(0.3, -value(trained, "logits/bias") / value(trained, "logits/kernel"), 0.15);
        assertEquals(3, trained.slices().training().size());
        assertEquals(2, trained.slices().validation().size());
    }

    private static double value(final TrainedNetwork trained, final String name) {
        return trained.parameters().tensors().get(name).values()[0];
    }

    @Test
    void equalSeedsGiveEqualBitsAndOthersDoNot() {
        final TrainedNetwork trained = train(settings(3), TrainingMonitor.NONE);
        assertEquals(trained.parameters(), train(settings(3), TrainingMonitor.NONE).parameters());
        assertNotEquals(trained.parameters(), train(settings(3).withSeed(12), TrainingMonitor.NONE).parameters());
    }

    @Test
    void aKilledTrainingGoesOnAsIfNothingHadHappened() throws IOException {
        final TrainedNetwork whole = train(settings(6), TrainingMonitor.NONE);
        final List<EpochRecord> before = new ArrayList<>();
        // in the third epoch
        assertThrows(EngineException.class, () -> new Trainer(new LogisticEngine().failingAfter(12), settings(6))
            .train(GRAPH, INITIAL, slices(5), keeping(before)));
        assertEquals(2, before.size());
        final List<EpochRecord> after = new ArrayList<>();
        final TrainedNetwork resumed = train(settings(6), keeping(after));
        assertEquals(whole.parameters(), resumed.parameters());
        assertEquals(before, after.subList(0, 2));
        assertEquals(withoutTime(whole.log().epochs()), withoutTime(resumed.log().epochs()));
        assertEquals(0, Files.list(folder).count());
    }

    private static List<String> withoutTime(final List<EpochRecord> epochs) {
        return epochs.stream().map(epoch -> epoch.toString().replaceAll("seconds=.*", "")).toList();
    }

    @Test
    void aCheckpointOfOtherSettingsIsNotUsedAndStays() throws IOException {
        interrupted();
        final TrainedNetwork other = train(settings(2).withSeed(3), keeping(new ArrayList<>()));
        assertEquals(train(settings(2).withSeed(3), TrainingMonitor.NONE).parameters(), other.parameters());
        assertEquals(1, Files.list(folder).count());
    }

    @Test
    void aCheckpointMayGoOnForLonger() {
        interrupted();
        final List<EpochRecord> epochs = new ArrayList<>();
        train(settings(8), keeping(epochs));
        assertEquals(8, epochs.size());
        assertEquals(train(settings(8), TrainingMonitor.NONE).log().epochs().get(7).loss(), epochs.get(7).loss());
    }

    @Test
    void aDamagedCheckpointIsNamed() throws IOException {
        interrupted();
        final Path file = Files.list(folder).findFirst().orElseThrow();
        final byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertEquals("The checkpoint " + file + " is damaged or of another training. Delete it to begin anew, or "
            + "choose another checkpoint folder.", assertThrows(LearningException.class,
                () -> train(settings(6), keeping(new ArrayList<>()))).getMessage());
    }

    private void interrupted() {
        assertThrows(EngineException.class, () -> new Trainer(new LogisticEngine().failingAfter(12), settings(6))
            .train(GRAPH, INITIAL, slices(5), keeping(new ArrayList<>())));
    }

    @Test
    void trainingEndsWhenTheValidationDoesNotBecomeBetter() {
        final TrainingSettings settings = settings(100);
        final TrainedNetwork trained = train(settings.withSchedule(settings.schedule().withPatience(3)),
            TrainingMonitor.NONE);
        assertEquals(End.PATIENCE, trained.end());
        assertEquals(trained.log().bestEpoch() + 3, trained.log().epochs().size());
    }

    @Test
    void trainingEndsWhenTheTimeIsOver() {
        final TrainingSettings settings = settings(1000);
        final AtomicLong now = new AtomicLong();
        // a second at each look at the clock
        final TrainedNetwork trained = new Trainer(new LogisticEngine(),
            settings.withSchedule(settings.schedule().withBudget(60)), () -> now.getAndAdd(1_000_000_000L))
            .train(GRAPH, INITIAL, slices(5), TrainingMonitor.NONE);
        assertEquals(End.BUDGET, trained.end());
        final double seconds = trained.log().epochs().get(trained.log().epochs().size() - 1).seconds();
        assertTrue(seconds > 50 && seconds <= 62, () -> "" + seconds);
    }

    @Test
    void theProgressTellsWhatWasReachedAndHowLongItTakes() {
        final List<String> messages = new ArrayList<>();
        final Progress progress = new Progress() {
            @Override
            public void check() {
                // never cancelled
            }

            @Override
            public void report(final double fraction, final String message) {
                assertTrue(fraction > 0 && fraction <= 1);
                messages.add(message);
            }
        };
        train(settings(3), new TrainingMonitor(progress, epoch -> { }, Optional.empty()));
        assertEquals(15, messages.size());
        assertTrue(messages.get(0).matches("Epoch 1 of 3: loss 0\\.\\d{3}, at most \\d+ s left"), messages.get(0));
        assertTrue(messages.get(14).matches("Epoch 3 of 3: loss 0\\.\\d{3}, validation Dice 0\\.\\d{3}, at most 0 s "
            + "left"),
            messages.get(14));
    }

    @Test
    void aCancelledTrainingStopsAtTheNextStep() {
        final AtomicLong checks = new AtomicLong();
        final Progress progress = new Progress() {
            @Override
            public void check() {
                if (checks.incrementAndGet() == 8) {
                    throw new CancellationException();
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                assertTrue(checks.get() < 8);
            }
        };
        assertThrows(CancellationException.class,
            () -> train(settings(3), new TrainingMonitor(progress, epoch -> { }, Optional.empty())));
    }

    @Test
    void aLossThatIsNoNumberIsExplained() {
        final Parameters broken = LogisticEngine.parameters(new float[] {Float.NaN}, new float[] {0});
        assertEquals("The loss is NaN in epoch 1: training went astray at a learning rate of 0.1. Lower the learning "
            + "rate, for instance to 0.01, and check the grey values of the images.",
            assertThrows(LearningException.class, () -> new Trainer(new LogisticEngine(), settings(3))
                .train(GRAPH, broken, slices(5), TrainingMonitor.NONE)).getMessage());
    }

    @Test
    void aSingleSliceIsTrainedWithoutValidation() {
        final TrainedNetwork trained = new Trainer(new LogisticEngine(), settings(2))
            .train(GRAPH, INITIAL, slices(1), TrainingMonitor.NONE);
        assertEquals(List.of(), trained.log().epochs().get(0).validationDice());
        assertEquals(2, trained.log().bestEpoch());
        assertTrue(trained.slices().warning().isPresent());
    }

    @Test
    void weightsAndNetworkMustFitTheClasses() {
        final TrainingSettings weighted = settings(2).withObjective(new Objective(Loss.DICE,
            Optional.of(ClassWeights.none(3))));
        assertThrows(LearningException.class, () -> train(weighted, TrainingMonitor.NONE));
        assertEquals("A network with 1 channels and 3 outputs does not fit grey images with 2 classes.",
            assertThrows(LearningException.class, () -> new Trainer(new LogisticEngine(), settings(2))
                .train(LogisticEngine.graph(3, 4), INITIAL, slices(5), TrainingMonitor.NONE)).getMessage());
    }

    @Test
    void threeClassesAreLearned() {
        final List<LabelledSlice> three = slices(4).slices().stream().map(slice -> {
            final byte[] classes = slice.classes().clone();
            for (int i = 0; i < classes.length; i++) {
                classes[i] = slice.image()[i] < -0.7 ? 0 : slice.image()[i] < 0.7 ? (byte)1 : 2;
            }
            return new LabelledSlice(slice.source(), slice.rows(), slice.columns(), slice.image(), classes);
        }).toList();
        final TrainedNetwork trained = new Trainer(new LogisticEngine(), settings(40)).train(LogisticEngine.graph(3, 4),
            LogisticEngine.parameters(new float[3], new float[3]),
            new LabelledSlices(ClassScheme.parse("a = 0; b = 1; c = 2", OptionalInt.empty()), three),
            TrainingMonitor.NONE);
        final EpochRecord best = trained.log().epochs().get(trained.log().bestEpoch() - 1);
        assertEquals(3, best.validationDice().size());
        assertTrue(best.meanDice() > 0.9, () -> best.toString());
    }
}
