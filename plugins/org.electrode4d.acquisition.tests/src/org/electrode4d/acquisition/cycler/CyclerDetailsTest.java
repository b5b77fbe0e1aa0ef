// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;

import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to single formats. */
class CyclerDetailsTest {

    @TempDir
    Path folder;

    private CyclingSeries read(final String log) throws IOException {
        return CyclerFormats.read(CyclingLogs.write(folder.resolve("log"), log), CyclerOptions.DEFAULT, Progress.NONE);
    }

    private String failure(final String log) {
        return assertThrows(CyclerFormatException.class, () -> read(log)).getMessage();
    }

    @Test
    void maccorHeadStatesAndDates() throws Exception {
        final CyclingSeries series = read(CyclingLogs.MACCOR);
        assertEquals(Map.of("Today's Date", "2 March 2021", "Date of Test", "1 March 2021, 08:00:00 AM", "Filename",
            "invented", "Tester Channel", "3"), series.metadata());
        assertEquals("Rest", series.state(0));
        assertEquals("Charge", series.state(2));
        // 3/1/2021 is the first of March, as the head says
        assertEquals(LocalDateTime.of(2021, 3, 1, 8, 0, 2), series.date(1));
        assertTrue(Double.isNaN(series.temperature(0)), "an open sensor is no temperature");
        assertEquals(22.5, series.temperature(1));
        assertEquals(-1, read(CyclingLogs.ORIGAFLEX).programStep(0));
    }

    @Test
    void maccorCurrentOfAnUnknownStateHasNoSign() {
        final String log = CyclingLogs.MACCOR.replace("3.0\tD\t1", "3.0\tP\t1");
        assertTrue(failure(log).endsWith("Line 10: column 'State' is 'P', but C, D or R with a current of 1 A was "
            + "expected."), failure(log));
    }

    @Test
    void maccorStateWithoutCurrentMayBeUnknown() throws Exception {
        final String log = CyclingLogs.MACCOR
            + "7\t0\t4\t  0d 00:00:6\t  0d 00:00:0\t0\t0\t3.0\tO\t1\t-\t22.5\t C  \t\n";
        assertEquals("O", read(log).state(6));
        assertEquals(0, read(log).charge(6), 1e-5);
    }

    @Test
    void biologicHeadOfWrongLength() {
        final String log = CyclingLogs.BIOLOGIC.replace("lines : 7", "lines : 6");
        assertTrue(failure(log).contains("Line 6: as the last of 6 lines of the head it should name the columns"),
            failure(log));
        assertTrue(failure(CyclingLogs.BIOLOGIC.replace("lines : 7", "lines : 700"))
            .contains("its head should have 700 lines"));
    }

    @Test
    void biologicOpenCircuitHasNoCurrent() throws Exception {
        final CyclingSeries series = read("EC-Lab ASCII FILE\nNb header lines : 3\ntime/s\tEwe/V\n0\t0.5\n1\t0.6\n");
        assertEquals(0, series.current(1));
        assertEquals(0.6, series.potential(1));
        assertTrue(series.warnings().get(0).contains("no column of the current"), series.warnings().toString());
    }

    @Test
    void biologicWithChargeButWithoutCurrentIsRefused() {
        assertTrue(failure("EC-Lab ASCII FILE\nNb header lines : 3\ntime/s\tEwe/V\tdq/mA.h\n0\t1\t1\n")
            .contains("there is no column such as 'I/mA'. The columns are 'time/s, Ewe/V, dq/mA.h'"));
    }

    @Test
    void biologicPotentialOfTheCellComesFirst() throws Exception {
        final String log = "BT-Lab ASCII FILE\nNb header lines : 3\ntime/s\tEwe/V\tEwe-Ece/V\tI/A\n0\t1.0\t3.7\t2\n";
        assertEquals(3.7, read(log).potential(0));
        assertEquals(2, read(log).current(0));
    }

    @Test
    void absoluteTimesOfBiologicAreNotGuessed() {
        final String log =
            "EC-Lab ASCII FILE\nNb header lines : 3\ntime/s\tEwe/V\tI/mA\n05/13/2024 11:19:51.602\t1\t1\n";
        assertTrue(failure(log).contains("column 'time/s' is '05/13/2024 11:19:51.602', but a number was expected."),
            failure(log));
    }

    @Test
    void newareCurrentsWithoutSignAreGivenOne() throws Exception {
        final CyclingSeries series = read(CyclingLogs.NEWARE.replace(",-1000,", ",1000,"));
        assertEquals(-1, series.current(5));
        assertTrue(series.warnings().get(0).contains("without sign"), series.warnings().toString());
        assertTrue(failure(CyclingLogs.NEWARE.replace(",1000,3.4", ",-1000,3.4"))
            .contains("a positive current in a step 'CC Chg' was expected"));
    }

