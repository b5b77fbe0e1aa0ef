// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

import org.electrode4d.acquisition.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

    private static final LogEvent NOTE = new LogEvent.Noted("a note");

    @TempDir
    Path folder;

    private final VirtualClock clock = new VirtualClock(ExampleRun.START);

    private Path file() {
        return folder.resolve("run.log");
    }

    private Path writeExample() throws IOException {
        try (RunLog log = RunLog.create(file(), clock)) {
            ExampleRun.write(ExampleRun.records(), clock, log);
        }
        return file();
    }

    private static List<LogRecord> read(final Path file) throws IOException {
        final List<LogRecord> records = new ArrayList<>();
        RunLogReader.read(file, records::add);
        return records;
    }

    private LogReport report() throws IOException {
        return RunLogReader.read(file(), logged -> { });
    }

    private List<String> damages() throws IOException {
        return report().damages().stream().map(damage -> damage.line() + " " + damage.kind() + ": " + damage.why())
            .toList();
    }

    private String error(final RunLogTestAction action) {
        return assertThrows(IOException.class, action::run).getMessage().replace(folder.toString(), "…");
    }

    /** Something that fails. */
    private interface RunLogTestAction {
        void run() throws IOException;
    }

    @Test
    void allIsReadAsItWasWritten() throws IOException {
        assertEquals(ExampleRun.records(), read(writeExample()));
        assertEquals(List.of(), damages());
        assertEquals(7, report().samples());
    }

    @Test
    void aRecordIsThereBeforeTheLogIsClosed() throws IOException {
        try (RunLog log = RunLog.create(file(), clock)) {
            log.append(1, NOTE);
            assertEquals(1, report().records());
            log.append(2, NOTE);
            assertEquals(2, report().records());
        }
    }

    @Test
    void cutAnywhereItReadsAllCompleteLinesAndGoesOn() throws IOException {
        final byte[] whole = Files.readAllBytes(writeExample());
        final List<LogRecord> records = ExampleRun.records();
        final Path cut = folder.resolve("cut.log");
        Files.write(cut, whole);
        int lines = records.size();
        try (FileChannel channel = FileChannel.open(cut, StandardOpenOption.WRITE)) {
            for (int length = whole.length; length >= 0; length--) {
                channel.truncate(length);
                lines -= length < whole.length && whole[length] == '\n' ? 1 : 0;
                assertEquals(records.subList(0, lines), read(cut));
                if (length % 499 == 0 || length >= whole.length - 1) {
                    Files.copy(cut, file(), StandardCopyOption.REPLACE_EXISTING);
                    goesOn(records.subList(0, lines));
                }
            }
        }
    }

    @Test
    void aLogWithoutACompleteLineIsNotResumed() throws IOException {
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(writeExample()), 100));
        assertEquals("…/run.log: The file holds no record of a run. Choose the log of a run, or begin a new run with a "
            + "new log.", error(() -> RunLog.resume(file(), clock)));
    }

    private void goesOn(final List<LogRecord> before) throws IOException {
        if (before.isEmpty()) {
            assertThrows(IOException.class, () -> RunLog.resume(file(), clock));
            return;
        }
        try (RunLog log = RunLog.resume(file(), clock)) {
            log.append(300, NOTE);
        }
        final List<LogRecord> after = read(file());
        assertEquals(before, after.subList(0, before.size()));
        assertEquals(before.size() + 2, after.size());
        assertEquals(NOTE, after.get(before.size() + 1).event());
        assertEquals(before.size() + 1, after.get(before.size() + 1).number());
        assertTrue(damages().stream().allMatch(damage -> damage.contains("TORN")), damages().toString());
    }

    @Test
    void aResumedLogSaysSo() throws IOException {
        Files.writeString(writeExample(), "{\"number\":", StandardOpenOption.APPEND);
        RunLog.resume(file(), clock).close();
        assertEquals(new LogRecord(18, 261, clock.instant(), new LogEvent.Noted("Resumed after 18 records with 7 "
            + "samples; the last 10 bytes were no complete line")), read(file()).get(18));
        assertEquals(List.of("19 TORN: it was not written completely: 10 bytes"), damages());
    }

    @Test
    void zerosThatAPowerLossLeavesAreTold() throws IOException {
        Files.write(writeExample(), new byte[4096], StandardOpenOption.APPEND);
        assertEquals(List.of("19 TORN: its end is missing: 4096 bytes, all zero, as a power loss leaves them"),
            damages());
        RunLog.resume(file(), clock).close();
        assertEquals(19, report().records());
    }

    @Test
    void aFullDiskKeepsWhatWasWrittenAndTheEnd() throws IOException {
        final List<LogRecord> records = ExampleRun.records();
        long start = 0;
        for (final String line : Files.readAllLines(writeExample())) {
            for (final int part : new int[] {0, line.length() / 2, line.length()}) {
                Files.delete(file());
                fill(start + part, records);
            }
            start += line.length() + 1;
        }
    }

    private void fill(final long space, final List<LogRecord> records) throws IOException {
        int kept = 0;
        try (RunLog log = RunLog.create(file(), clock, FullDisk.with(space, 1000))) {
            try {
                for (final LogRecord logged : records) {
                    log.append(logged.time(), logged.event());
                    kept++;
                }
            } catch (IOException e) {
                assertTrue(e.getMessage().contains("could not be kept (No space left on device)"), e.getMessage());
            }
            assertFalse(Files.exists(folder.resolve("run.log.reserve")));
            log.append(300, new LogEvent.MadeSafe(true, 1, "full"));
            log.append(300, new LogEvent.Ended(false, "full"));
        }
        final List<LogRecord> read = read(file());
        assertEquals(kept + 2, read.size());
        assertEquals(new LogEvent.MadeSafe(true, 1, "full"), read.get(kept).event());
        assertEquals(kept + 1, read.get(kept).number(), "the record that could not be kept shows as a gap");
        assertTrue(damages().get(1).endsWith("RECORDS_LOST: record " + kept + " is missing"), damages().toString());
    }

    @Test
    void aDiskThatCannotBeForcedIsAFailureAndLaterRecordsAreApart() throws IOException {
        try (RunLog log = RunLog.create(file(), clock, FullDisk.thatCannotBeForced(200, 1000))) {
            log.append(0, NOTE);
            assertThrows(IOException.class, () -> log.append(1, NOTE));
            log.append(2, new LogEvent.MadeSafe(true, 1, "full"));
        }
        assertEquals(3, report().records());
        assertEquals(List.of("3 TORN: it was not written completely: nothing"), damages());
    }

    @Test
    void aDiskThatIsReallyFull() throws Exception {
        final Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
            succeeds("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString()),
            "A small file system cannot be mounted here (needs Linux and root).");
        try {
            final Path file = disk.resolve("run.log");
            long kept = 0;
            try (RunLog log = RunLog.create(file, clock)) {
                assertEquals(1 << 16, Files.size(disk.resolve("run.log.reserve")));
                final IOException full = assertThrows(IOException.class, () -> {
                    while (true) {
                        log.append(0, NOTE);
                    }
                });
                assertTrue(full.getMessage().contains("No space left"), full.getMessage());
                kept = RunLogReader.read(file, logged -> { }).records();
                for (int i = 0; i < 100; i++) {
                    log.append(1, new LogEvent.Sent("OUTP OFF"));
                }
                log.append(1, new LogEvent.Ended(false, "full"));
            }
            assertEquals(kept + 101, RunLogReader.read(file, logged -> { }).records());
        } finally {
            assertTrue(succeeds("umount", disk.toString()));
        }
    }

    private static boolean succeeds(final String... command) throws InterruptedException {
        try {
            final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void anInterruptedThreadStillLogs() throws IOException {
        try (RunLog log = RunLog.create(file(), clock)) {
            Thread.currentThread().interrupt();
            log.append(0, NOTE);
            log.append(1, new LogEvent.MadeSafe(true, 1, "cancelled"));
            assertEquals(2, report().records());
            log.close();
            RunLog.resume(file(), clock).close();
            assertEquals(3, report().records());
        } finally {
            assertTrue(Thread.interrupted(), "the interruption must be left for others");
        }
    }

    @Test
    void twoWritersAreRefused() throws IOException {
        final RunLog log = RunLog.create(file(), clock);
        log.append(0, NOTE);
        final String refusal = "…/run.log: The log is being written by this program. Two runs must not share a log: "
            + "wait for the other run to end, or choose another file.";
        assertEquals(refusal, error(() -> RunLog.resume(file(), clock)));
        assertEquals(refusal, error(() -> RunLog.create(file(), clock)));
        Files.createSymbolicLink(folder.resolve("other.log"), file());
        assertTrue(error(() -> RunLog.resume(folder.resolve("other.log"), clock)).contains("is being written"));
        read(file());
        log.append(1, NOTE);
        log.close();
        log.close();
        RunLog.resume(file(), clock).close();
        assertEquals(3, report().records());
    }

    @Test
    void aWriterInAnotherProgramIsRefused() throws Exception {
        writeExample();
        final Path lock = folder.resolve("run.log.lock");
        final Path source = Files.writeString(folder.resolve("Holder.java"), """
            public class Holder {
                public static void main(final String[] file) throws Exception {
                    try (var channel = java.nio.channels.FileChannel.open(java.nio.file.Path.of(file[0]),
                        java.nio.file.StandardOpenOption.WRITE)) {
                        channel.lock();
                        System.out.println("locked");
                        System.in.read();
                    }
                }
            }
            """);
        final String java = ProcessHandle.current().info().command().orElseThrow();
        final Process holder = new ProcessBuilder(java, source.toString(), lock.toString()).start();
        try {
            holder.inputReader().readLine();
            assertTrue(error(() -> RunLog.resume(file(), clock)).contains("being written by another program"));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        RunLog.resume(file(), clock).close();
    }

    @Test
    void whatCannotBeALogIsRefused() throws IOException {
        writeExample();
        assertEquals("…/run.log: The log exists already, and is not written over. Choose another name, or resume the "
            + "run.", error(() -> RunLog.create(file(), clock)));
        assertEquals("…/none/run.log: There is no folder …/none for the log. Make it, or choose another folder.",
            error(() -> RunLog.create(folder.resolve("none/run.log"), clock)));
        assertEquals("…/none.log: There is no such log. Check the name, or begin a new run.",
            error(() -> RunLog.resume(folder.resolve("none.log"), clock)));
        final Path other = Files.writeString(folder.resolve("notes.txt"), "a shopping list\n");
        assertEquals("…/notes.txt: The file holds no record of a run. Choose the log of a run, or begin a new run with "
            + "a new log.", error(() -> RunLog.resume(other, clock)));
        assertEquals("a shopping list\n", Files.readString(other));
    }

    @Test
    void aRecordThatIsTooLongIsRefusedAndTheNextIsKept() throws IOException {
        try (RunLog log = RunLog.create(file(), clock)) {
            assertTrue(error(() -> log.append(0, new LogEvent.Received("x".repeat(1 << 24)))).contains("too long"));
            log.append(1, NOTE);
        }
        assertEquals(List.of(), damages());
    }

    @Test
    void whatIsAppendedAfterTheEndIsRefused() throws IOException {
        final RunLog log = RunLog.create(file(), clock);
        log.close();
        assertEquals("The log of the run is closed: Noted[text=a note] cannot be kept.",
            error(() -> log.append(0, NOTE)));
        assertFalse(Files.exists(folder.resolve("run.log.reserve")));
    }

    @Test
    void changedLinesAreToldAndPassedOver() throws IOException {
        final List<String> lines = new ArrayList<>(Files.readAllLines(writeExample()));
        lines.set(5, lines.get(5).replace("3.2,", "3.3,"));
        lines.set(8, lines.get(8).substring(0, 60));
        lines.add(10, lines.get(9));
        lines.set(12, "");
        Files.write(file(), lines);
        assertEquals(List.of("6 DAMAGED: its checksum is wrong: it was changed or overwritten",
            "7 RECORDS_LOST: record 5 is missing", "7 SAMPLES_LOST: sample 1 is missing",
            "9 DAMAGED: it does not end with its checksum: 60 bytes", "10 RECORDS_LOST: record 8 is missing",
            "11 RECORD_REPEATED: record 9 comes again or too late, after record 9",
            "12 SAMPLES_LOST: sample 3 is missing", "13 DAMAGED: it does not end with its checksum: nothing",
            "14 RECORDS_LOST: record 11 is missing", "17 SAMPLES_LOST: sample 5 is missing"), damages());
        assertEquals(15, report().records());
    }

    @Test
    void aLogThatWentThroughWindowsIsRead() throws IOException {
        Files.writeString(file(), Files.readString(writeExample()).replace("\n", "\r\n"));
        assertEquals(ExampleRun.records(), read(file()));
        assertEquals(List.of(), damages());
    }

    @Test
    void aLogOfANewerFormatIsNotGuessedAt() throws IOException {
        final String line = "{\"format\":2,\"number\":0";
        final CRC32C sum = new CRC32C();
        sum.update(line.getBytes());
        Files.writeString(file(), line + ",\"crc\":\"" + String.format("%08x", sum.getValue()) + "\"}\n");
        assertEquals("…/run.log: The log cannot be read: it is of format 2, and this version reads up to 1. Install a "
            + "newer version of Electrode4D.", error(() -> read(file())));
    }

    @Test
    void aLogOfVersionOneIsReadForEver() throws IOException {
        final Path old = folder.resolve("version-1.log");
        Files.copy(RunLogTest.class.getResourceAsStream("version-1.log"), old);
        assertEquals(ExampleRun.records(), read(old));
    }

    @Test
    void theBytesOfTheFormatAreThoseOfVersionOne() throws IOException {
        final Path old = folder.resolve("version-1.log");
        Files.copy(RunLogTest.class.getResourceAsStream("version-1.log"), old);
        assertEquals(Files.readString(old), Files.readString(writeExample()));
    }

    @Test
    void aLineWithoutEndDoesNotFillTheMemory() throws IOException {
        try (FileChannel channel = FileChannel.open(writeExample(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {0}), 40_000_000);
        }
        assertEquals(18, report().records());
        assertEquals(1, report().damageCount());
    }
}
