// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The part of a file's name that names the volume.
 */
final class FileNames {

    private static final List<String> SUFFIXES =
        List.of(".ome.tiff", ".ome.tif", ".ome.zarr", ".tiff", ".tif", ".btf", ".tf8", ".zarr", ".mha", ".mhd", ".npy",
            ".h5", ".hdf5");

    private FileNames() {
    }

    /** The name without the suffix of its format: {@code scan.0} of {@code scan.0.ome.zarr}. */
    static String stem(final Path path) {
        final String name = path.toAbsolutePath().normalize().getFileName().toString();
        final String lower = name.toLowerCase(Locale.ROOT);
        return SUFFIXES.stream().filter(s -> lower.endsWith(s) && lower.length() > s.length()).findFirst()
            .map(s -> name.substring(0, name.length() - s.length())).orElse(name);
    }
}
