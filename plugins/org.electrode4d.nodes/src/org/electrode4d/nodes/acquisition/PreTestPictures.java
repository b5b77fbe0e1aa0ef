// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import org.electrode4d.acquisition.cycler.CyclingSeries;
import org.electrode4d.acquisition.cycler.PreTest;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.volume.Progress;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Writes the pictures of a pre-test, and a table that tells where they are. */
final class PreTestPictures {

    private final PreTestReportNodeParameters parameters;

    PreTestPictures(final PreTestReportNodeParameters parameters) {
        this.parameters = parameters;
    }

    /** Two pictures; none without a folder to put them, or without cells. */
    BufferedDataTable write(final List<CyclingSeries> cells, final PreTest test, final ExecutionContext context,
        final Progress progress) throws IOException {
        final BufferedDataContainer table = context.createDataContainer(CyclingColumns.pictures());
        if (!parameters.m_folder.isBlank() && !cells.isEmpty()) {
            try (OutputFolder folder =
                OutputFolder.open(parameters.m_folder, parameters.m_createFolders, parameters.m_existing)) {
                progress.check();
                add(table, folder, "Potential and current over time", "-time",
                    CyclingCurves.overTime(cells, new double[0]));
                progress.check();
                add(table, folder, "Potential over charge of the first charge", "-charge",
                    CyclingCurves.overCharge(test));
                progress.check();
                folder.commit();
            }
        }
        table.close();
        return table.getTable();
    }

    private void add(final BufferedDataContainer table, final OutputFolder folder, final String shows,
        final String suffix, final BufferedImage picture) throws IOException {
        final String name = parameters.m_name + suffix + ".png";
        final Path file = folder.place(name);
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("This Java runtime cannot write PNG pictures; " + file + " was not written.");
        }
        table.addRowToTable(new DefaultRow(RowKey.createRowKey(table.size()), new StringCell(shows),
            new StringCell(folder.target(name).toString())));
    }
}
