// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.electrode4d.acquisition.SharedLogs;
import org.electrode4d.acquisition.cycler.CellVerdict.Outcome;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

class PreTestTest {

    private static final ModelCell GOOD = ModelCell.GOOD;

    private static PreTest test(final CyclingSeries... cells) {
        return PreTest.of(List.of(cells), PreTestCriteria.DEFAULT, Progress.NONE);
    }

    /** Good cells that differ by 1 % in capacity, and then others. */
    private static PreTest five(final CyclingSeries... others) {
        final List<CyclingSeries> cells = new ArrayList<>();
        for (int i = 0; i < 5 - others.length; i++) {
            cells.add(GOOD.withSlope(12 + 0.1 * i).test("good " + i));
        }
        cells.addAll(Arrays.asList(others));
        return PreTest.of(cells, PreTestCriteria.DEFAULT, Progress.NONE);
    }

    private static CellVerdict last(final PreTest test) {
        return test.cells().get(test.cells().size() - 1);
    }

    private static void assertDeviates(final PreTest test, final String reason) {
        assertEquals(Outcome.DEVIATING, last(test).outcome(), last(test).reasons().toString());
        assertTrue(last(test).reasons().stream().anyMatch(text -> text.startsWith(reason)),
            last(test).reasons().toString());
        assertEquals(Outcome.CONSISTENT, test.outcome(), test.reason());
        assertEquals("4 of 5 cells are consistent; 4 are needed.", test.reason());
    }

    private static CyclingSeries atRest(final String name) {
        final CyclingSeriesBuilder builder = new CyclingSeriesBuilder(name);
        for (int i = 0; i < 100; i++) {
            builder.add(new CyclingRow(i, 0.2, 0));
        }
        return builder.build();
    }

    @Test
    void theFiguresOfAModelCellAreThoseOfItsFormulas() {
        final CellFigures figures = five().cells().get(0).figures();
        assertEquals(3.0, figures.get(PreTestFigure.OPEN_CIRCUIT_POTENTIAL), 1e-12);
        assertEquals(0.02, figures.get(PreTestFigure.INITIAL_JUMP), 1e-12);
        assertEquals(2000, figures.get(PreTestFigure.RESISTANCE), 1e-6);
        // reached 5 mV early
        assertEquals((GOOD.chargeToCutOff() - 0.005 / 12) / ModelCell.CURRENT,
            figures.get(PreTestFigure.TIME_TO_CUT_OFF), 5.001);
        assertEquals(GOOD.chargeToCutOff() - 0.005 / 12, figures.get(PreTestFigure.CHARGE_TO_CUT_OFF), 5.001e-5);
        assertEquals(2000 / 12.0 * Math.log(10), figures.get(PreTestFigure.CONSTANT_POTENTIAL_TIME), 50);
        final double whole = GOOD.chargeToCutOff() + GOOD.tail();
        assertEquals(whole, figures.get(PreTestFigure.CHARGE_CAPACITY), 1e-12);
        assertEquals((GOOD.tail() + 0.005 / 12) / whole, figures.get(PreTestFigure.CONSTANT_POTENTIAL_SHARE), 1e-3);
        assertEquals(1e-6, figures.get(PreTestFigure.CURRENT_AT_END), 1e-15);
        assertEquals(GOOD.discharge(), figures.get(PreTestFigure.DISCHARGE_CAPACITY), 1e-12);
        assertEquals(GOOD.discharge() / whole, figures.get(PreTestFigure.COULOMB_EFFICIENCY), 1e-9);
        assertEquals(1e-6, figures.get(PreTestFigure.SELF_DISCHARGE), 1e-12);
        assertEquals(3.0 + 0.02 + 12 * 6e-4, figures.get(PreTestFigure.LOWEST_POTENTIAL), 1e-9);
        assertEquals(0, figures.get(PreTestFigure.NOISE), 1e-9);
        assertEquals(4.3, five().upperCutOff(), 1e-12);
    }

    @Test
    void fiveAlikeAreConsistent() {
        final PreTest test = five();
        test.cells().forEach(cell -> assertEquals(Outcome.CONSISTENT, cell.outcome(), cell.toString()));
        assertEquals(Outcome.CONSISTENT, test.outcome());
        assertEquals("5 of 5 cells are consistent; 4 are needed.", test.reason());
        assertEquals(List.of(), test.cells().get(0).reasons());
    }

    @Test
    void oneBadOfFiveIsFound() {
        assertDeviates(five(GOOD.withSlope(16).test("small")), "Charge capacity is ");
        assertDeviates(five(GOOD.withResistance(9000).test("resistive")), "Initial resistance is 9000 Ω, but ");
        assertDeviates(five(GOOD.withStart(2.7).test("other")), "Open-circuit potential is 2.700 V, but the median is "
            + "3.000 V and 0.1000 V either way are tolerated");
        assertDeviates(five(GOOD.withLeak(5e-6).test("leaky")), "Fall of potential at rest is 18.00 mV/h");
        assertDeviates(five(GOOD.withReturned(0.8).test("lossy")), "Coulomb efficiency is ");
    }

