// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Normalized;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/** Small models for tests. */
public final class TestModels {

    private TestModels() {
    }

    /**
     * A network with two classes, pore = 0 and silicon = 1, for voxels of 0.5 µm. To an engine that looks at nothing
     * but its last normalisation, silicon are grey values above 100.
     *
     * @param seed of its parameters
     * @param dice of its only epoch; NaN for none
     */
    public static ModelFile network(final String name, final long seed, final double dice) {
        final AttentionResUNet network = new AttentionResUNet(2, 1, 2, 0, Normalized.ALL, Nonlinearity.RELU);
        final SortedMap<String, Tensor> parameters = new TreeMap<>(network.initial(seed).tensors());
        parameters.put(network.graph().output() + "/beta", new Tensor(new int[]{1}, new float[]{-1}));
        return new NetworkModel(description(ModelKind.NETWORK, name, dice,
            Map.of("depth", "1", "base width", "2")), network.graph(), new Parameters(parameters)).toFile();
    }

    /** What is said of a model that was trained for one epoch on T0. */
    public static ModelDescription description(final ModelKind kind, final String name, final double dice,
        final Map<String, String> architecture) {
        final EpochRecord epoch =
            new EpochRecord(1, 10, 0.5, 0.6, Double.isNaN(dice) ? List.of() : List.of(dice, dice), 1e-3, 12);
        return new ModelDescription(kind, name, ClassScheme.parse("pore = 0; silicon = 1", OptionalInt.empty()),
            Normalization.fixed(new GreyScale(0, 100)), new ModelInput(TestVolumes.HALF, 0.1, 0, 0),
            new TreeMap<>(architecture), new Provenance("Electrode4D test", "", "2026-01-01", List.of("T0"), 1),
            new TrainingLog(new TreeMap<>(), List.of(epoch), 1));
    }

    /** The same with other classes. */
    public static ModelDescription renamed(final ModelDescription model, final String classes) {
        return new ModelDescription(model.kind(), model.name(), ClassScheme.parse(classes, OptionalInt.empty()),
            model.normalization(), model.input(), model.architecture(), model.provenance(), model.training());
    }
}
