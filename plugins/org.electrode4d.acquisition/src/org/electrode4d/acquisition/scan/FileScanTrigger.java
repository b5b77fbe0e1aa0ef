// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Asks for scans by files in a folder. Answers that an earlier run has left for the same step are deleted before the
 * request; request and answer are deleted after it, and the request when the scan is given up. An answer counts once it
 * has something in it and has not changed between two looks.
 */
public final class FileScanTrigger extends BlockingScanTrigger {

    private static final int LONGEST = 1 << 16;

    private final ScanTriggerSetup.Folder setup;

    public FileScanTrigger(final ScanTriggerSetup.Folder setup) {
        this.setup = setup;
    }

    /** Whether files can be written to the folder. */
    @Override
    public void check() throws IOException {
        if (!Files.isDirectory(setup.folder())) {
            throw new IOException(setup.folder() + ": There is no such folder for the requests of scans. Make it, or "
                + "correct its name.");
        }
        try {
            Files.delete(Files.createTempFile(setup.folder(), ".check", ".part"));
        } catch (IOException e) {
            throw new IOException(setup.folder() + ": The folder for the requests of scans cannot be written to ("
                + e.getMessage() + "). Change its permissions, or choose another one.", e);
        }
    }

    @Override
    protected String take(final ScanRequest asked, final AbortSignal abort) throws IOException {
        final Path done = file(asked, ".done");
        final Path failed = file(asked, ".failed");
        final Path request = file(asked, ".request");
        Files.deleteIfExists(done);
        Files.deleteIfExists(failed);
        abort.check();
        try {
            write(asked, request);
            return answer(abort, done, failed);
        } finally {
            Files.deleteIfExists(request);
        }
    }

    private Path file(final ScanRequest asked, final String extension) {
        return setup.folder().resolve(RequestText.plain(asked.step()) + extension);
    }

    private void write(final ScanRequest asked, final Path request) throws IOException {
        final String text = "step=" + asked.step() + "\nrun=" + asked.run() + "\npotential=" + asked.potential()
            + "\ncharge=" + asked.charge() + "\n";
        final Path part = Files.createTempFile(setup.folder(), "." + request.getFileName(), ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, request, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String answer(final AbortSignal abort, final Path done, final Path failed) throws IOException {
        String before = "";
        while (true) {
            if (Files.exists(failed)) {
                // its reason may still be being written
                abort.pause(setup.period());
                final String reason = read(failed);
                Files.deleteIfExists(failed);
                throw new IOException(failed + ": The tomography control answered '" + reason
                    + "'. Find out there why.");
            }
            final String id = read(done);
            if (!id.isEmpty() && id.equals(before)) {
                Files.deleteIfExists(done);
                return id;
            }
            before = id;
            abort.pause(setup.period());
        }
    }

    /** What a file holds; empty where there is none yet. */
    private static String read(final Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new IOException(file + ": The answer of the tomography control has " + Files.size(file)
                    + " bytes; the identifier of a scan was expected.");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip();
        } catch (NoSuchFileException e) {
            // replaced by the other side between the two looks
            return "";
        }
    }
}
