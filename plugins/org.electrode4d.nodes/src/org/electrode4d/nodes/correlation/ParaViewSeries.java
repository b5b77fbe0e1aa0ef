// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.correlation.io.VtkSeries;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.OutputNames;

/** Collects the files of a time series while they are written. */
final class ParaViewSeries {

    private final String name;
    private final List<String> files = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();

    /**
     * @param column whose fields are written
     * @param file a kind of VTK file
     */
    ParaViewSeries(final String column, final FieldFile file) {
        name = OutputNames.safe(column + file.suffix().replace(".vti", ".pvd"));
    }

    /** @param time in hours; NaN if unknown */
    void add(final String file, final double time) {
        files.add(file);
        times.add(time);
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Times are hours where every field has them, else the fields are numbered. */
    void write(final OutputFolder folder) throws IOException {
        final boolean timed = times.stream().allMatch(Double::isFinite);
        final List<VtkSeries.Step> steps = IntStream.range(0, files.size())
            .mapToObj(i -> new VtkSeries.Step(timed ? times.get(i) : i, Path.of(files.get(i))))
            .sorted(Comparator.comparingDouble(VtkSeries.Step::time)).toList();
        VtkSeries.write(steps, folder.place(name));
    }
}
