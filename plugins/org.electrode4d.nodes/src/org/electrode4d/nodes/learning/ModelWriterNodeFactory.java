// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.List;

import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.nodes.cell.SegmentationModelValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
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

/** Writes models to files. */
public final class ModelWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Model Writer") //
        .icon("./model-writer.png") //
        .shortDescription("Writes trained segmentation models to files, also as ONNX networks.") //
        .fullDescription("""
            <p>Writes every model of a table to a file of its own, so that other workflows, and other people, segment
            their scans with it. A <b>model file</b> (.e4dmodel, a zip) holds the weights and all that belongs to them:
            classes, normalisation, voxel size, training log and where the model comes from. It can be read by this and
            all later versions.</p>
            <p>As <b>ONNX</b>, networks can be used in Python and other programs. They take grey values that are
            normalised as in training: the model file tells how. Pixel classifiers are no networks.</p>
            <p>Files appear under their names when all of them are complete. A node that fails or is cancelled leaves
            nothing behind.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Models", "A table with a column of models.") //
            .addOutputTable("Written models", "The input with a column of the paths that were written.")) //
        .model(m -> m //
            .parametersClass(ModelWriterNodeParameters.class) //
            .configure(ModelWriterNodeFactory::configure) //
            .execute(ModelWriterNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Sink) //
        .keywords("ONNX", "export", "save", "U-Net", "weights");

    /** Called by KNIME. */
    public ModelWriterNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final int model) {
        return new RowAppender(new int[]{model}, SeriesColumns.column("Model path", StringCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ModelWriterNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final int column = ModelColumns.find(spec);
        if (parameters.m_folder.isBlank()) {
            throw new InvalidSettingsException("Enter the folder to write into in 'Folder'.");
        }
        new NameTemplate(parameters.m_nameTemplate).check(spec);
        out.setOutSpec(0, appender(column).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ModelWriterNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int column = ModelColumns.find(spec);
            final NameTemplate names = new NameTemplate(parameters.m_nameTemplate);
            final RowAppender appender = appender(column);
            try (OutputFolder folder =
                OutputFolder.open(parameters.m_folder, parameters.m_createFolders, parameters.m_existing)) {
                final BufferedDataTable written = appender.append(table, context, progress, (row, part) -> {
                    final String name = names.expand(spec, row, spec.getColumnSpec(column).getName())
                        + parameters.m_format.suffix;
                    part.report(0, "Writing " + name);
                    final ModelFile model = ((SegmentationModelValue)row.getCell(column)).getModel();
                    parameters.m_format.write(model, folder.place(name));
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
