// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import org.electrode4d.learning.engine.Batch;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.Step;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;

/** A network that is a function of images. */
@FunctionalInterface
interface ImageFunction extends Network {

    @Override
    default double train(final Batch batch, final Step step) {
        throw new UnsupportedOperationException();
    }

    @Override
    default double loss(final Batch batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Parameters gradients(final Batch batch) {
        throw new UnsupportedOperationException();
    }

    @Override
    default Parameters parameters() {
        throw new UnsupportedOperationException();
    }

    @Override
    default void setParameters(final Parameters parameters) {
        throw new UnsupportedOperationException();
    }

    @Override
    default byte[] state() {
        throw new UnsupportedOperationException();
    }

    @Override
    default void restore(final byte[] state) {
        throw new UnsupportedOperationException();
    }

    @Override
    default void close() {
        // nothing to free
    }

    /** The mean of (2 * radius + 1)^2 pixels, with zeros around the image, as a network with that field of view. */
    static ImageFunction mean(final int radius) {
        return image -> {
            final int rows = image.shape()[2];
            final int columns = image.shape()[3];
            final Tensor means = Tensor.zeros(image.shape());
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    means.values()[row * columns + column] = sum(image, row, column, radius)
                        / ((2 * radius + 1) * (2 * radius + 1));
                }
            }
            return means;
        };
    }

    private static float sum(final Tensor image, final int row, final int column, final int radius) {
        float sum = 0;
        for (int y = Math.max(0, row - radius); y <= Math.min(image.shape()[2] - 1, row + radius); y++) {
            for (int x = Math.max(0, column - radius); x <= Math.min(image.shape()[3] - 1, column + radius); x++) {
                sum += image.values()[y * image.shape()[3] + x];
            }
        }
        return sum;
    }
}