    @Test
    void theBadCellDoesNotSpoilTheGoodOnes() {
        final PreTest test = five(GOOD.withSlope(30).withResistance(20000).test("bad"));
        for (int i = 0; i < 4; i++) {
            assertEquals(Outcome.CONSISTENT, test.cells().get(i).outcome(), test.cells().get(i).toString());
        }
    }

    @Test
    void twoBadOfFiveAreTooMany() {
        final PreTest test = five(GOOD.withResistance(9000).test("resistive"), GOOD.withSlope(16).test("small"));
        assertEquals(Outcome.DEVIATING, test.outcome());
        assertEquals("3 of 5 cells are consistent; 4 are needed.", test.reason());
        assertEquals(List.of(Outcome.CONSISTENT, Outcome.CONSISTENT, Outcome.CONSISTENT, Outcome.DEVIATING,
            Outcome.DEVIATING), test.cells().stream().map(CellVerdict::outcome).toList());
    }

    @Test
    void theCurveOfACellIsComparedWithTheMedian() {
        // resistance lifts the curve by R I, up to the CV tail: 60 mV for 8000 Ω instead of 2000 Ω
        final CellVerdict cell = last(five(GOOD.withSlope(12.15).withResistance(8000)
            .test("resistive")));
        final double distance = cell.figures().get(PreTestFigure.CURVE_DISTANCE);
        assertEquals(0.058, distance, 0.002);
        assertTrue(cell.reasons().stream().anyMatch(r -> r.startsWith("Distance to median curve is ")
            && r.endsWith(" mV, above 50.00 mV")), cell.reasons().toString());
        assertEquals(0, five().cells().get(2).figures().get(PreTestFigure.CURVE_DISTANCE), 1e-3);
    }

    @Test
    void aShortCircuitFailsOutright() {
        final CyclingSeriesBuilder builder = new CyclingSeriesBuilder("short");
        for (int i = 0; i < 200; i++) {
            builder.add(new CyclingRow(i, i < 10 ? 0.0 : 0.02, i < 10 ? 0 : ModelCell.CURRENT));
        }
        final PreTest test = five(builder.build());
        assertEquals(Outcome.SHORT_CIRCUIT, last(test).outcome());
        assertEquals(List.of("its potential under load falls to 0.020 V, below 0.500 V"), last(test).reasons());
        assertEquals(Outcome.CONSISTENT, test.outcome());
    }

    @Test
    void aFreshCellThatStartsLowIsNoShortCircuit() {
        final CyclingSeriesBuilder builder = new CyclingSeriesBuilder("fresh");
        for (int i = 0; i < 500; i++) {
            builder.add(new CyclingRow(i, Math.min(4, 0.1 + 0.02 * i), ModelCell.CURRENT));
        }
        assertTrue(last(five(builder.build())).outcome() != Outcome.SHORT_CIRCUIT);
    }

    @Test
    void anOpenCircuitFailsOutright() {
        final PreTest idle = five(atRest("idle"));
        assertEquals(Outcome.OPEN_CIRCUIT, last(idle).outcome());
        assertEquals(List.of("no current flowed"), last(idle).reasons());
        final CyclingSeriesBuilder open = new CyclingSeriesBuilder("open");
        for (int i = 0; i < 100; i++) {
            open.add(new CyclingRow(i, i < 10 ? 0.3 : 4.3, i < 10 ? 0 : 1e-9));
        }
        assertEquals(List.of("it reached the upper cut-off of 4.300 V at once, without taking up charge"),
            last(five(open.build())).reasons());
    }

    @Test
    void aMissingPhaseIsNoSilentPass() {
        final CyclingSeries whole = GOOD.test("whole");
        final CyclingSeriesBuilder builder = new CyclingSeriesBuilder("stopped");
        for (int i = 0; i < whole.size() && whole.programStep(i) < 5; i++) {
            builder.add(new CyclingRow(whole.time(i), whole.potential(i), whole.current(i)));
        }
        final PreTest test = five(builder.build());
        assertDeviates(test, "Discharge capacity is missing: there is no discharge after the first charge");
        assertTrue(Double.isNaN(last(test).figures().get(PreTestFigure.COULOMB_EFFICIENCY)));
    }

    @Test
    void whatNoCellHasIsNotJudgedButTold() {
        final CyclingSeries[] cells = new CyclingSeries[5];
        for (int c = 0; c < 5; c++) {
            final CyclingSeriesBuilder builder = new CyclingSeriesBuilder("cell " + c);
            for (int i = 0; i < 1000; i++) {
                builder.add(new CyclingRow(i, 3 + 1e-3 * i, 1));
            }
            cells[c] = builder.build();
        }
        final PreTest test = test(cells);
        assertEquals(Outcome.CONSISTENT, test.cells().get(0).outcome());
        final List<String> reasons = test.cells().get(0).reasons();
        assertTrue(reasons.contains("Open-circuit potential was not judged: fewer than three "
            + "cells have it (here, there is no rest before the first load)"), reasons.toString());
    }

