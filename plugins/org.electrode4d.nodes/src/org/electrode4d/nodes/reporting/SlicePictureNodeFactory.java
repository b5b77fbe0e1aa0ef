// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Draws slices of volumes and deformation fields. */
public final class SlicePictureNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Slice Picture") //
        .icon("./slice-picture.png") //
        .shortDescription("Draws slices of volumes and deformation fields as PNG pictures.") //
        .fullDescription("""
            <p>Draws one slice of every volume, and of every deformation field, with a title, a colour bar that gives
            values and units, and a scale bar in µm. Tomograms are drawn in grey, positive quantities from dark to
            light, signed ones such as strain from blue over white (zero) to red. Nodes without a value stay grey.
            Registrations, which have one node only, are not drawn.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Table", "A table with volumes or deformation fields.") //
            .addOutputTable("Pictures", "One row per picture: the row and column it was made of, what it shows, and "
                + "the path of the file.")) //
        .model(m -> m //
            .parametersClass(SlicePictureNodeParameters.class) //
            .configure(SlicePictureNodeFactory::configure) //
            .execute(SlicePictureNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Visualizer) //
        .keywords("PNG", "image", "report", "figure", "cross section");

    /** Called by KNIME. */
    public SlicePictureNodeFactory() {
        super(NODE);
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Row", StringCell.TYPE),
            SeriesColumns.column("Column", StringCell.TYPE), SeriesColumns.column("Shows", StringCell.TYPE),
            SeriesColumns.column("Picture path", StringCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final SlicePictureNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        PictureColumns.find(spec, parameters.m_columns);
        if (parameters.m_folder.isBlank()) {
            throw new InvalidSettingsException("Enter the folder to write into in 'Folder'.");
        }
        new NameTemplate(parameters.m_nameTemplate).check(spec);
        out.setOutSpec(0, spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SlicePictureNodeParameters parameters = in.getParameters();
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final BufferedDataContainer pictures = in.getExecutionContext().createDataContainer(spec());
            final List<String> missing = new ArrayList<>();
            try (OutputFolder folder = OutputFolder.open(parameters.m_folder, parameters.m_createFolders,
                parameters.m_existing)) {
                drawAll(in.getInTable(0), parameters, (picture, name, origin) -> {
                    write(picture, folder.place(name));
                    pictures.addRowToTable(new DefaultRow(RowKey.createRowKey(pictures.size()), origin.row(),
                        origin.column(), new StringCell(picture.quantity()),
                        new StringCell(folder.target(name).toString())));
                }, missing, progress);
                pictures.close();
                folder.commit();
            }
            out.setOutData(0, pictures.getTable());
            final Warnings warnings = new Warnings();
            warnings.add(RowAppender.warning(missing));
            warnings.show(out);
        });
    }

    /** Where a picture comes from. */
    private record Origin(StringCell row, StringCell column) {
    }

    /** Takes finished pictures. */
    @FunctionalInterface
    private interface Destination {
        void accept(Picture picture, String name, Origin origin) throws IOException;
    }

    private static void drawAll(final BufferedDataTable table, final SlicePictureNodeParameters parameters,
        final Destination destination, final List<String> missing, final Progress progress)
        throws IOException, InvalidSettingsException {
        final DataTableSpec spec = table.getDataTableSpec();
        final NameTemplate names = new NameTemplate(parameters.m_nameTemplate);
        final PictureMaker maker = new PictureMaker(parameters);
        final List<Integer> columns = PictureColumns.find(spec, parameters.m_columns);
        long done = 0;
        for (final DataRow row : table) {
            for (final int column : columns) {
                progress.check();
                progress.report(done++ / (double)(table.size() * columns.size()), "Row " + row.getKey());
                final String name = spec.getColumnSpec(column).getName();
                if (row.getCell(column).isMissing()) {
                    missing.add(row.getKey().getString());
                    continue;
                }
                final Origin origin = new Origin(new StringCell(row.getKey().getString()), new StringCell(name));
                for (final Picture picture : maker.draw(row.getCell(column), PairLabel.of(spec, row))) {
                    destination.accept(picture, names.expand(spec, row, name) + picture.suffix() + ".png", origin);
                }
            }
        }
    }

    private static void write(final Picture picture, final Path file) throws IOException {
        if (!ImageIO.write(picture.image(), "png", file.toFile())) {
            throw new IOException("This Java runtime cannot write PNG pictures; " + file + " was not written.");
        }
    }
}
