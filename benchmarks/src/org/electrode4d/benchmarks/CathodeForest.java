// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.electrode4d.learning.features.FeatureSet;
import org.electrode4d.learning.features.FeatureSpace;
import org.electrode4d.learning.forest.ForestSettings;
import org.electrode4d.learning.model.ForestModel;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.learning.prediction.ForestPredictor;
import org.electrode4d.learning.training.ForestTrainer;
import org.electrode4d.learning.training.ForestTraining;
import org.electrode4d.learning.training.TrainedForest;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.VoxelSize;

/** The pixel classifier with its usual settings, trained on slices of cathodes. */
final class CathodeForest implements CathodeTable.Segmenter {

    private final ForestPredictor predictor;
    private final String settings;

    private CathodeForest(final ForestPredictor predictor, final String settings) {
        this.predictor = predictor;
        this.settings = settings;
    }

    static CathodeForest trained(final List<LabelledSlice> slices) {
        final ForestTraining training = new ForestTraining(CathodeNetworks.CLASSES,
            FeatureSet.usual(FeatureSpace.PLANAR), CathodeNetworks.NORMALIZATION,
            ForestTraining.USUAL_PER_CLASS, ForestSettings.usual());
        final Measured<TrainedForest> trained = Measured.of(() -> new ForestTrainer(training)
            .train(CathodeNetworks.scans(slices), Progress.NONE));
        final ModelDescription description = new ModelDescription(ModelKind.FOREST, "pixel classifier",
            CathodeNetworks.CLASSES, CathodeNetworks.NORMALIZATION, new ModelInput(VoxelSize.isotropic(1), 0, 0, 0),
            new TreeMap<>(), new Provenance("benchmark", "", "", List.of(), training.forest().seed()), TrainingLog.NONE);
        return new CathodeForest(new ForestPredictor(new ForestModel(description, training.features(),
            trained.value().grown().forest())), String.format(Locale.ROOT, "%d features, %d trees, %.0f CPU s",
                training.features().size(), training.forest().trees(), trained.cpu()));
    }

    /** Features, trees and cost, for the table. */
    String settings() {
        return settings;
    }

    @Override
    public LabelVolume segment(final LabelledSlice slice, final ScratchSpace scratch) throws IOException {
        return predictor.predict(slice.grey(), false, scratch, Progress.NONE).classes();
    }
}
