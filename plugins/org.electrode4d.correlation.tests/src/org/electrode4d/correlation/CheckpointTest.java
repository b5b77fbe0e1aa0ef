// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckpointTest {

    private static final Transformation STRETCH = Transformation.of(new Point(0.5, -1, 0.8),
        new double[] {1.01, 0.99, 1.03, 0.004, 0, -0.003}, new Point(0.7, -0.4, 1.2));
    private static final VolumePair PAIR = new Blobs(new Shape(38, 36, 110), 800).pair(STRETCH);
    private static final LocalCorrelationSettings SETTINGS = LocalCorrelationSettings.defaults()
        .withLevels(List.of(NodeLevel.of(14, 12), NodeLevel.of(9, 6))).withMemory(3 << 19);

    private static DeformationField whole;
    /** Reports of an uninterrupted run. */
    private static int reports;

    @TempDir
    Path folder;

    @BeforeAll
    static void correlateWithoutCheckpoints() {
        final Patience counted = new Patience(Integer.MAX_VALUE);
        whole = correlate(SETTINGS, counted);
        reports = counted.reports.get();
    }

    private static DeformationField correlate(final LocalCorrelationSettings settings, final Progress progress) {
        return LocalCorrelation.correlate(PAIR, LocalCorrelation.noStart(PAIR), settings, progress);
    }

    private DeformationField continued(final Progress progress) {
        return correlate(SETTINGS.withCheckpoints(Checkpoints.in(folder)), progress);
    }

    private static void assertSame(final DeformationField expected, final DeformationField actual) {
        for (int node = 0; node < expected.grid().size(); node++) {
            assertEquals(expected.result(node), actual.result(node));
        }
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }

    /** Counts reports, one per window and some more, and gives up after some. */
    private static final class Patience implements Progress {

        private final AtomicInteger reports = new AtomicInteger();
        private final int most;

        Patience(final int most) {
            this.most = most;
        }

        @Override
        public void check() {
            if (reports.get() >= most) {
                throw new CancellationException();
            }
        }

        @Override
        public void report(final double fraction, final String message) {
            reports.incrementAndGet();
        }
    }

    /** Runs a correlation that is cancelled in the middle. */
    private void interrupt(final double part) {
        assertThrows(CancellationException.class, () -> continued(new Patience((int)(part * reports))));
    }

    @Test
    void aCancelledRunGoesOnFromItsLastBlock() throws Exception {
        interrupt(0.6);
        assertTrue(Files.size(file()) > 5000, "only " + Files.size(file()) + " bytes");
        final Patience rest = new Patience(Integer.MAX_VALUE);
        assertSame(whole, continued(rest));
        assertTrue(rest.reports.get() < 0.7 * reports, rest.reports + " reports, " + reports + " without interruption");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count(), "a finished correlation leaves nothing behind");
        }
    }

    @Test
    void aRunThatIsInterruptedAgainAndAgainGetsThere() {
        DeformationField field = null;
        int runs = 0;
        while (field == null) {
            runs++;
            try {
                field = continued(new Patience(reports / 3));
            } catch (CancellationException e) {
                assertTrue(runs < 20, "no way forward");
            }
        }
        assertSame(whole, field);
        assertTrue(runs > 2, "only " + runs);
    }

    @Test
    void aTornRecordIsCutOff() throws Exception {
        interrupt(0.6);
        final byte[] bytes = Files.readAllBytes(file());
        final Path file = file();
        for (final int length : new int[] {bytes.length - 1, 300, 41, 39}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertSame(whole, continued(Progress.NONE));
        }
        bytes[bytes.length - 100] ^= 1;
        Files.write(file, bytes);
        assertSame(whole, continued(Progress.NONE));
    }

    @Test
    void recordsAfterATornOneAreReadAgain() throws Exception {
        final Path file = folder.resolve("x.checkpoint");
        final byte[] print = new byte[32];
        final List<NodeResult> results = List.of(NodeResult.of(STRETCH, NodeStatus.SINGULAR), new NodeResult(STRETCH,
            NodeStatus.CONVERGED, 0.9, 0.2, 7, 1e-4, new Point(0.01, Double.NaN, 0.03)));
        try (Checkpoint checkpoint = Checkpoint.open(file, print)) {
            checkpoint.add("a", results);
            checkpoint.add("b", results);
        }
        Files.write(file, new byte[] {0, 0, 1}, StandardOpenOption.APPEND);
        try (Checkpoint checkpoint = Checkpoint.open(file, print)) {
            assertEquals(results, checkpoint.find("b").orElseThrow());
            checkpoint.add("c", results);
        }
        try (Checkpoint checkpoint = Checkpoint.open(file, print)) {
            assertEquals(results, checkpoint.find("a").orElseThrow());
            assertEquals(results, checkpoint.find("c").orElseThrow());
            assertTrue(checkpoint.find("d").isEmpty());
            assertFalse(checkpoint.hasReplaced());
            assertThrows(CorrelationException.class, () -> Checkpoint.open(file, print));
        }
    }

    @Test
    void blocksOfAnotherCorrelationAreNotUsed() {
        final LocalCorrelationSettings other = SETTINGS.withConvergence(ConvergenceSettings.local().withTolerance(0.1));
        interrupt(0.6);
        final DeformationField field = correlate(other.withCheckpoints(Checkpoints.in(folder)), Progress.NONE);
        assertSame(correlate(other, Progress.NONE), field);
        assertTrue(field.remarks().get(0).contains("other settings or volumes"), field.remarks()::toString);
    }

    @Test
    void startVolumesAndMaskTellCorrelationsApart() {
        final Volume ones = Blobs.changed(PAIR.reference(), grey -> Arrays.fill(grey, 1));
        final Volume lessThanOnes = Blobs.changed(ones, grey -> grey[7777] = 0);
        final Volume brighter = Blobs.changed(PAIR.deformed(), grey -> grey[0]++);
        final DeformationField start = LocalCorrelation.noStart(PAIR);
        final DeformationField shifted = DeformationField.uniform(NodeGrid.single(PAIR.centre()),
            PAIR.reference().voxelSize(), PAIR.centre(), Transformation.translation(0, 1e-9, 0));
        final List<byte[]> prints = List.of(Fingerprint.of(PAIR, start, SETTINGS, Progress.NONE),
            Fingerprint.of(PAIR, shifted, SETTINGS, Progress.NONE),
            Fingerprint.of(new VolumePair(PAIR.reference(), brighter), start, SETTINGS, Progress.NONE),
            Fingerprint.of(PAIR, start, SETTINGS.withMask(ones), Progress.NONE),
            Fingerprint.of(PAIR, start, SETTINGS.withMask(lessThanOnes), Progress.NONE),
            Fingerprint.of(PAIR, start, SETTINGS.withMinimumZncc(0.2), Progress.NONE));
        assertEquals(prints.size(), prints.stream().map(Arrays::toString).distinct().count());
    }

    @Test
    void aSeriesKeepsItsFinishedPairsUntilAllIsDone() throws Exception {
        final Checkpoints series = Checkpoints.ofSeries(folder);
        correlate(SETTINGS.withCheckpoints(series), Progress.NONE);
        assertTrue(file().getFileName().toString().startsWith("reference to deformed "), file()::toString);
        final Patience again = new Patience(Integer.MAX_VALUE);
        correlate(SETTINGS.withCheckpoints(Checkpoints.ofSeries(folder)), again);
        assertTrue(again.reports.get() < 0.2 * reports, again.reports + " reports although all was there");
        series.complete();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aFolderThatCannotBeIsNamed() throws Exception {
        final Path occupied = Files.writeString(folder.resolve("file"), "x");
        final UncheckedIOException e = assertThrows(UncheckedIOException.class,
            () -> correlate(SETTINGS.withCheckpoints(Checkpoints.in(occupied)), Progress.NONE));
        assertTrue(e.getMessage().contains("file"), e::getMessage);
    }
}
