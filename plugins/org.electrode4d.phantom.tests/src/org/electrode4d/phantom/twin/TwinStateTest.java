// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.junit.jupiter.api.Test;

class TwinStateTest {

    private static final List<TwinState> STATES = TwinState.published();

    @Test
    void halfWayBetweenTwoScansIsTheirMean() {
        final TwinState charging = TwinState.between(STATES, 56, false);
        assertEquals(26.5, charging.thickness(), 1e-12);
        assertEquals(0.281, charging.strain(), 1e-12);
        assertEquals(0.805, charging.nonLithiated(), 1e-12);
        final TwinState discharging = TwinState.between(STATES, 74, true);
        assertEquals(28.15, discharging.thickness(), 1e-12);
    }

    @Test
    void scansAreThemselves() {
        assertEquals(STATES.get(3), TwinState.between(STATES, 50, false));
        assertEquals(STATES.get(7).thickness(), TwinState.between(STATES, 78, true).thickness());
    }

    @Test
    void beyondABranchTheEndStays() {
        assertEquals(30, TwinState.between(STATES, 95, false).thickness());
        assertEquals(30, TwinState.between(STATES, 95, true).thickness());
        assertEquals(27.4, TwinState.between(STATES, 40, true).thickness());
        assertEquals(20.7, TwinState.between(STATES.subList(0, 1), 40, true).thickness());
        assertThrows(IllegalArgumentException.class, () -> TwinState.between(List.of(), 40, true));
    }

    @Test
    void aDoubleScanIsTheSameElectrode() {
        assertTrue(STATES.get(9).isSameElectrode(STATES.get(8)));
        assertFalse(STATES.get(8).isSameElectrode(STATES.get(7)));
        assertEquals(8, TwinSettings.of(96).moves(9));
    }

    @Test
    void viewsAreThoseOfThePaper() {
        assertEquals(0.4, TwinSettings.of(96).voxelSize(), 1e-12);
        assertEquals(0.1, TwinSettings.of(512).voxelSize(), 1e-12);
        assertEquals(0.05, TwinSettings.of(2048).voxelSize(), 1e-12);
    }

    @Test
    void valuesOutOfRangeAreRefused() {
        final TwinSettings settings = TwinSettings.of(96);
        assertThrows(IllegalArgumentException.class, () -> settings.withVoxelSize(2));
        assertThrows(IllegalArgumentException.class, () -> settings.withParticleStrain(1.1));
        assertThrows(IllegalArgumentException.class, () -> settings.withStates(List.of()));
        assertThrows(IllegalArgumentException.class, () -> TwinImaging.BEAMLINE.withNoise(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new TwinState("T1", 0, 0, 20, 8, 0, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> new TwinState(" ", 0, 0, 20, 1, 0, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> TwinState.published().get(0).at("", 0));
        final Shape low = new Shape(96, 96, 80);
        final String message = refused(settings.withShape(low));
        assertEquals("The view is 32.0 µm high, but the thickest state of the electrode needs 36.6 µm with collector "
            + "and separator. Take more or larger voxels along z.", message);
        assertEquals("The view is 1638.4 x 3.2 µm wide, but particles are placed in 400 µm at most. Take fewer or "
            + "smaller voxels along x and y.", refused(settings.withShape(new Shape(4096, 8, 96))));
    }

    private static String refused(final TwinSettings settings) {
        return assertThrows(IllegalArgumentException.class, () -> DigitalTwin.of(settings, Progress.NONE)).getMessage();
    }
}
