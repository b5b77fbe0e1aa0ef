// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.network.Nonlinearity;
import org.electrode4d.learning.network.Normalized;
import org.electrode4d.volume.VoxelSize;

/** Small models for tests. */
final class Models {

    private Models() {
    }

    static ModelDescription description(final ModelKind kind, final String classes) {
        final TrainingLog log = new TrainingLog(new TreeMap<>(Map.of("loss", "CROSS_ENTROPY")), List.of(
            new EpochRecord(1, 4, 0.7, Double.NaN, List.of(), 1e-3, 1.5),
            new EpochRecord(2, 8, 0.1 + 0.2, 0.25, List.of(0.9, Double.NaN), 5e-4, 3)), 2);
        return new ModelDescription(kind, "silicon µ", ClassScheme.parse(classes, OptionalInt.of(255)),
            Normalization.fixed(new GreyScale(120.5, 30)), new ModelInput(new VoxelSize(0.1, 0.1, 0.3), 0.05, 512, 256),
            new TreeMap<>(Map.of("depth", "1", "base width", "2")),
            new Provenance("Electrode4D 0.1.0", "none", "2026-11-27", List.of("T0, slice XY 12"), -7), log);
    }

    /** Depth 1, base width 2: all kinds of layers. */
    static NetworkModel network() {
        return network(Normalized.ALL);
    }

    static NetworkModel network(final Normalized normalized) {
        final AttentionResUNet architecture = new AttentionResUNet(2, 1, 2, 0.2, normalized, Nonlinearity.RELU);
        return new NetworkModel(description(ModelKind.NETWORK, "background = 0, 1; silicon = 2"),
            architecture.graph(), architecture.initial(3));
    }
}
