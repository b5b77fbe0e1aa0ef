// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.morphology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;

import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

/** Labels and pieces beyond what memory holds are refused before they fill it. */
class LabelLimitsTest {

    private static LabelVolume labels(final int... values) {
        return new LabelVolume(Volume.of("labels", ArrayImgs.ints(values, values.length, 1, 1),
            VoxelSize.isotropic(1)), new TreeMap<>());
    }

    @Test
    void labelsTooLargeForATableHaveNoSequence() {
        assertEquals(2, Relabelling.sequence(labels(1, 1000), 1000, Progress.NONE).count());
        assertThrows(VolumeException.class, () -> Relabelling.sequence(labels(1, 1001), 1000, Progress.NONE));
    }

    @Test
    void tooManyPiecesAreAnError() throws IOException {
        final int edge = 40;
        final byte[] board = new byte[edge * edge * edge];
        for (int i = 0; i < board.length; i++) {
            board[i] = (byte)((i + i / edge + i / (edge * edge)) % 2);
        }
        final Volume mask = Volume.of("board", ArrayImgs.unsignedBytes(board, edge, edge, edge),
            VoxelSize.isotropic(1));
        final ComponentLabelling labelling = new ComponentLabelling(RunSource.mask(mask, false),
            new RunAdjacency(Connectivity.FACES), new LabelAllowance("board", 20_000));
        try (ScratchSpace scratch = ScratchSpace.open()) {
            assertTrue(assertThrows(VolumeException.class, () -> labelling.label(scratch, Progress.NONE))
                .getMessage().startsWith("board falls into too many pieces: more than 20000"));
        }
    }
}
