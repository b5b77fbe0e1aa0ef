// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/**
 * Writes pictures as PNG, and a table that tells where they are.
 *
 * @param folder path or URL; blank for no pictures
 * @param name how file names begin
 * @param existing what happens where a file is there
 * @param createFolders whether folders are made
 */
record ParticlePictures(String folder, String name, ExistingFile existing, boolean createFolders) {

    /**
     * A picture to be drawn.
     *
     * @param shows what it shows
     * @param suffix of the file name
     */
    record Drawing(String shows, String suffix, Supplier<BufferedImage> picture) {
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Shows", StringCell.TYPE),
            SeriesColumns.column("Picture path", StringCell.TYPE));
    }

    /** Whether a name can begin that of a file. */
    static boolean isName(final String name) {
        return !name.isBlank() && !name.matches(".*[\\\\/:*?\"<>|].*");
    }

    /** None without a folder to put them. */
    BufferedDataTable write(final List<Drawing> drawings, final ExecutionContext context, final Progress progress)
        throws IOException {
        final BufferedDataContainer table = context.createDataContainer(spec());
        if (!folder.isBlank() && !drawings.isEmpty()) {
            try (OutputFolder output = OutputFolder.open(folder, createFolders, existing)) {
                for (final Drawing drawing : drawings) {
                    progress.check();
                    final String fileName = name + drawing.suffix() + ".png";
                    final Path file = output.place(fileName);
                    if (!ImageIO.write(drawing.picture().get(), "png", file.toFile())) {
                        throw new IOException("This Java runtime cannot write PNG pictures; " + file
                            + " was not written.");
                    }
                    table.addRowToTable(new DefaultRow(RowKey.createRowKey(table.size()),
                        new StringCell(drawing.shows()), new StringCell(output.target(fileName).toString())));
                }
                output.commit();
            }
        }
        table.close();
        return table.getTable();
    }
}
