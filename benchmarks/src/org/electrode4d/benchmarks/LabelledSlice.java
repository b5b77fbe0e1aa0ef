// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;

/**
 * A measured slice of a cathode with the phases that somebody gave it.
 *
 * @param scan folder of the scan that it is from
 * @param name of its file
 */
record LabelledSlice(String scan, String name, Volume grey, LabelVolume truth) {

    static final int ACTIVE = 0;
    static final int BINDER = 1;
    static final int PORE = 2;

    static final Map<Integer, String> NAMES = Map.of(ACTIVE, "Active material", BINDER, "Carbon-binder", PORE, "Pore");

    private static final String FOLDER = "data/nanoct-cathode-labelled";
    private static final String LABEL = "_label.tif";

    /** The slices of all scans; each folder is one. */
    static List<LabelledSlice> all() throws IOException {
        final Path folder = SharedFolder.require(FOLDER);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(LABEL)).sorted()
                .map(LabelledSlice::open).toList();
        }
    }

    /** The slices by the scan that they are from, in the order of its name. */
    static SortedMap<String, List<LabelledSlice>> byScan() throws IOException {
        return all().stream().collect(Collectors.groupingBy(LabelledSlice::scan, TreeMap::new, Collectors.toList()));
    }

    private static LabelledSlice open(final Path labels) {
        final String name = labels.getFileName().toString().replace(LABEL, "");
        final Volume grey = volume(labels.resolveSibling(name + ".tif"));
        return new LabelledSlice(labels.getParent().getFileName().toString(), name, grey,
            new LabelVolume(volume(labels), new TreeMap<>(NAMES)));
    }

    private static Volume volume(final Path file) {
        try {
            return VolumeFiles.open(VolumeSource.of(file).withVoxelSize(VoxelSize.isotropic(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
