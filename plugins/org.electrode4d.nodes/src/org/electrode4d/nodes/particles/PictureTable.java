// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes the pictures of a node, and a table that tells where they are. */
final class PictureTable {

    /**
     * A picture.
     *
     * @param shows what, for people
     * @param suffix end of the file name, without ".png"; differs among the pictures of a node
     */
    record Drawing(String shows, String suffix, BufferedImage image) {
    }

    private PictureTable() {
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Shows", StringCell.TYPE),
            SeriesColumns.column("Picture path", StringCell.TYPE));
    }

    /** Whether there is a folder for pictures. */
    static boolean isWanted(final PictureFolderNodeParameters parameters) {
        return !parameters.m_folder.isBlank();
    }

    /** The pictures; none without a folder to put them. */
    static BufferedDataTable write(final List<Drawing> drawings, final PictureFolderNodeParameters parameters,
        final ExecutionContext context) throws IOException {
        final BufferedDataContainer table = context.createDataContainer(spec());
        if (isWanted(parameters) && !drawings.isEmpty()) {
            try (OutputFolder folder =
                OutputFolder.open(parameters.m_folder, parameters.m_createFolders, parameters.m_existing)) {
                for (final Drawing drawing : drawings) {
                    final String name = (parameters.m_name + "-" + drawing.suffix)
                        .replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".png";
                    final Path file = folder.place(name);
                    if (!ImageIO.write(drawing.image, "png", file.toFile())) {
                        throw new IOException("This Java runtime cannot write PNG pictures; " + file
                            + " was not written.");
                    }
                    table.addRowToTable(new DefaultRow(RowKey.createRowKey(table.size()),
                        new StringCell(drawing.shows), new StringCell(folder.target(name).toString())));
                }
                folder.commit();
            }
        }
        table.close();
        return table.getTable();
    }
}
