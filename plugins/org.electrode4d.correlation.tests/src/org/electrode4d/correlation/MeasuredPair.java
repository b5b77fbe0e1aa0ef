// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;

/** Two tomograms of a loaded cylinder, and displacements that an independent program found in them. */
record MeasuredPair(VolumePair volumes, List<Known> known) {

    record Known(Point position, Point displacement) {
    }

    static MeasuredPair open() throws IOException {
        final Path folder = SharedData.folder("dvc-pair-notched-cylinder");
        final List<Known> known = new ArrayList<>();
        for (final String line : Files.readAllLines(folder.resolve("reference_map.csv")).subList(1, 301)) {
            final double[] v = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
            known.add(new Known(new Point(v[2], v[1], v[0]), new Point(v[5], v[4], v[3])));
        }
        return new MeasuredPair(new VolumePair(slices(folder.resolve("Intact")), slices(folder.resolve("Deformed"))),
            known);
    }

    private static Volume slices(final Path folder) throws IOException {
        return VolumeFiles.open(new VolumeSource(folder, "*.tif", Optional.of(VoxelSize.isotropic(117.9))));
    }
}
