// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

class TiledNetworkTest {

    private static Tensor noise(final int channels, final int rows, final int columns) {
        final Tensor image = Tensor.zeros(1, channels, rows, columns);
        final SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < image.values().length; i++) {
            image.values()[i] = (float)random.nextDouble();
        }
        return image;
    }

    private static Tensor apply(final ImageFunction network, final Tensor image, final Tiles tiles) {
        return new TiledNetwork(network, 4, tiles, UnaryOperator.identity()).apply(image, Progress.NONE);
    }

    @Test
    void anImageComesTogetherAgain() {
        final Tensor image = noise(2, 37, 70);
        final Tensor same = apply(tile -> tile, image, new Tiles(16, 6));
        assertArrayEquals(image.shape(), same.shape());
        assertArrayEquals(image.values(), same.values(), 1e-6f);
    }

    @Test
    void noSeamsShowWhereTheOverlapIsFourTimesTheFieldOfView() {
        final Tensor image = noise(1, 48, 64);
        final Tensor whole = apply(ImageFunction.mean(2), image, new Tiles(64, 0));
        final Tensor tiled = apply(ImageFunction.mean(2), image, new Tiles(24, 8));
        assertArrayEquals(whole.values(), tiled.values(), 1e-6f);
    }

    @Test
    void aNarrowImageIsContinuedByItsMirrorImage() {
        final Tensor image = new Tensor(new int[] {1, 1, 1, 3}, new float[] {1, 2, 3});
        final Tensor[] seen = new Tensor[1];
        final Tensor result = apply(tile -> {
            seen[0] = tile;
            return tile;
        }, image, new Tiles(8, 0));
        assertArrayEquals(new int[] {1, 1, 4, 4}, seen[0].shape());
        assertArrayEquals(new float[] {1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2, 1, 2, 3, 2}, seen[0].values());
        assertEquals(image, result);
    }

    @Test
    void aNetworkThatGivesAnotherSizeIsRefused() {
        assertEquals("The network was given an image of 8 x 8 pixels and answered with Tensor[1, 1, 4, 4]. A network "
            + "is needed that gives an image of the same size.", assertThrows(LearningException.class,
                () -> apply(tile -> Tensor.zeros(1, 1, 4, 4), noise(1, 8, 8), new Tiles(8, 0))).getMessage());
    }

    @Test
    void cancellingIsNoticedBeforeTheNextTile() {
        final AtomicInteger tiles = new AtomicInteger();
        final Progress progress = new Progress() {
            @Override
            public void check() {
                if (tiles.get() == 2) {
                    throw new CancellationException();
                }
            }

            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }
        };
        final ImageFunction network = tile -> {
            tiles.incrementAndGet();
            return tile;
        };
        final TiledNetwork tiled = new TiledNetwork(network, 4, new Tiles(8, 0), UnaryOperator.identity());
        assertThrows(CancellationException.class, () -> tiled.apply(noise(1, 32, 32), progress));
        assertEquals(2, tiles.get());
    }
}
