// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.picture.Plot;
import org.electrode4d.nodes.picture.PlotPicture;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes histograms with their thresholds as pictures, and a table that tells where they are. */
final class ThresholdPictures {

    private static final int HEIGHT = 150;

    private final String location;
    private final String name;
    private final ExistingFile existing;
    private final boolean createFolders;
    private final Map<String, List<Plot>> plots = new LinkedHashMap<>();

    /** @param location of the folder; blank for no pictures */
    ThresholdPictures(final String location, final String name, final ExistingFile existing,
        final boolean createFolders) {
        this.location = location;
        this.name = name;
        this.existing = existing;
        this.createFolders = createFolders;
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Picture path", StringCell.TYPE));
    }

    /** @param row ID, which the file is named after */
    void add(final String row, final List<Plot> panels) {
        if (!location.isBlank()) {
            plots.put(row, panels);
        }
    }

    BufferedDataTable write(final ExecutionContext context, final Progress progress) throws IOException {
        final BufferedDataContainer table = context.createDataContainer(spec());
        if (!plots.isEmpty()) {
            try (OutputFolder folder = OutputFolder.open(location, createFolders, existing)) {
                for (final Map.Entry<String, List<Plot>> row : plots.entrySet()) {
                    progress.check();
                    final String file = name + "-" + row.getKey().replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")
                        + ".png";
                    final Path place = folder.place(file);
                    if (!ImageIO.write(new PlotPicture(row.getValue(), HEIGHT).render(), "png", place.toFile())) {
                        throw new IOException("This Java runtime cannot write PNG pictures; " + place
                            + " was not written.");
                    }
                    table.addRowToTable(new DefaultRow(RowKey.createRowKey(table.size()),
                        new StringCell(row.getKey()), new StringCell(folder.target(file).toString())));
                }
                folder.commit();
            }
        }
        table.close();
        return table.getTable();
    }
}
