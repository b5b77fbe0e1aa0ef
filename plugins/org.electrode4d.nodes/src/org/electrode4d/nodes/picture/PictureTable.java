// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.OutputNames;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes the pictures of a node, and a table that tells where they are. */
public final class PictureTable {

    /**
     * A picture that is drawn when it is written.
     *
     * @param shows what, for people
     * @param suffix end of the file name, without ".png"; differs among the pictures of a node, and is empty for the
     *            only one
     * @param image draws it
     */
    public record Drawing(String shows, String suffix, Image image) {
    }

    /** What draws a picture. */
    @FunctionalInterface
    public interface Image {

        /** The pixels. */
        BufferedImage render() throws IOException;
    }

    private PictureTable() {
    }

    /** What a picture shows and its path. */
    public static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Shows", StringCell.TYPE),
            SeriesColumns.column("Picture path", StringCell.TYPE));
    }

    /** Draws and writes the pictures; none without a folder to put them. All or none of them appear there. */
    public static BufferedDataTable write(final List<Drawing> drawings, final PictureFolderNodeParameters parameters,
        final ExecutionContext context, final Progress progress) throws IOException {
        final BufferedDataContainer table = context.createDataContainer(spec());
        if (parameters.isWanted() && !drawings.isEmpty()) {
            try (OutputFolder folder =
                OutputFolder.open(parameters.m_folder, parameters.m_createFolders, parameters.m_existing)) {
                for (final Drawing drawing : drawings) {
                    progress.check();
                    final String name = fileName(parameters.m_name, drawing.suffix);
                    final Path file = folder.place(name);
                    if (!ImageIO.write(drawing.image.render(), "png", file.toFile())) {
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

    private static String fileName(final String name, final String suffix) {
        return OutputNames.safe(suffix.isEmpty() ? name : name + "-" + suffix) + ".png";
    }
}
