// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.ClassWeights;
import org.electrode4d.learning.data.LabelledSlices;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.training.NormalizedSlices;
import org.electrode4d.learning.training.TrainedNetwork;
import org.electrode4d.learning.training.Trainer;
import org.electrode4d.learning.training.TrainingMonitor;
import org.electrode4d.learning.training.TrainingSettings;
import org.electrode4d.learning.training.TrainingSettings.Objective;
import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;

/** Trains a network on labelled scans: anew, or going on from a model. */
final class UNetTraining {

    private final UNetLearnerNodeParameters parameters;
    private final LabelledScans scans;
    private final Optional<NetworkModel> start;
    private final Warnings warnings;

    /**
     * What a training gives.
     *
     * @param overlays of validation slices; none where no pictures are wanted
     */
    record Result(NetworkModel model, List<PictureTable.Drawing> overlays) {
    }

    /** @param start model to go on from; nothing for random parameters */
    UNetTraining(final UNetLearnerNodeParameters parameters, final LabelledScans scans,
        final Optional<NetworkModel> start, final Warnings warnings) {
        this.parameters = parameters;
        this.scans = scans;
        this.start = start;
        this.warnings = warnings;
    }

    /** The labelled slices, each with the grey values that the network sees. */
    LabelledSlices slices(final Progress progress) {
        final LabelledSlices slices = NormalizedSlices.read(scans.scans(), classes(progress.part(0, 0.3)),
            parameters.selection(), normalization(), progress.part(0.3, 1));
        if (parameters.m_slices == SliceDirection.ALL && !isCube(scans.voxelSize())) {
            warnings.add("Voxels are " + scans.voxelSize() + ", so that things look different in slices across z, y "
                + "and x. Rescale the scans to cubes, or choose one direction in 'Slices'.");
        }
        for (final String missing : slices.missing()) {
            warnings.add("Nothing is labelled as " + missing + ": the model will not find it.");
        }
        return slices;
    }

    private static boolean isCube(final VoxelSize size) {
        return new ModelInput(size, ModelInput.DEFAULT_TOLERANCE, 0, 0)
            .fits(new VoxelSize(size.y(), size.z(), size.x()));
    }

    private Normalization normalization() {
        return start.map(model -> model.description().normalization())
            .orElse(parameters.m_normalization.normalization);
    }

    private ClassScheme classes(final Progress progress) {
        final ClassScheme wanted = parameters.m_classes.isBlank() && start.isEmpty()
            ? scans.classes(parameters.unlabelled(), progress)
            : parameters.m_classes.isBlank() ? known(start.get()) : parameters.classes();
        start.ifPresent(model -> requireClasses(model.description(), wanted));
        return wanted;
    }

    /** Those of the model, where a label is left out that the model did not know. */
    private ClassScheme known(final NetworkModel model) {
        final ClassScheme scheme = model.description().classes();
        final OptionalInt unlabelled = parameters.unlabelled();
        final boolean isClass = unlabelled.isPresent()
            && scheme.classes().stream().anyMatch(one -> one.labels().contains(unlabelled.getAsInt()));
        return isClass ? scheme : new ClassScheme(scheme.classes(), unlabelled);
    }

    private static void requireClasses(final ModelDescription model, final ClassScheme classes) {
        if (!model.classes().names().equals(classes.names())) {
            throw new LearningException("The model " + model.name() + " knows the classes "
                + String.join(", ", model.classes().names()) + ", but those of the labels are "
                + String.join(", ", classes.names()) + ". Enter the same classes in the same order in 'Classes', or "
                + "train a new model without one at the second input.");
        }
    }

    /**
     * Trains.
     *
     * @param engine that trains
     * @param drawn whether pictures of the validation slices are wanted
     */
    Result train(final LabelledSlices slices, final Engine engine, final boolean drawn, final Progress progress)
        throws IOException {
        final AttentionResUNet architecture = parameters.architecture(slices.scheme().classes().size());
        final NetworkGraph graph = start.map(NetworkModel::graph).orElseGet(architecture::graph);
        final Parameters initial =
            start.map(NetworkModel::parameters).orElseGet(() -> architecture.initial(parameters.m_seed));
        final TrainedNetwork trained = new Trainer(engine, settings(slices)).train(graph, initial, slices,
            monitor(progress.part(0, 0.97)));
        trained.slices().warning().ifPresent(warnings::add);
        final NetworkModel model = new NetworkModel(describe(trained, slices.scheme(), engine), graph,
            trained.parameters());
        return new Result(model, drawn ? overlays(slices, model, trained.slices().validation(), engine,
            progress.part(0.97, 1)) : List.of());
    }

    private TrainingSettings settings(final LabelledSlices slices) {
        final TrainingSettings settings = parameters.settings();
        return parameters.m_weighting == ClassWeighting.ALIKE ? settings
            : settings.withObjective(new Objective(settings.objective().loss(),
                Optional.of(ClassWeights.balanced(slices.counts()))));
    }

    private TrainingMonitor monitor(final Progress progress) throws IOException {
        return new TrainingMonitor(progress, epoch -> { }, parameters.m_checkpoints.isBlank() ? Optional.empty()
            : Optional.of(DataPath.resolve(parameters.m_checkpoints)));
    }

    private ModelDescription describe(final TrainedNetwork trained, final ClassScheme classes, final Engine engine) {
        final SortedMap<String, String> architecture = new TreeMap<>();
        start.ifPresentOrElse(model -> architecture.putAll(model.description().architecture()), () -> {
            final AttentionResUNet network = parameters.architecture(classes.classes().size());
            architecture.put("network", "attention residual U-Net");
            architecture.put("depth", Integer.toString(network.depth()));
            architecture.put("base width", Integer.toString(network.baseWidth()));
            architecture.put("dropout", Double.toString(network.dropout()));
        });
        architecture.put("parameters", Long.toString(trained.parameters().count()));
        return new ModelDescription(ModelKind.NETWORK, parameters.m_name.strip(), classes, normalization(),
            new ModelInput(parameters.m_slices.seen(scans.voxelSize()), ModelInput.DEFAULT_TOLERANCE, 0, 0),
            architecture,
            new Provenance(ProgramVersion.text(), engine.description(), LocalDate.now().toString(), trainedOn(trained),
                parameters.m_seed),
            trained.log());
    }

    /** The slices of this training, after those of the model that it went on from. */
    private List<String> trainedOn(final TrainedNetwork trained) {
        final List<String> all = new ArrayList<>();
        start.ifPresent(model -> all.addAll(model.description().provenance().trainedOn()));
        trained.slices().training().stream().filter(slice -> !all.contains(slice)).forEach(all::add);
        return all;
    }

    private List<PictureTable.Drawing> overlays(final LabelledSlices slices, final NetworkModel model,
        final List<String> validation, final Engine engine, final Progress progress) {
        try (Network network = engine.open(new NetworkSource.Graph(model.graph(), model.parameters()),
            NetworkOptions.DEFAULT)) {
            return new ValidationOverlays(slices, scans.voxelSize()).of(validation, network, model.divisor(), progress);
        }
    }
}
