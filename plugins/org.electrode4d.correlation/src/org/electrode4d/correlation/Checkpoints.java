// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.electrode4d.volume.Progress;

/**
 * A folder in which correlations keep their finished blocks, so that one that was killed goes on from there, with the
 * same bits as if it had never been interrupted. Every pair of volumes has a file of its own. A file is used only if
 * settings, start field, volumes and mask are the same; else it is begun anew, and a remark of the field says so.
 *
 * <p>About 200 bytes per node and pass; one synchronous write per block.
 */
public final class Checkpoints {

    private static final int LONGEST_NAME = 40;

    private final Path folder;
    private final boolean series;
    private final List<Path> finished = new ArrayList<>();

    private Checkpoints(final Path folder, final boolean series) {
        this.folder = folder;
        this.series = series;
    }

    /** A file is deleted when its correlation has finished. */
    public static Checkpoints in(final Path folder) {
        return new Checkpoints(folder, false);
    }

    /** The files of finished correlations stay, for a later one of the series may be killed, until all is done. */
    public static Checkpoints ofSeries(final Path folder) {
        return new Checkpoints(folder, true);
    }

    public Path folder() {
        return folder;
    }

    /**
     * The whole series has finished: deletes the files of its correlations.
     *
     * @throws UncheckedIOException if a file cannot be deleted
     */
    public synchronized void complete() {
        try {
            for (final Path file : finished) {
                Files.deleteIfExists(file);
            }
            finished.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    Checkpoint open(final VolumePair pair, final DeformationField start, final LocalCorrelationSettings settings,
        final Progress progress) {
        final String name = clean(pair.reference().name()) + " to " + clean(pair.deformed().name()) + " "
            + Fingerprint.of(pair) + ".checkpoint";
        return Checkpoint.open(folder.resolve(name), Fingerprint.of(pair, start, settings, progress));
    }

    private static String clean(final String name) {
        final String clean = name.replaceAll("[^A-Za-z0-9._-]+", "-");
        return clean.substring(0, Math.min(LONGEST_NAME, clean.length()));
    }

    synchronized void finished(final Checkpoint checkpoint) {
        finished.add(checkpoint.file());
    }

    /** After a finished correlation has closed its file. */
    void tidy() {
        if (!series) {
            complete();
        }
    }
}
