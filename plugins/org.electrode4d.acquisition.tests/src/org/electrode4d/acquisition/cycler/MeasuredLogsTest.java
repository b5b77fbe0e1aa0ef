// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

import org.electrode4d.acquisition.SharedLogs;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

/** Logs of real cyclers, with figures that were computed independently of this code. */
class MeasuredLogsTest {

    private static CyclingSeries read(final String name) throws Exception {
        return CyclerFormats.read(SharedLogs.find(name), CyclerOptions.DEFAULT, Progress.NONE);
    }

    private static double[] range(final CyclingSeries series, final IntToDoubleFunction value) {
        final double[] sorted = IntStream.range(0, series.size()).mapToDouble(value).sorted().toArray();
        return new double[]{sorted[0], sorted[sorted.length - 1]};
    }

    @Test
    void maccorCyclesOfAnM50Cell() throws Exception {
        final CyclingSeries series = read("maccor_001.txt");
        assertEquals(6704, series.size());
        assertEquals(24, series.steps());
        assertEquals(50.88, series.time(6703) / 3600, 0.005);
        assertEquals(List.of(2.5, 4.2001), List.of(round(range(series, series::potential)[0]),
            round(range(series, series::potential)[1])));
        assertEquals(-10.01831, range(series, series::current)[0], 1e-9);
        assertEquals(1.50233, range(series, series::current)[1], 1e-9);
        assertEquals(List.of(), series.warnings());
        assertEquals(LocalDateTime.of(2020, 12, 11, 12, 22, 12), series.date(0));
        assertTrue(Double.isNaN(series.temperature(0)), "its sensors are open");
        // the second discharge, with 0.5 A from full to empty, takes 9.0877 h
        final int last = IntStream.range(0, 6704).filter(i -> series.step(i) == 7).max().getAsInt();
        assertEquals(-0.5 * 9.0877 * 3600, series.stepCharge(last), 20);
        assertEquals(4, constantPotentialTails(series));
    }

    private static double round(final double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    /** Steps of charge that hold 4.2 V while the current falls to 50 mA. */
    private static int constantPotentialTails(final CyclingSeries series) {
        int tails = 0;
        for (int i = 1; i < series.size(); i++) {
            final boolean ends = series.step(i) != series.step(i - 1);
            tails += ends && series.state(i - 1).equals(CyclingSeries.CHARGE)
                && Math.abs(series.current(i - 1) - 0.05) < 1e-3
                && Math.abs(series.potential(i - 1) - 4.2) < 1e-3 ? 1 : 0;
        }
        return tails;
    }

    @Test
    void biologicDischarge() throws Exception {
        final CyclingSeries series = read("Sample_data_biologic_01_MB_CA1.txt");
        assertEquals(1397, series.size());
        assertEquals(2, series.steps());
        assertEquals(3.4854481, range(series, series::potential)[0], 1e-12);
        assertEquals(3.5180547, range(series, series::potential)[1], 1e-12);
        assertEquals(-0.90006274, range(series, series::current)[0], 1e-12);
        assertEquals(139.5240066270344, series.time(1396), 1e-9);
        assertEquals(-32.37135133365207 * 3.6, series.charge(1396), 1e-9);
        assertEquals(23.029291, series.temperature(1396), 1e-9);
        assertEquals("Modulo Bat", series.metadata().get("Technique"));
        assertEquals("BCS-815 (SN 0433)", series.metadata().get("Device"));
        assertEquals(List.of(), series.warnings());
    }

    @Test
    void newareHalfCell() throws Exception {
        final CyclingSeries series = read("neware_uio.csv");
        assertEquals(9065, series.size());
        assertEquals(32, series.steps());
        assertEquals(144.0383, series.time(9064) / 3600, 1e-4);
        assertEquals(0.05, range(series, series::potential)[0], 1e-12);
        assertEquals(2.957, range(series, series::potential)[1], 1e-12);
        assertEquals(0.00143796 * 3600, series.stepCharge(9064), 1e-9);
        assertEquals(4, series.cycle(9064));
        assertEquals(LocalDateTime.of(2022, 5, 24, 16, 29, 53), series.date(9064));
        assertEquals(List.of(), series.warnings());
    }
}
