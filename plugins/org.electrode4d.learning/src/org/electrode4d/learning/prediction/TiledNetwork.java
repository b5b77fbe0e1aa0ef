// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.util.function.UnaryOperator;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.Progress;

/**
 * A network applied to images of any size, tile by tile: each tile blends linearly into the next one, and images that
 * are no multiple of the divisor are continued by their mirror image. Not thread-safe, as the network.
 */
public final class TiledNetwork {

    private final Network network;
    private final int divisor;
    private final Tiles tiles;
    private final UnaryOperator<Tensor> output;

    /**
     * @param network stays open
     * @param divisor rows and columns that the network is given are multiples of it
     * @param output what is made of the output of the network before tiles are blended, such as probabilities
     */
    public TiledNetwork(final Network network, final int divisor, final Tiles tiles,
        final UnaryOperator<Tensor> output) {
        this.network = network;
        this.divisor = divisor;
        this.tiles = tiles;
        this.output = output;
    }

    /**
     * Applies the network to an image.
     *
     * @param image {@code [1, channel, row, column]}
     * @param progress is asked before each tile whether to go on, and told nothing
     * @return {@code [1, output, row, column]} of the same rows and columns
     * @throws LearningException if the network gives images of another size than it takes
     */
    public Tensor apply(final Tensor image, final Progress progress) {
        final TileAxis across = TileAxis.of(image.shape()[3], tiles, divisor);
        final TileAxis down = TileAxis.of(image.shape()[2], tiles, divisor);
        Tensor whole = null;
        for (int row = 0; row < down.count(); row++) {
            for (int column = 0; column < across.count(); column++) {
                progress.check();
                final Tensor part = compute(cut(image, down, row, across, column));
                if (whole == null) {
                    whole = Tensor.zeros(1, part.shape()[1], down.extent(), across.extent());
                }
                blend(part, whole, new Place(down, row, across, column));
            }
        }
        return whole;
    }

    private record Place(TileAxis down, int row, TileAxis across, int column) { }

    private static Tensor cut(final Tensor image, final TileAxis down, final int row, final TileAxis across,
        final int column) {
        final int channels = image.shape()[1];
        final Tensor tile = Tensor.zeros(1, channels, down.size(), across.size());
        int at = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < down.size(); y++) {
                final int from = (channel * down.extent() + down.mirrored(down.start(row) + y)) * across.extent();
                for (int x = 0; x < across.size(); x++) {
                    tile.values()[at++] = image.values()[from + across.mirrored(across.start(column) + x)];
                }
            }
        }
        return tile;
    }

    private Tensor compute(final Tensor tile) {
        final Tensor result = network.predict(tile);
        final int[] expected = tile.shape();
        final int[] shape = result.shape();
        if (shape.length != 4 || shape[0] != 1 || shape[2] != expected[2] || shape[3] != expected[3]) {
            throw new LearningException("The network was given an image of " + expected[3] + " x " + expected[2]
                + " pixels and answered with " + result + ". A network is needed that gives an image of the same "
                + "size.");
        }
        return output.apply(result);
    }

    private static void blend(final Tensor part, final Tensor whole, final Place place) {
        final float[] weightsX = place.across().weights(place.column());
        final float[] weightsY = place.down().weights(place.row());
        final int firstX = place.across().start(place.column());
        final int firstY = place.down().start(place.row());
        final int width = Math.min(weightsX.length, place.across().extent() - firstX);
        final int height = Math.min(weightsY.length, place.down().extent() - firstY);
        for (int channel = 0; channel < part.shape()[1]; channel++) {
            for (int y = 0; y < height; y++) {
                final int from = (channel * weightsY.length + y) * weightsX.length;
                final int to = (channel * place.down().extent() + firstY + y) * place.across().extent() + firstX;
                for (int x = 0; x < width; x++) {
                    whole.values()[to + x] += weightsY[y] * weightsX[x] * part.values()[from + x];
                }
            }
        }
    }
}
