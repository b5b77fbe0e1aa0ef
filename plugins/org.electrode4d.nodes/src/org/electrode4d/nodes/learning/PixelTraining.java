// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.LabelledScan;
import org.electrode4d.learning.model.ForestModel;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.learning.training.ForestTrainer;
import org.electrode4d.learning.training.ForestTraining;
import org.electrode4d.learning.training.TrainedForest;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.volume.Progress;
import org.knime.core.node.InvalidSettingsException;

/**
 * A pixel classifier that was trained on labelled scans.
 *
 * @param trained how it was grown
 */
record PixelTraining(ForestModel model, TrainedForest trained, List<LabelledScan> scans) {

    /** @param scans at least one */
    static PixelTraining of(final LabelledScans scans, final PixelClassifierLearnerNodeParameters parameters,
        final Warnings warnings, final Progress progress) throws InvalidSettingsException {
        final ClassScheme classes = parameters.m_classes.isBlank()
            ? scans.classes(parameters.unlabelled(), progress.part(0, 0.05)) : parameters.classes();
        final ForestTraining training = parameters.training(classes);
        final TrainedForest trained = new ForestTrainer(training).train(scans.scans(), progress.part(0.05, 1));
        if (trained.excluded() > 0) {
            warnings.add(trained.excluded() + " labelled voxels have no finite grey value and were left out.");
        }
        final String error = String.format(Locale.ROOT, "%.2f", 100 * trained.grown().outOfBag().error());
        final ModelDescription description = new ModelDescription(ModelKind.FOREST, parameters.m_name.strip(), classes,
            training.normalization(), new ModelInput(scans.voxelSize(), ModelInput.DEFAULT_TOLERANCE, 0, 0),
            new TreeMap<>(Map.of("trees", Integer.toString(parameters.m_trees),
                "features", Integer.toString(training.features().size()))),
            new Provenance(ProgramVersion.text(), "", LocalDate.now().toString(),
                scans.scans().stream().map(LabelledScan::name).toList(), parameters.m_seed),
            new TrainingLog(new TreeMap<>(Map.of("out-of-bag error [%]", error, "most voxels of a class",
                Integer.toString(parameters.m_mostVoxels))), List.of(), 0));
        return new PixelTraining(new ForestModel(description, training.features(), trained.grown().forest()), trained,
            scans.scans());
    }
}
