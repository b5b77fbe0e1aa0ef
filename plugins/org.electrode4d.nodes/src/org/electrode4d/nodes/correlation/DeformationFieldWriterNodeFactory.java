// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.StringCell;
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

/** Writes deformation fields to files. */
public final class DeformationFieldWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Deformation Field Writer") //
        .icon("./field-writer.png") //
        .shortDescription("Writes deformation fields for SPAM, spreadsheets and ParaView.") //
        .fullDescription("""
            <p>Writes every deformation field of a column to files:</p>
            <ul>
            <li><b>SPAM TSV</b>, with the column names of SPAM (positions and displacements in voxels, in the order
            z, y, x), so that its tools go on from here;</li>
            <li><b>CSV</b> with units in the column names, positions and displacements also in µm;</li>
            <li><b>VTK</b> (.vti) for ParaView, and a list of them (.pvd) that ParaView opens as a time series.</li>
            </ul>
            <p>Fields with nodes that a filter replaced are written as SPAM's filter writes them. The strain of every
            field can be written along with it.</p>
            <p>Files appear under their names when all of them are complete. A node that fails or is cancelled leaves
            nothing behind.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Fields", "A table with a column of deformation fields.") //
            .addOutputTable("Written fields", "The input with a column of paths for each kind of file.")) //
        .model(m -> m //
            .parametersClass(DeformationFieldWriterNodeParameters.class) //
            .configure(DeformationFieldWriterNodeFactory::configure) //
            .execute(DeformationFieldWriterNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Sink) //
        .keywords("SPAM", "TSV", "CSV", "VTK", "ParaView", "export", "save");

    /** Called by KNIME. */
    public DeformationFieldWriterNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final PairCells cells, final DeformationFieldWriterNodeParameters parameters) {
        return new RowAppender(cells.needed(), FieldFile.chosen(parameters).stream()
            .map(file -> SeriesColumns.column(file.column(), StringCell.TYPE)).toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DeformationFieldWriterNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final PairCells cells = PairCells.fieldOnly(spec, parameters.m_fieldColumn);
        if (parameters.m_folder.isBlank()) {
            throw new InvalidSettingsException("Enter the folder to write into in 'Folder'.");
        }
        new NameTemplate(parameters.m_nameTemplate).check(spec);
        out.setOutSpec(0, appender(cells, parameters).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DeformationFieldWriterNodeParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final PairCells cells = PairCells.fieldOnly(spec, parameters.m_fieldColumn);
            final String column = spec.getColumnSpec(cells.field()).getName();
            final NameTemplate names = new NameTemplate(parameters.m_nameTemplate);
            final int time = spec.findColumnIndex(SeriesColumns.TIME);
            final RowAppender appender = appender(cells, parameters);
            try (OutputFolder folder = OutputFolder.open(parameters.m_folder, parameters.m_createFolders,
                parameters.m_existing)) {
                final FieldOutput output = new FieldOutput(folder, column, parameters);
                final BufferedDataTable written = appender.append(table, in.getExecutionContext(), progress,
                    (row, part) -> output.write(cells.field(row), names.expand(spec, row, column),
                        time >= 0 && row.getCell(time) instanceof DoubleValue hours ? hours.getDoubleValue()
                            : Double.NaN, part));
                output.finish();
                folder.commit();
                out.setOutData(0, written);
            }
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
