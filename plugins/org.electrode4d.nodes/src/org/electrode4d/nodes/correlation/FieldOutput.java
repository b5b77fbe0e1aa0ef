// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.StringCell;

/** Writes fields to all chosen kinds of files, and in the end the time series of those that ParaView shows. */
final class FieldOutput {

    private final OutputFolder folder;
    private final Map<FieldFile, Optional<ParaViewSeries>> files = new LinkedHashMap<>();

    /** @param column whose fields are written; time series are called like it */
    FieldOutput(final OutputFolder folder, final String column,
        final DeformationFieldWriterNodeParameters parameters) {
        this.folder = folder;
        FieldFile.chosen(parameters).forEach(file -> files.put(file, parameters.m_timeSeries && file.isVtk()
            ? Optional.of(new ParaViewSeries(column, file)) : Optional.empty()));
    }

    /**
     * Writes a field.
     *
     * @param name of the files, without what tells their kinds
     * @param time of the deformed scan in hours; NaN if unknown
     * @return the paths of the files
     */
    List<DataCell> write(final DeformationField field, final String name, final double time, final Progress progress)
        throws IOException {
        final List<DataCell> paths = new ArrayList<>();
        for (final Map.Entry<FieldFile, Optional<ParaViewSeries>> entry : files.entrySet()) {
            progress.check();
            final String file = name + FieldFile.kind(field) + entry.getKey().suffix();
            entry.getKey().format().write(field, folder.place(file));
            entry.getValue().ifPresent(series -> series.add(file, time));
            paths.add(new StringCell(folder.target(file).toString()));
        }
        return paths;
    }

    /** Writes the time series; a series without files is none. */
    void finish() throws IOException {
        for (final Optional<ParaViewSeries> series : files.values()) {
            if (series.isPresent() && !series.get().isEmpty()) {
                series.get().write(folder);
            }
        }
    }
}
