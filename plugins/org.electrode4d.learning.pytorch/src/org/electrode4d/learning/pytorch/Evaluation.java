// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.NetworkGraph;

/** Computes the layers of a network one by one, and frees what no later layer needs. */
final class Evaluation {

    private final NetworkGraph graph;
    private final Operations operations;
    private final Map<String, NDArray> results = new HashMap<>();
    /** How often each array is still needed; layers that change nothing give the array they got. */
    private final Map<NDArray, Integer> uses = new IdentityHashMap<>();

    Evaluation(final NetworkGraph graph, final Operations operations) {
        this.graph = graph;
        this.operations = operations;
    }

    /** The result of the last layer, {@code [batch, output, row, column]}. */
    NDArray logits(final NDArray images) {
        keep(NetworkGraph.INPUT, images);
        for (final Layer layer : graph.layers()) {
            final List<NDArray> inputs = layer.inputs().stream().map(results::get).toList();
            keep(layer.name(), operations.apply(layer, inputs));
            inputs.forEach(this::release);
        }
        return results.get(graph.output());
    }

    private void keep(final String name, final NDArray result) {
        final long inputs = graph.layers().stream().flatMap(layer -> layer.inputs().stream()).filter(name::equals)
            .count();
        results.put(name, result);
        uses.merge(result, (int)inputs + (name.equals(graph.output()) ? 1 : 0), Integer::sum);
    }

    private void release(final NDArray input) {
        if (uses.merge(input, -1, Integer::sum) == 0) {
            input.close();
        }
    }
}
