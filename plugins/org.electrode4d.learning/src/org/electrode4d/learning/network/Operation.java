// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

/** What a layer does with its inputs, images of shape {@code [batch, channel, row, column]}. */
public sealed interface Operation {

    /**
     * A convolution with bias. With stride 1 the image is padded by zeros so that it keeps its size (odd kernels); with
     * a stride that is the kernel size nothing is padded and the size is divided by it.
     */
    record Convolution(int in, int out, int kernel, int stride) implements Operation { }

    /**
     * Normalises each channel to mean 0 and variance 1, then scales by gamma and adds beta. In training by the batch, in
     * prediction by running means, which follow with {@code mean = momentum * mean + (1 - momentum) * batch mean}.
     */
    record BatchNormalization(int channels, double momentum) implements Operation {
        /** As in Keras: running means need some hundred steps to follow. */
        public static final double MOMENTUM = 0.99;
        /** Is added to the variance; as in Keras. */
        public static final double EPSILON = 1e-3;

        /** @throws IllegalArgumentException for a momentum that is not from 0 to 1 */
        public BatchNormalization {
            if (!(momentum >= 0 && momentum < 1)) {
                throw new IllegalArgumentException("The momentum of a batch normalisation must be at least 0 and below "
                    + "1, not " + momentum + ".");
            }
        }

        /** With the momentum of Keras. */
        public BatchNormalization(final int channels) {
            this(channels, MOMENTUM);
        }
    }

    /** A function of each value alone. */
    record Activation(Nonlinearity function) implements Operation { }

    /** The greatest of 2 x 2 values, which halves the image. */
    record MaxPooling() implements Operation { }

    /** Repeats each value 2 x 2 times, which doubles the image. */
    record UpSampling() implements Operation { }

    /** All channels of the first input, then all of the second. */
    record Concatenation() implements Operation { }

    /** The sum of two inputs of equal shape. */
    record Addition() implements Operation { }

    /** Each channel of the first input times the second input, which has a single channel: an attention gate. */
    record Gate() implements Operation { }

    /** In training sets a share of the values to zero and divides the others by 1 - rate; else does nothing. */
    record Dropout(double rate) implements Operation { }
}
