// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageIO;

import org.electrode4d.correlation.StrainComponent;
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

/** Writes the plots of Strain Statistics, and a table that tells where they are. */
final class StrainPictures {

    private enum Kind {
        MEANS("Mean ± SD per region", ""),
        HISTOGRAMS("Histograms per step", "-histograms");

        final String shows;
        final String suffix;

        Kind(final String shows, final String suffix) {
            this.shows = shows;
            this.suffix = suffix;
        }
    }

    private final StrainStatisticsNodeParameters parameters;

    StrainPictures(final StrainStatisticsNodeParameters parameters) {
        this.parameters = parameters;
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Component", StringCell.TYPE),
            SeriesColumns.column("Shows", StringCell.TYPE), SeriesColumns.column("Picture path", StringCell.TYPE));
    }

    /** Two pictures per component; none without a folder to put them, or without steps. */
    BufferedDataTable write(final List<StrainStep> steps, final ExecutionContext context, final Progress progress)
        throws IOException {
        final BufferedDataContainer table = context.createDataContainer(spec());
        if (!parameters.m_folder.isBlank() && !steps.isEmpty()) {
            try (OutputFolder folder =
                OutputFolder.open(parameters.m_folder, parameters.m_createFolders, parameters.m_existing)) {
                for (final StrainComponent component : parameters.m_measure.components) {
                    progress.check();
                    final StrainSeries series = new StrainSeries(steps, component);
                    table.addRowToTable(write(component, Kind.MEANS, new MeanPlot(series).render(), folder,
                        table.size()));
                    table.addRowToTable(write(component, Kind.HISTOGRAMS, new HistogramPlot(series).render(), folder,
                        table.size()));
                }
                folder.commit();
            }
        }
        table.close();
        return table.getTable();
    }

    /** Gives the row of a picture. */
    private DefaultRow write(final StrainComponent component, final Kind kind, final BufferedImage picture,
        final OutputFolder folder, final long index) throws IOException {
        final String name = parameters.m_name + "-" + component.name().toLowerCase(Locale.ROOT).replace('_', '-')
            + kind.suffix + ".png";
        final Path file = folder.place(name);
        if (!ImageIO.write(picture, "png", file.toFile())) {
            throw new IOException("This Java runtime cannot write PNG pictures; " + file + " was not written.");
        }
        return new DefaultRow(RowKey.createRowKey(index), new StringCell(component.label()),
            new StringCell(kind.shows), new StringCell(folder.target(name).toString()));
    }
}
