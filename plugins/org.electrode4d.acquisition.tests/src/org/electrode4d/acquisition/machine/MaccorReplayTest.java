// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import static org.electrode4d.acquisition.machine.Protocols.atMost;
import static org.electrode4d.acquisition.machine.Protocols.current;
import static org.electrode4d.acquisition.machine.Protocols.currentThenHold;
import static org.electrode4d.acquisition.machine.Protocols.rest;
import static org.electrode4d.acquisition.machine.Protocols.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.SharedLogs;
import org.electrode4d.acquisition.cycler.CyclerFormats;
import org.electrode4d.acquisition.cycler.CyclerOptions;
import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;

/**
 * A cycler's log of an LG M50 cell (maccor_001.txt of cellpy, 51 h, four cycles of constant current and constant
 * potential, discharges of 0.5, 2.5, 5 and 10 A): the machine, fed with what was measured, changes its steps on the
 * very rows on which the cycler did.
 *
 * <p>The log rounds. The cycler's ends of 4.2 V and 2.5 V stand there as 4.19997 V and 2.50004 V (a step of its
 * converter is 0.08 mV), and its 2 h as up to some microseconds less; so the protocol here ends at 4.1999 V, 2.5001 V
 * and 10 ms before 2 h. The rows before those that end a step are 2 mV, 0.4 mV and 30 s away, so that it is still
 * decided which row it is. The end at 0.05 A is written as it was set.</p>
 */
final class MaccorReplayTest {

    private static final double TWO_HOURS = 7199.99;

    /** A row of the log: the number of its step and what was measured. */
    private record Row(int step, String state, Reading reading) {
    }

    private static Protocol protocol() {
        final List<Step> steps = new ArrayList<>(List.of(rest("rest 0", seconds(5)), discharge(0, 0.5),
            rest("rest 1", seconds(TWO_HOURS))));
        final double[] rates = {0.5, 2.5, 5, 10};
        for (int i = 0; i < rates.length; i++) {
            steps.add(currentThenHold("charge " + (i + 1), 1.5, 4.1999, atMost(Quantity.CURRENT, 0.05)));
            steps.add(rest("full " + (i + 1), seconds(TWO_HOURS)));
            steps.add(discharge(i + 1, rates[i]));
            steps.add(rest("empty " + (i + 1), seconds(TWO_HOURS)));
        }
        return new Protocol("M50 validation", OptionalDouble.empty(), 30, 60,
            new SafetyLimits(2.4, 4.3, 11, 200_000, 20_000, 60), steps);
    }

    private static Step discharge(final int number, final double current) {
        return current("discharge " + number, -current, atMost(Quantity.POTENTIAL, 2.5001));
    }

    @Test
    void changesItsStepsWhereTheCyclerDid() throws IOException {
        final List<Row> rows = read(SharedLogs.find("maccor_001.txt"));
        assertEquals(6704, rows.size());
        final CyclingMachine machine = new CyclingMachine(protocol());
        machine.start(0);
        final List<Integer> changes = new ArrayList<>();
        final List<String> places = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (final Transition transition : machine.on(rows.get(i).reading()).transitions()) {
                changes.add(i);
                places.add(transition.to());
            }
        }
        final List<Integer> logged = lastRows(rows);
        assertEquals(23, logged.size());
        assertEquals(logged, changes, places.toString());
        for (int i = 0; i < changes.size(); i++) {
            assertEquals(phase(rows, changes.get(i) + 1), places.get(i).replaceFirst(".*: ", ""));
        }
        assertEquals(Phase.FINISHED, machine.phase());
        assertEquals(4, places.stream().filter(place -> place.endsWith("POTENTIAL")).count());
    }

    /** Index of the row that ends each step of the log. */
    private static List<Integer> lastRows(final List<Row> rows) {
        final List<Integer> ends = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).step() != rows.get(i - 1).step()) {
                ends.add(i - 1);
            }
        }
        return ends;
    }

    /** The phase that a row of the log is of: a charge that follows one is its hold. */
    private static String phase(final List<Row> rows, final int index) {
        return switch (rows.get(index).state()) {
            case CyclingSeries.REST -> "REST";
            case CyclingSeries.DISCHARGE -> "CURRENT";
            case CyclingSeries.CHARGE -> rows.get(index - 1).state().equals(CyclingSeries.CHARGE) ? "POTENTIAL"
                : "CURRENT";
            default -> "FINISHED";
        };
    }

    private static List<Row> read(final Path log) throws IOException {
        final CyclingSeries series = CyclerFormats.MACCOR.read(log, CyclerOptions.DEFAULT, Progress.NONE);
        final List<Row> rows = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            rows.add(new Row(series.programStep(i), series.state(i), new Reading(series.time(i), series.potential(i),
                series.current(i), Double.NaN, false)));
        }
        return rows;
    }
}
