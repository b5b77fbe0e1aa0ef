// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.UnsupportedHdfException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** What jHDF throws, said with the name of the file and what to do. */
final class Hdf5Failure {

    private Hdf5Failure() {
    }

    /** Runs something that reads by jHDF, which throws unchecked exceptions of many kinds at damaged files. */
    static <T> T translate(final Path path, final Supplier<T> reading) throws VolumeFormatException {
        try {
            return reading.get();
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | NoClassDefFoundError e) {
            throw failure(path, e);
        }
    }

    private static VolumeFormatException failure(final Path path, final Throwable thrown) {
        final StringBuilder reasons = new StringBuilder();
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ClosedByInterruptException) {
                throw new CancellationException("Reading " + path + " was interrupted.");
            } else if (cause instanceof UnsupportedHdfException) {
                return new VolumeFormatException(path, "The file uses what is not supported (" + cause.getMessage()
                    + "). Save the data set as an ordinary one: neither virtual nor external.", thrown);
            } else if (cause instanceof NoClassDefFoundError) {
                return new VolumeFormatException(path, "The data set is packed in a way that is not supported (lz4). "
                    + "Save it with gzip or without compression.", thrown);
            } else if (cause instanceof HdfException || cause.getMessage() != null) {
                reasons.append(reasons.isEmpty() ? "" : ": ").append(cause.getMessage());
            }
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("Reading " + path + " was interrupted."); // jHDF drops some causes
        }
        final String text = reasons.isEmpty() ? thrown.toString() : reasons.toString();
        if (text.contains("required filter is not available")) {
            return new VolumeFormatException(path, "The data set is packed in a way that is not supported (" + text
                + "). Save it with gzip or without compression.", thrown);
        } else if (text.contains("No valid HDF5 signature")) {
            return new VolumeFormatException(path, "This is no HDF5 file, whatever its name says.", thrown);
        }
        return new VolumeFormatException(path, "The file is damaged or not supported (" + text
            + "). Copy or write it again.", thrown);
    }
}
