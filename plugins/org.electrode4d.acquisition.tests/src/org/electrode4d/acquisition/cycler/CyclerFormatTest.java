// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format must do: all examples are the same test of the same cell. */
class CyclerFormatTest {

    @TempDir
    Path folder;

    /** A format, a log, a number in its last line and what a message calls its column. */
    record Example(CyclerFormat format, String log, CyclerOptions options, String number, String column) {
        @Override
        public String toString() {
            return format.name() + (log.startsWith("Cycle Index") ? ", merged" : "");
        }

        CyclingSeries read(final Path folder, final String text) throws IOException {
            return format.read(CyclingLogs.write(folder.resolve("cell 1.txt"), text), options, Progress.NONE);
        }

        /** The log with another text in place of the potential of its last line. */
        String with(final String other) {
            final int at = log.lastIndexOf(number);
            return log.substring(0, at) + other + log.substring(at + number.length());
        }
    }

    static Stream<Example> examples() {
        final CyclerOptions plain = CyclerOptions.DEFAULT;
        return Stream.of(new Example(CyclerFormats.MACCOR, CyclingLogs.MACCOR, plain, "3.0", "Volts"),
            new Example(CyclerFormats.BIOLOGIC, CyclingLogs.BIOLOGIC, plain, "3,0E+000", "Ecell/V"),
            new Example(CyclerFormats.NEWARE, CyclingLogs.NEWARE, plain, "3.0", "Voltage(V)"),
            new Example(CyclerFormats.NEWARE, CyclingLogs.NEWARE_MERGED, plain, "3.0", "Voltage(V)"),
            new Example(CyclerFormats.ORIGAFLEX, CyclingLogs.ORIGAFLEX, plain, "3000", "Potential (mV)"),
            new Example(CyclerFormats.DELIMITED, CyclingLogs.DELIMITED, CyclingLogs.DELIMITED_OPTIONS, "3000,0", "2"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSameTestIsTheSameSeries(final Example example) throws Exception {
        final CyclingSeries series = example.read(folder, example.log);
        assertEquals("cell 1", series.name());
        assertEquals(List.of(), series.warnings());
        assertEquals(6, series.size());
        final double[][] expected = {{0, 3.0, 0, 0, 0, 1}, {2, 3.0, 0, 0, 0, 1}, {2, 3.2, 1, 0, 0, 2},
            {4, 3.4, 1, 2, 2, 2}, {4, 3.1, -1, 2, 0, 3}, {6, 3.0, -1, 0, -2, 3}};
        for (int i = 0; i < 6; i++) {
            assertEquals(expected[i][0], series.time(i), 1e-9, "time " + i);
            assertEquals(expected[i][1], series.potential(i), 1e-9, "potential " + i);
            assertEquals(expected[i][2], series.current(i), 1e-9, "current " + i);
            assertEquals(expected[i][3], series.charge(i), 1e-5, "charge " + i);
            assertEquals(expected[i][4], series.stepCharge(i), 1e-5, "charge of the step " + i);
            assertEquals(expected[i][5], series.step(i), "step " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isRecognisedByItsContentAlone(final Example example) throws Exception {
        for (final CyclerFormat other : CyclerFormats.all()) {
            assertEquals(other == example.format && other != CyclerFormats.DELIMITED, other.recognises(example.log),
                other.name());
        }
        if (example.format != CyclerFormats.DELIMITED) {
            assertSame(example.format, CyclerFormats.detect(CyclingLogs.write(folder.resolve("any.dat"), example.log)));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void linesOfWindowsAreTheSame(final Example example) throws Exception {
        final String windows = example.log.replace("\n", "\r\n");
        assertEquals(3.0, example.read(folder, windows).potential(5), 1e-9);
        assertEquals(example.format != CyclerFormats.DELIMITED, example.format.recognises(windows));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aValueThatIsNoNumberIsNamedWithItsLine(final Example example) throws Exception {
        final CyclerFormatException failure =
            assertThrows(CyclerFormatException.class, () -> example.read(folder, example.with("OVL")));
        final long line = example.log.lines().count();
        assertTrue(failure.getMessage().endsWith("cell 1.txt: Line " + line + ": column '" + example.column
            + "' is 'OVL', but a number was expected."), failure.getMessage());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anOverflowIsNoPotential(final Example example) throws Exception {
        final CyclerFormatException failure =
            assertThrows(CyclerFormatException.class, () -> example.read(folder, example.with("9E37")));
        assertTrue(failure.getMessage().contains("V is no measurement"), failure.getMessage());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aLastLineThatWasCutOffIsLeftOut(final Example example) throws Exception {
        final int at = example.log.lastIndexOf(example.number) + 1;
        final CyclingSeries series = example.read(folder, example.log.substring(0, at));
        assertEquals(5, series.size());
        assertTrue(series.warnings().get(0).startsWith("The last line (" + example.log.lines().count()
            + ") is incomplete and was left out"), series.warnings().toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aLineInTheMiddleThatWasCutOffIsAnError(final Example example) throws Exception {
        final int at = example.log.lastIndexOf(example.number) - 1;
        final String last = example.log.lines().reduce("", (a, b) -> b);
        final CyclerFormatException failure = assertThrows(CyclerFormatException.class,
            () -> example.read(folder, example.log.substring(0, at) + "\n" + last));
        assertTrue(failure.getMessage().contains("Was the file cut off?"), failure.getMessage());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aHeadWithoutSamplesIsAnError(final Example example) {
        final String[] lines = example.log.split("\n");
        final StringBuilder head = new StringBuilder();
        for (int i = 0; i < lines.length - (example.log.startsWith("Cycle Index") ? 9 : 6); i++) {
            head.append(lines[i]).append('\n');
        }
        final CyclerFormatException failure =
            assertThrows(CyclerFormatException.class, () -> example.read(folder, head.toString()));
        assertTrue(failure.getMessage().endsWith("It holds no samples below its head."), failure.getMessage());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anEmptyFileIsAnError(final Example example) {
        assertThrows(CyclerFormatException.class, () -> example.read(folder, ""));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void cancellingStopsIt(final Example example) throws Exception {
        final Path file = CyclingLogs.write(folder.resolve("cell.txt"), example.log);
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
        assertThrows(CancellationException.class, () -> example.format.read(file, example.options, cancelled));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theOtherSignOfTheCurrentReversesTheCharge(final Example example) throws Exception {
        final CyclerOptions other = new CyclerOptions(!example.options.reversed(), example.options.columns());
        final CyclingSeries series = example.format
            .read(CyclingLogs.write(folder.resolve("cell.txt"), example.log), other, Progress.NONE);
        assertEquals(-1, series.current(3), 1e-9);
        assertEquals(-2, series.charge(3), 1e-5);
    }

    @Test
    void aFileOfNoFormatTellsWhatItBeginsWith() throws Exception {
        final Path file = CyclingLogs.write(folder.resolve("a.csv"), "t,U,I\n0,3,0\n");
        final CyclerFormatException failure =
            assertThrows(CyclerFormatException.class, () -> CyclerFormats.detect(file));
        assertTrue(failure.getMessage().contains("(Maccor text, BioLogic text, Neware csv, OrigaFlex crv). It begins "
            + "with 't,U,I'."), failure.getMessage());
    }

    @Test
    void binaryFilesAreNotGuessedAt() throws Exception {
        final Path binary = CyclingLogs.write(folder.resolve("a.mpr"), "BIO-LOGIC\0\0\1");
        assertTrue(assertThrows(CyclerFormatException.class, () -> CyclerFormats.detect(binary)).getMessage()
            .contains("binary"));
        final Path wide = CyclingLogs.write(folder.resolve("b.txt"), "\u00ff\u00feR\0e\0");
        assertTrue(assertThrows(CyclerFormatException.class, () -> CyclerFormats.detect(wide)).getMessage()
            .contains("UTF-16"));
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeTheMemoryIsFull() throws Exception {
        final Path file = CyclingLogs.write(folder.resolve("a.txt"), "EC-Lab ASCII FILE\n" + "x".repeat(1_000_001));
        assertTrue(assertThrows(CyclerFormatException.class,
            () -> CyclerFormats.read(file, CyclerOptions.DEFAULT, Progress.NONE)).getMessage()
            .contains("Line 2: it is longer than 1000000 bytes"));
    }
}