    @Test
    void twoCellsGiveNoVerdict() {
        final PreTest test = test(GOOD.test("a"), GOOD.test("b"));
        assertEquals(Outcome.UNDECIDED, test.cells().get(0).outcome());
        assertEquals(Outcome.UNDECIDED, test.outcome());
        assertEquals("0 of 2 cells are consistent, but 5 cells are needed for a verdict.", test.reason());
        assertEquals(Outcome.UNDECIDED, test().outcome());
    }

    @Test
    void ofMoreCellsTheSamePartIsNeeded() {
        assertEquals(8, PreTestCriteria.DEFAULT.needed(10));
        assertEquals(5, PreTestCriteria.DEFAULT.needed(6));
    }

    @Test
    void restsWithinTheChargeTakeNoTime() {
        final CyclingSeries whole = GOOD.test("scanned");
        final CyclingSeriesBuilder builder = new CyclingSeriesBuilder("scanned");
        double pause = 0;
        for (int i = 0; i < whole.size(); i++) {
            builder.add(new CyclingRow(whole.time(i) + pause, whole.potential(i), whole.current(i), whole.charge(i), -1,
                -1, "", null, Double.NaN));
            if (i == 100 || i == 500) {
                builder.add(new CyclingRow(whole.time(i) + pause, whole.potential(i) - 0.02, 0, whole.charge(i), -1, -1,
                    "", null, Double.NaN));
                pause += 780;
                builder.add(new CyclingRow(whole.time(i) + pause, whole.potential(i) - 0.02, 0, whole.charge(i), -1, -1,
                    "", null, Double.NaN));
            }
        }
        final CellFigures paused = test(builder.build()).cells().get(0).figures();
        final CellFigures straight = test(whole).cells().get(0).figures();
        assertEquals(straight.get(PreTestFigure.TIME_TO_CUT_OFF), paused.get(PreTestFigure.TIME_TO_CUT_OFF), 10.01);
        assertEquals(straight.get(PreTestFigure.CHARGE_CAPACITY), paused.get(PreTestFigure.CHARGE_CAPACITY), 1e-12);
    }

    @Test
    void noiseIsItsStandardDeviation() {
        final Random random = new Random(1);
        final CyclingSeriesBuilder builder = new CyclingSeriesBuilder("noisy");
        double time = 0;
        for (int i = 0; i < 20000; i++) {
            time += 1 + 3 * random.nextDouble();
            builder.add(new CyclingRow(time, 3 + 1e-5 * time + 1e-3 * random.nextGaussian(), 0));
        }
        assertEquals(1e-3, test(builder.build()).cells().get(0).figures().get(PreTestFigure.NOISE), 3e-5);
    }

    @Test
    void measuredCellAgainstItself() throws Exception {
        final CyclingSeries cell = CyclerFormats.read(SharedLogs.find("maccor_001.txt"), CyclerOptions.DEFAULT,
            Progress.NONE);
        final PreTest test = test(cell, cell, cell, cell, cell);
        assertEquals(Outcome.CONSISTENT, test.outcome());
        final CellFigures figures = test.cells().get(0).figures();
        assertEquals(4.2, test.upperCutOff(), 2e-4);
        assertEquals(3.46197, figures.get(PreTestFigure.OPEN_CIRCUIT_POTENTIAL), 5e-4);
        // rest 3.462 V, 0.05 s after 0.504 A: 3.416 V
        assertEquals(0.0910, figures.get(PreTestFigure.RESISTANCE), 1e-3);
        assertEquals(0.05, figures.get(PreTestFigure.CURRENT_AT_END), 1e-4);
        assertEquals(0.5 * 9.0877 * 3600, figures.get(PreTestFigure.DISCHARGE_CAPACITY), 20);
    }

    @Test
    void criteriaThatAreNoneAreRefused() {
        assertThrows(IllegalArgumentException.class,
            () -> new PreTestCriteria(0.1, 3, 0.1, 0.05, 1e-6, 0.05, PreTestCriteria.DEFAULT.limits(), 6, 5));
        assertThrows(IllegalArgumentException.class,
            () -> new PreTestCriteria(-0.1, 3, 0.1, 0.05, 1e-6, 0.05, PreTestCriteria.DEFAULT.limits(), 4, 5));
    }

    @Test
    void cancellingStopsIt() {
        final Progress cancelled = new Progress() {
            @Override
            public void check() {
                throw new CancellationException();
            }

            @Override
            public void report(final double fraction, final String message) {
                // nobody listens
            }
        };
        assertThrows(CancellationException.class,
            () -> PreTest.of(List.of(GOOD.test("a")), PreTestCriteria.DEFAULT, cancelled));
    }
}
