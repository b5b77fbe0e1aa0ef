// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FileScanTriggerTest extends ScanTriggerContract {

    @Override
    protected TomographyControl control() throws Exception {
        return new FolderControl(Files.createDirectory(folder.resolve("scans")));
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        final Path scans = folder.resolve("scans");
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        long left = 1;
        while (left > 0 && Files.exists(scans) && System.nanoTime() < end) {
            try (Stream<Path> files = Files.list(scans)) {
                left = files.count();
            }
        }
        assertTrue(left == 0 || !Files.exists(scans), "files are left");
    }

    private static final class FolderControl implements TomographyControl {

        private final Path folder;

        FolderControl(final Path folder) {
            this.folder = folder;
        }

        @Override
        public ScanTrigger trigger() {
            return new FileScanTrigger(new ScanTriggerSetup.Folder(folder, 0.01));
        }

        /** The step that is asked for. */
        private String step() throws Exception {
            final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (System.nanoTime() < end) {
                try (Stream<Path> files = Files.list(folder)) {
                    final Path request =
                        files.filter(file -> file.toString().endsWith(".request")).findFirst().orElse(null);
                    if (request != null) {
                        final String step = request.getFileName().toString().replace(".request", "");
                        assertEquals("step=" + step + "\nrun=run 1\npotential=3.71\ncharge=0.25\n",
                            Files.readString(request));
                        return step;
                    }
                } catch (NoSuchFileException e) {
                    // a request that was given up at this moment
                    continue;
                }
                Thread.sleep(1);
            }
            throw new AssertionError("nobody asks");
        }

        @Override
        public String finish(final String scanId) throws Exception {
            Files.writeString(folder.resolve(step() + ".done"), scanId + "\n");
            return scanId;
        }

        @Override
        public boolean fail(final String reason) throws Exception {
            Files.writeString(folder.resolve(step() + ".failed"), reason);
            return true;
        }

        @Override
        public boolean vanish() throws Exception {
            Files.delete(folder);
            return true;
        }

        @Override
        public void close() {
            // a folder
        }
    }

    @Test
    void anAnswerOfAnEarlierRunIsNotTaken() throws Exception {
        final Path scans = folder.resolve("scans");
        Files.writeString(scans.resolve("T5.done"), "old");
        try (ScanTrigger trigger = new FileScanTrigger(new ScanTriggerSetup.Folder(scans, 0.01))) {
            trigger.start(request("T5"));
            final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (!Files.exists(scans.resolve("T5.request"))) {
                assertTrue(System.nanoTime() < end);
            }
            Files.writeString(scans.resolve("T5.done"), "new");
            String id = "";
            while (id.isEmpty() && System.nanoTime() < end) {
                id = trigger.poll().map(ScanAnswer::scanId).orElse("");
            }
            assertEquals("new", id);
        }
    }
}