    @Test
    void newareWithoutTotalTimeAddsTheSteps() throws Exception {
        final CyclingSeries series = read(CyclingLogs.NEWARE.replace("Total Time", "Something"));
        assertEquals(4, series.time(4));
        assertEquals(6, series.time(5));
        assertEquals("CC DChg", series.state(5));
    }

    @Test
    void origaFlexNamesMustSayWhatTheyAre() {
        assertTrue(failure(CyclingLogs.ORIGAFLEX.replace("Potential (mV)", "Potential"))
            .contains("no column such as 'Potential (mV)'. The columns are 'Time (s), Potential, Current (mA)'"));
        assertTrue(failure(CyclingLogs.ORIGAFLEX.replace("(mV)", "(bar)")).contains("the unit of column "
            + "'Potential (bar)' is not known. A unit of potential was expected: V, mV, µV."));
    }

    @Test
    void origaFlexMethods() throws Exception {
        assertEquals("chronoamperometry", read(CyclingLogs.ORIGAFLEX).metadata().get("Method"));
        assertTrue(read(CyclingLogs.ORIGAFLEX.replace("4|", "77|")).warnings().get(0).contains("'77'"));
        final String rest = CyclingLogs.ORIGAFLEX.replace("Current (mA)", "Comment").replace("4|", "1|");
        assertEquals(0, read(rest).current(3));
        assertTrue(failure(rest.replace("1|", "5|")).contains("'Current (mA)'"));
    }

    @Test
    void timesRunForwards() {
        final String log = CyclingLogs.ORIGAFLEX.replace("6\t3000", "3\t3000");
        assertTrue(failure(log).contains("Line 15: the time runs backwards, from 4.0 s to 3.0 s."), failure(log));
    }

    @Test
    void aCounterThatMeansSomethingElseIsAWarning() throws Exception {
        final CyclingSeries series = read(CyclingLogs.NEWARE.replace("0.555556,0,", "5.55556,0,"));
        assertTrue(series.warnings().get(0).contains("differs from the integral of its current"),
            series.warnings().toString());
    }

    @Test
    void quotedValuesMayHoldTheDelimiter() throws Exception {
        final ColumnMap map = new ColumnMap(new ColumnMap.Layout(',', '.', 1), "a \"time\", s", "2", "3", "", "", "",
            "", "", new ColumnMap.Units(1, 1, 1, 1));
        final Path file = CyclingLogs.write(folder.resolve("a.csv"), "\"a \"\"time\"\", s\",U,I\n\"1\",2,\"3\"\n");
        final CyclingSeries series =
            CyclerFormats.DELIMITED.read(file, new CyclerOptions(false, map), Progress.NONE);
        assertEquals(1, series.time(0));
        assertEquals(3, series.current(0));
    }

    @Test
    void thousandsAreNotGuessed() {
        assertTrue(failure(CyclingLogs.ORIGAFLEX.replace("6\t3000", "6\t3,000.0")).contains("'3,000.0'"));
    }

    @Test
    void durations() {
        assertEquals(5.05, TimeText.seconds("  0d 00:00:5.05"), 1e-12);
        assertEquals(90061.5, TimeText.seconds("1d 01:01:01.5"), 1e-12);
        assertEquals(144 * 3600 + 138, TimeText.seconds("144:02:18"), 1e-12);
        assertEquals(93784, TimeText.seconds("1-02:03:04"), 1e-12);
        assertTrue(Double.isNaN(TimeText.seconds("00:61:00")));
        assertTrue(Double.isNaN(TimeText.seconds("noon")));
    }

    @Test
    void datesAreReadWhereTheirOrderIsKnown() {
        assertEquals(LocalDateTime.of(2022, 5, 18, 16, 27, 52), new DateText().parse("2022-05-18 16:27:52"));
        assertEquals(LocalDateTime.of(2024, 5, 13, 23, 19, 51), new DateText().parse("05/13/2024 11:19:51 PM"));
        assertNull(new DateText().parse("5/6/2024 11:19:51"));
        final DateText learnt = new DateText();
        learnt.learn("5/6/2024 11:19:51", LocalDate.of(2024, 6, 5));
        assertEquals(LocalDateTime.of(2024, 6, 5, 11, 19, 51), learnt.parse("5/6/2024 11:19:51"));
        assertNull(new DateText().parse("2022-31-31 00:00:00"));
    }
}
