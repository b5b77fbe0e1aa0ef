// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A path that leads to or into an HDF5 file, such as {@code labels.h5} or {@code labels.h5/volume/labels}.
 *
 * @param file the HDF5 file itself
 * @param dataset the path of a data set in it, such as {@code volume/labels}; empty if none is named
 */
record Hdf5Location(Path file, String dataset) {

    /** Empty if no part of the path is an existing file with a name that ends as one of HDF5. */
    static Optional<Hdf5Location> of(final Path path) {
        for (Path file = path; file != null; file = file.getParent()) {
            if (isNamedAsHdf5(file) && Files.isRegularFile(file)) {
                final String inside = file.relativize(path).toString().replace('\\', '/');
                return Optional.of(new Hdf5Location(file, inside));
            }
        }
        return Optional.empty();
    }

    private static boolean isNamedAsHdf5(final Path file) {
        if (file.getFileName() == null) {
            return false;
        }
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".h5") || name.endsWith(".hdf5");
    }
}
