// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.network;

/**
 * The attention residual U-Net of Häusler et al. 2026 (supplement, Note 4), which is the {@code Attention_ResUNet} that
 * S. Bhattiprolu published for Keras: residual double convolutions (He et al., CVPR 2016) in the U-Net of Ronneberger
 * et al., MICCAI 2015, with the attention gates of Oktay et al., MIDL 2018, at every skip connection.
 * <p>
 * A block is {@code relu(norm(conv1(x)) + dropout(norm(conv3(relu(norm(conv3(x)))))))}. Going down there are
 * {@code depth} blocks, each followed by a pooling, then one at the bottom; level l = 0 ... depth has
 * {@code baseWidth * 2^l} channels. Going up, the image below is doubled and concatenated with the gated skip of its
 * level, and goes through a block. A 1x1 convolution with a normalisation gives the logits.
 * <p>
 * What differs from Keras: the sigmoid or softmax at the end is left out (the loss and {@link Probabilities} contain
 * it); the transposed 3x3 convolution of the gate, which has stride 1 there, is the equivalent 3x3 convolution (its
 * kernel is flipped, in and out exchanged); without batch normalisation there is none at all (there the ones of gates
 * and output stay). Layers are in the order in which Keras creates them.
 *
 * @param classes at least 2
 * @param depth number of halvings, 1 to 6; 4 in the paper
 * @param baseWidth channels of the first level, at least 1; 16 in the paper
 * @param dropout share of values dropped in each block in training, 0 or more and less than 1; 0.2 in the paper
 * @param normalized which convolutions of blocks, gates and output are normalised; ALL in the paper
 * @param nonlinearity in blocks and gates; RELU in the paper
 */
public record AttentionResUNet(int classes, int depth, int baseWidth, double dropout, Normalized normalized,
    Nonlinearity nonlinearity) {

    /** The greatest number of halvings. */
    public static final int MAX_DEPTH = 6;

    /** @throws IllegalArgumentException if a number is outside of its range */
    public AttentionResUNet {
        if (classes < 2 || classes > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("A network tells 2 to " + Byte.MAX_VALUE + " classes apart, not "
                + classes + ".");
        }
        if (depth < 1 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("A U-Net is 1 to " + MAX_DEPTH + " levels deep, not " + depth + ".");
        }
        if (baseWidth < 1) {
            throw new IllegalArgumentException("The base width must be at least 1 channel, not " + baseWidth + ".");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("The dropout rate must be at least 0 and below 1, not " + dropout + ".");
        }
    }

    /** The network of the paper with another number of classes or width. */
    public static AttentionResUNet of(final int classes, final int baseWidth) {
        return new AttentionResUNet(classes, 4, baseWidth, 0.2, Normalized.ALL, Nonlinearity.RELU);
    }

    public AttentionResUNet withNormalized(final Normalized other) {
        return new AttentionResUNet(classes, depth, baseWidth, dropout, other, nonlinearity);
    }

    /** Channels of the logits: a single one for two classes. */
    public int outputs() {
        return classes == 2 ? 1 : classes;
    }

    /** Rows and columns of images must be multiples of it. */
    public int divisor() {
        return 1 << depth;
    }

    /** All layers; names say where in the U they are: {@code down1} ... {@code bottom} ... {@code up1, output}. */
    public NetworkGraph graph() {
        return new AttentionResUNetLayers(this).graph();
    }

    /** Parameters before training: {@link GlorotUniform}, equal for equal seeds. */
    public Parameters initial(final long seed) {
        return GlorotUniform.of(graph(), seed);
    }
}
