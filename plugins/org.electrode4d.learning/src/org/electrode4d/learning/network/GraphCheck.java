// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Walks through the layers of a network and follows numbers of channels and sizes of images. */
final class GraphCheck {

    /** An image between layers: the image at the input has {@code reduction} times as many rows and columns. */
    private record Image(int channels, int reduction) { }

    private final Map<String, Image> images = new HashMap<>();

    private final int divisor;

    GraphCheck(final int channels, final int divisor) {
        if (channels < 1 || divisor < 1) {
            throw new IllegalArgumentException("A network needs at least one channel and a divisor of at least 1, not "
                + channels + " and " + divisor + ".");
        }
        this.divisor = divisor;
        images.put(NetworkGraph.INPUT, new Image(channels, 1));
    }

    void check(final List<Layer> layers, final int outputs) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("A network needs at least one layer.");
        }
        for (final Layer layer : layers) {
            final Image image = after(layer);
            if (divisor % image.reduction() != 0) {
                throw wrong(layer, "divides rows and columns by " + image.reduction()
                    + ", which does not divide the divisor " + divisor);
            }
            if (layer.name().isBlank() || layer.name().contains("/")) {
                throw wrong(layer, "needs a name without a slash");
            }
            if (images.put(layer.name(), image) != null) {
                throw wrong(layer, "is there twice");
            }
        }
        final Layer last = layers.get(layers.size() - 1);
        final Image logits = images.get(last.name());
        if (!logits.equals(new Image(outputs, 1))) {
            throw wrong(last, "is the last and must give " + outputs + " channels at the size of the image, but gives "
                + logits.channels() + " at 1/" + logits.reduction());
        }
    }

    private Image after(final Layer layer) {
        final List<Image> in = inputs(layer);
        final Image first = in.get(0);
        final Operation operation = layer.operation();
        if (operation instanceof Operation.Convolution convolution) {
            return convolved(layer, convolution, first);
        } else if (operation instanceof Operation.BatchNormalization normalization) {
            sameChannels(layer, normalization.channels(), first);
        } else if (operation instanceof Operation.MaxPooling) {
            return new Image(first.channels(), 2 * first.reduction());
        } else if (operation instanceof Operation.UpSampling) {
            return enlarged(layer, first);
        } else if (operation instanceof Operation.Concatenation) {
            sameSize(layer, in);
            return new Image(first.channels() + in.get(1).channels(), first.reduction());
        } else if (operation instanceof Operation.Addition) {
            sameSize(layer, in);
            sameChannels(layer, first.channels(), in.get(1));
        } else if (operation instanceof Operation.Gate) {
            sameSize(layer, in);
            sameChannels(layer, 1, in.get(1));
        } else if (operation instanceof Operation.Dropout dropout && !(dropout.rate() >= 0 && dropout.rate() < 1)) {
            throw wrong(layer, "has a rate of " + dropout.rate() + " outside of 0 <= rate < 1");
        }
        return first;
    }

    private List<Image> inputs(final Layer layer) {
        final List<Image> in = new ArrayList<>();
        for (final String name : layer.inputs()) {
            final Image image = images.get(name);
            if (image == null) {
                throw wrong(layer, "takes its input from \"" + name + "\", which is no layer before it");
            }
            in.add(image);
        }
        final Operation operation = layer.operation();
        final int expected = operation instanceof Operation.Concatenation || operation instanceof Operation.Addition
            || operation instanceof Operation.Gate ? 2 : 1;
        if (in.size() != expected) {
            throw wrong(layer, "needs " + expected + " inputs, not " + in.size());
        }
        return in;
    }

    private static Image convolved(final Layer layer, final Operation.Convolution convolution, final Image in) {
        final int kernel = convolution.kernel();
        final int stride = convolution.stride();
        if (convolution.out() < 1 || stride < 1 || kernel < 1 || (stride == 1 ? kernel % 2 == 0 : kernel != stride)) {
            throw wrong(layer, "needs outputs and, with stride 1, an odd kernel, else a kernel as wide as the stride; "
                + "not " + convolution.out() + " outputs, kernel " + kernel + " and stride " + stride);
        }
        sameChannels(layer, convolution.in(), in);
        return new Image(convolution.out(), Math.multiplyExact(stride, in.reduction()));
    }

    private static Image enlarged(final Layer layer, final Image in) {
        if (in.reduction() % 2 != 0) {
            throw wrong(layer, "would make an image larger than the one at the input");
        }
        return new Image(in.channels(), in.reduction() / 2);
    }

    private static void sameChannels(final Layer layer, final int expected, final Image in) {
        if (in.channels() != expected) {
            throw wrong(layer, "expects " + expected + " channels, but gets " + in.channels());
        }
    }

    private static void sameSize(final Layer layer, final List<Image> in) {
        if (in.get(0).reduction() != in.get(1).reduction()) {
            throw wrong(layer, "gets images of different sizes: 1/" + in.get(0).reduction() + " and 1/"
                + in.get(1).reduction() + " of the one at the input");
        }
    }

    private static IllegalArgumentException wrong(final Layer layer, final String what) {
        return new IllegalArgumentException("The layer \"" + layer.name() + "\" " + what + ".");
    }
}
