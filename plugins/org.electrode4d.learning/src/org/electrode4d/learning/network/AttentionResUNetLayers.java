// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.learning.network.Operation.Activation;
import org.electrode4d.learning.network.Operation.Addition;
import org.electrode4d.learning.network.Operation.BatchNormalization;
import org.electrode4d.learning.network.Operation.Concatenation;
import org.electrode4d.learning.network.Operation.Convolution;
import org.electrode4d.learning.network.Operation.Dropout;
import org.electrode4d.learning.network.Operation.Gate;
import org.electrode4d.learning.network.Operation.MaxPooling;
import org.electrode4d.learning.network.Operation.UpSampling;

/** Lays the layers of an {@link AttentionResUNet} one after the other. */
final class AttentionResUNetLayers {

    /** A layer and how many channels it gives. */
    private record Source(String name, int channels) { }

    private final AttentionResUNet architecture;

    private final List<Layer> layers = new ArrayList<>();

    AttentionResUNetLayers(final AttentionResUNet architecture) {
        this.architecture = architecture;
    }

    NetworkGraph graph() {
        final List<Source> skips = new ArrayList<>();
        Source below = new Source(NetworkGraph.INPUT, 1);
        for (int level = 0; level < architecture.depth(); level++) {
            final String name = "down" + (level + 1);
            final Source skip = block(name, below, width(level));
            skips.add(skip);
            below = add(name + "_pool", new MaxPooling(), skip);
        }
        below = block("bottom", below, width(architecture.depth()));
        for (int level = architecture.depth() - 1; level >= 0; level--) {
            below = up("up" + (level + 1), below, skips.get(level));
        }
        final Source logits = convolution("output", below, architecture.outputs(), 1);
        if (architecture.normalized() == Normalized.ALL) {
            normalized("output", logits);
        }
        return new NetworkGraph(1, architecture.outputs(), architecture.divisor(), layers);
    }

    private int width(final int level) {
        return Math.multiplyExact(architecture.baseWidth(), 1 << level);
    }

    private Source block(final String name, final Source in, final int width) {
        Source path = normalized(name + "_conv1", convolution(name + "_conv1", in, width, 3));
        path = activated(name + "_conv1", path);
        path = normalized(name + "_conv2", convolution(name + "_conv2", path, width, 3));
        if (architecture.dropout() > 0) {
            path = add(name + "_dropout", new Dropout(architecture.dropout()), path);
        }
        final Source shortcut = normalized(name + "_shortcut", convolution(name + "_shortcut", in, width, 1));
        return activated(name, add(name + "_sum", new Addition(), shortcut, path));
    }

    private Source up(final String name, final Source below, final Source skip) {
        final String gating = name + "_gating";
        final Source signal =
            activated(gating, normalized(gating, convolution(gating, below, skip.channels(), 1)));
        final Source gated = gated(name + "_attention", skip, signal);
        final Source enlarged = add(name + "_enlarged", new UpSampling(), below);
        final Source both = add(name + "_concatenated", new Concatenation(), enlarged, gated);
        return block(name, both, skip.channels());
    }

    private Source gated(final String name, final Source skip, final Source signal) {
        final int width = skip.channels();
        final Source theta = add(name + "_theta", new Convolution(width, width, 2, 2), skip);
        final Source reduced = convolution(name + "_phi", signal, width, 1);
        final Source phi = convolution(name + "_phi_transposed", reduced, width, 3);
        final Source sum = activated(name, add(name + "_sum", new Addition(), phi, theta));
        final Source psi = convolution(name + "_psi", sum, 1, 1);
        final Source coefficients = add(name + "_sigmoid", new Activation(Nonlinearity.SIGMOID), psi);
        final Source enlarged = add(name + "_coefficients", new UpSampling(), coefficients);
        final Source product = add(name + "_gate", new Gate(), skip, enlarged);
        return normalized(name + "_result", convolution(name + "_result", product, width, 1));
    }

    private Source convolution(final String name, final Source in, final int out, final int kernel) {
        return add(name, new Convolution(in.channels(), out, kernel, 1), in);
    }

    private Source normalized(final String name, final Source in) {
        return architecture.normalized() != Normalized.NONE
            ? add(name + "_norm", new BatchNormalization(in.channels(), architecture.normalized().momentum()),
                in) : in;
    }

    private Source activated(final String name, final Source in) {
        return add(name + "_activation", new Activation(architecture.nonlinearity()), in);
    }

    private Source add(final String name, final Operation operation, final Source... inputs) {
        final List<String> names = new ArrayList<>();
        for (final Source input : inputs) {
            names.add(input.name());
        }
        layers.add(new Layer(name, operation, names));
        return new Source(name, channels(operation, inputs));
    }

    private static int channels(final Operation operation, final Source... inputs) {
        if (operation instanceof Convolution convolution) {
            return convolution.out();
        }
        return operation instanceof Concatenation ? inputs[0].channels() + inputs[1].channels()
            : inputs[0].channels();
    }
}
