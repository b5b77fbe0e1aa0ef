// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.io.VolumeFiles;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Writes volumes to files. */
public final class VolumeWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Volume Writer") //
        .icon("./volume-writer.png") //
        .shortDescription("Writes the volumes of a column to files.") //
        .fullDescription("""
            <p>Writes every volume of a column to a file of its own, as TIFF stack, OME-Zarr folder, MetaImage or NumPy
            array. Voxels keep their type; lazily computed volumes, such as residual maps, are computed on the way.</p>
            <p>Files appear under their names when all of them are complete. A node that fails or is cancelled leaves
            nothing behind.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Volumes", "A table with a column of volumes.") //
            .addOutputTable("Written volumes", "The input with a column of the paths that were written.")) //
        .model(m -> m //
            .parametersClass(VolumeWriterNodeParameters.class) //
            .configure(VolumeWriterNodeFactory::configure) //
            .execute(VolumeWriterNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Sink) //
        .keywords("TIFF", "Zarr", "MetaImage", "NumPy", "export", "save");

    /** Called by KNIME. */
    public VolumeWriterNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final VolumeWriterNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.findOrLast(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    private static RowAppender appender(final DataTableSpec spec, final int column) {
        return new RowAppender(new int[]{column},
            SeriesColumns.column(spec.getColumnSpec(column).getName() + " path", StringCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final VolumeWriterNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final int column = column(spec, parameters);
        if (parameters.m_folder.isBlank()) {
            throw new InvalidSettingsException("Enter the folder to write into in 'Folder'.");
        }
        new NameTemplate(parameters.m_nameTemplate).check(spec);
        out.setOutSpec(0, appender(spec, column).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final VolumeWriterNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int column = column(spec, parameters);
            final NameTemplate names = new NameTemplate(parameters.m_nameTemplate);
            final RowAppender appender = appender(spec, column);
            try (OutputFolder folder = OutputFolder.open(parameters.m_folder, parameters.m_createFolders,
                parameters.m_existing)) {
                final BufferedDataTable written = appender.append(table, context, progress, (row, part) -> {
                    final String name = names.expand(spec, row, spec.getColumnSpec(column).getName())
                        + parameters.m_format.format.suffix();
                    part.report(0, "Writing " + name);
                    VolumeFiles.write(((VolumeValue)row.getCell(column)).getVolume(), folder.place(name),
                        parameters.options(), part);
                    return List.of(new StringCell(folder.target(name).toString()));
                });
                folder.commit();
                out.setOutData(0, written);
            }
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
