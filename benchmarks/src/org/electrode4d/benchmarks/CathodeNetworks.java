// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.data.SliceSelection;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.prediction.PredictionSettings;
import org.electrode4d.learning.prediction.VolumePredictor;
import org.electrode4d.learning.training.NormalizedSlices;
import org.electrode4d.learning.training.Schedule;
import org.electrode4d.learning.training.TrainedNetwork;
import org.electrode4d.learning.training.Trainer;
import org.electrode4d.learning.training.TrainingMonitor;
import org.electrode4d.learning.training.TrainingPreset;
import org.electrode4d.learning.training.TrainingSettings;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.VoxelSize;

/**
 * U-Nets that are trained on slices of cathodes by a preset.
 *
 * @param minutes longest time of a training
 * @param engine that trains and predicts
 * @param epochs at most; instead of the time where the machine is busy
 */
record CathodeNetworks(TrainingPreset preset, double minutes, String engine, int epochs) {

    static final ClassScheme CLASSES = ClassScheme.parse("Active material = " + LabelledSlice.ACTIVE
        + "; Carbon-binder = " + LabelledSlice.BINDER + "; Pore = " + LabelledSlice.PORE, OptionalInt.empty());
    static final Normalization NORMALIZATION = Normalization.DEVIATION;
    private static final long SEED = 1;

    /** @param arguments preset, minutes, engine, epochs; what is left out: quick, 10 minutes, PyTorch, no limit */
    static CathodeNetworks of(final String[] arguments) {
        return new CathodeNetworks(arguments.length > 0 ? TrainingPreset.valueOf(arguments[0].toUpperCase(Locale.ROOT))
            : TrainingPreset.QUICK, arguments.length > 1 ? Double.parseDouble(arguments[1]) : 10,
            arguments.length > 2 ? arguments[2] : "pytorch",
            arguments.length > 3 ? Integer.parseInt(arguments[3]) : Integer.MAX_VALUE);
    }

    String name() {
        return preset.name().toLowerCase(Locale.ROOT);
    }

    /** Trains on all of the slices but those that validate. */
    Trained train(final List<LabelledSlice> slices) {
        final WorkerEngine worker = WorkerEngine.start(EngineLibraries.find(engine).orElseThrow(() ->
            new IllegalStateException("The engine " + engine + " is not in the folder that -D" + EngineLibraries.FOLDER
                + " names")), WorkerSettings.of(4L << 30), Progress.NONE);
        final TrainingSettings settings = preset.settings(SEED);
        final AttentionResUNet architecture = preset.architecture(CLASSES.classes().size());
        final LabelledSlices labelled = NormalizedSlices.read(scans(slices), CLASSES, SliceSelection.DEFAULT,
            NORMALIZATION, Progress.NONE);
        final TrainedNetwork trained = new Trainer(worker,
            settings.withSchedule(limited(settings.schedule()))).train(architecture.graph(),
                architecture.initial(SEED), labelled, new TrainingMonitor(Progress.NONE, CathodeNetworks::tell,
                    Optional.empty()));
        final ModelDescription description = new ModelDescription(ModelKind.NETWORK, name(), CLASSES, NORMALIZATION,
            new ModelInput(VoxelSize.isotropic(1), 0, 0, 0), new TreeMap<>(), new Provenance("benchmark",
                worker.description(), LocalDate.now().toString(), trained.slices().training(), SEED), trained.log());
        return new Trained(new NetworkModel(description, trained.graph(), trained.parameters()), worker);
    }

    static List<LabelledScan> scans(final List<LabelledSlice> slices) {
        return slices.stream().map(slice -> new LabelledScan(slice.name(), slice.grey(), slice.truth())).toList();
    }

    private Schedule limited(final Schedule schedule) {
        return schedule.withBudget(60 * minutes).withEpochs(Math.min(epochs, schedule.epochs()));
    }

    private static void tell(final EpochRecord epoch) {
        System.err.println(epoch);
    }

    /** A network that segments slices; closing it ends its worker. */
    static final class Trained implements CathodeTable.Segmenter, AutoCloseable {

        private final NetworkModel model;
        private final WorkerEngine worker;
        private final Network network;

        private Trained(final NetworkModel model, final WorkerEngine worker) {
            this.model = model;
            this.worker = worker;
            this.network = worker.open(model.source(), NetworkOptions.DEFAULT);
        }

        @Override
        public LabelVolume segment(final LabelledSlice slice, final ScratchSpace scratch) throws IOException {
            return new VolumePredictor(model, network, PredictionSettings.DEFAULT).predict(slice.grey(), scratch,
                Progress.NONE).classes();
        }

        /** Engine, epochs and time, for the table. */
        String settings() {
            final List<EpochRecord> epochs = model.description().training().epochs();
            return String.format(Locale.ROOT, "%s, %d slices, %d epochs, %.0f s", model.description().provenance()
                .engine(), model.description().provenance().trainedOn().size(), epochs.size(),
                epochs.get(epochs.size() - 1).seconds());
        }

        @Override
        public void close() {
            network.close();
            worker.close();
        }
    }
}
