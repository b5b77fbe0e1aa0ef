// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import org.electrode4d.learning.network.Tensor;

/**
 * Images with what was labelled in them.
 *
 * @param images {@code [batch, channel, row, column]}
 * @param classes index of the class of each pixel, {@code [batch, row, column]} row by row; any value where the weight
 *     is 0; not copied
 * @param weights of the pixels in the loss, in the same order: 0 where nothing was labelled, else the weight of the
 *     class; not copied
 */
public record Batch(Tensor images, byte[] classes, float[] weights) {

    /** @throws IllegalArgumentException if there are not as many classes and weights as pixels */
    public Batch {
        final int[] shape = images.shape();
        final int pixels = Tensor.size(shape[0], shape[2], shape[3]);
        if (classes.length != pixels || weights.length != pixels) {
            throw new IllegalArgumentException("There are " + pixels + " pixels, but classes of " + classes.length
                + " and weights of " + weights.length + ".");
        }
    }
}
