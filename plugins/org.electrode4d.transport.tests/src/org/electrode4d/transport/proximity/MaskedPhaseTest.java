// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.proximity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VolumeException;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;

class MaskedPhaseTest {

    private static final VoxelSize ONE = VoxelSize.isotropic(1);

    @Test
    void onlyWhatIsInsideOfBothIsLeft() {
        final Volume phase = Volume.of("pore", ArrayImgs.unsignedBytes(new byte[] {1, 1, 0, 0}, 4, 1, 1), ONE)
            .withOrigin(new Point(1, 2, 3));
        final Volume mask = Volume.of("mask", ArrayImgs.shorts(new short[] {0, -256, 7, 0}, 4, 1, 1), ONE);
        final Volume both = MaskedPhase.of(phase, mask);
        final byte[] values = new byte[4];
        both.readNative(new Block(0, 0, 0, 4, 1, 1), values);
        assertArrayEquals(new byte[] {0, 1, 0, 0}, values);
        assertEquals("pore", both.name());
        assertEquals(new Point(1, 2, 3), both.origin());
    }

    @Test
    void phaseAndMaskMustBeAlike() {
        final Volume phase = Volume.of("pore", ArrayImgs.unsignedBytes(4, 1, 1), ONE);
        assertThrows(VolumeException.class,
            () -> MaskedPhase.of(phase, Volume.of("mask", ArrayImgs.unsignedBytes(3, 1, 1), ONE)));
        assertThrows(VolumeException.class,
            () -> MaskedPhase.of(phase, Volume.of("mask", ArrayImgs.floats(4, 1, 1), ONE)));
    }
}
