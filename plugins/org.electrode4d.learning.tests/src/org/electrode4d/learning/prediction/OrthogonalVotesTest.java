// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;

import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

class OrthogonalVotesTest {

    @Test
    void whatRoundingAddsToACertainVoxelDoesNotTurnItOver() throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final OrthogonalVotes votes =
                new OrthogonalVotes(Orientation.XZ, new Shape(3, 1, 1), 1, 1, scratch);
            votes.store(0, new Tensor(new int[] {1, 1, 1, 3}, new float[] {0, 1, 1.00001f}));
            final float[][] sums = new float[1][3];
            votes.add(0, sums);
            assertArrayEquals(new float[] {0, 1, 1}, sums[0]);
        }
    }
}
