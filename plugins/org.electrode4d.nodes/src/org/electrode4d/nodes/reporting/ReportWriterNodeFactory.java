// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.OutputNames;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.report.Page;
import org.electrode4d.report.html.HtmlFile;
import org.electrode4d.report.html.HtmlFile.Written;
import org.electrode4d.report.html.Limits;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
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

/** Writes tables, charts and pictures as one HTML page. */
public final class ReportWriterNodeFactory extends DefaultNodeFactory {

    private static final int TABLES = 12;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Report Writer") //
        .icon("./report-writer.png") //
        .shortDescription("Writes tables, charts and pictures of a workflow as one HTML page.") //
        .fullDescription("""
            <p>Makes a page that can be read, printed and mailed without KNIME: one HTML file below 10 MB that needs
            nothing else, loads nothing from the internet and runs nothing. It holds, for every connected table in the
            order of the inputs:</p>
            <ul>
            <li>of tables with a column <i>Picture path</i>, as nodes with an output <i>Pictures</i> have it: the
            pictures;</li>
            <li>of tables with a column <i>Step</i> (or <i>Deformed step</i>) and one row per step: a chart of every
            column of numbers over the steps, with a line for each region or other group and error bars where there is
            a column of standard deviations; of tables of expected values: a chart of every quantity with the published,
            the true and the measured values;</li>
            <li>the table itself, or its beginning; volumes and deformation fields by a small picture, their size and
            their checksum.</li>
            </ul>
            <p>Then come the graph of the workflow, the settings of all nodes and where all was computed. Graph and
            settings are those of the workflow <b>as it was last saved</b>: save it before you write the report. How
            long the nodes took is not known to a node; the report of the command line
            (<tt>electrode4d run --report</tt>) tells it. Settings that are secret are not shown.</p>
            <p>Large pictures are made smaller, and where even that is too much, the largest are left out; the page says
            so in their place.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> {
            p.addInputTable("Table", "A table to be shown.");
            for (int table = 2; table <= TABLES; table++) {
                p.addInputPort("Table " + table, "Optional: a further table to be shown.",
                    BufferedDataTable.TYPE_OPTIONAL);
            }
            p.addOutputTable("Report", "One row: the path of the page, its size, and how many tables, charts and "
                + "pictures it has.");
        }) //
        .model(m -> m //
            .parametersClass(ReportWriterNodeParameters.class) //
            .configure(ReportWriterNodeFactory::configure) //
            .execute(ReportWriterNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Sink) //
        .keywords("HTML", "page", "chart", "print", "document", "provenance");

    /** Called by KNIME. */
    public ReportWriterNodeFactory() {
        super(NODE);
    }

    static DataTableSpec spec() {
        return new DataTableSpec(SeriesColumns.column("Report path", StringCell.TYPE),
            SeriesColumns.column("Size [byte]", LongCell.TYPE), SeriesColumns.column("Tables", IntCell.TYPE),
            SeriesColumns.column("Charts", IntCell.TYPE), SeriesColumns.column("Pictures", IntCell.TYPE),
            SeriesColumns.column("Pictures left out", IntCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final ReportWriterNodeParameters parameters = in.getParameters();
        if (parameters.m_folder.isBlank()) {
            throw new InvalidSettingsException("Enter the folder to write into in 'Folder'.");
        }
        out.setOutSpec(0, spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ReportWriterNodeParameters parameters = in.getParameters();
        NodeExecution.run(in.getExecutionContext(), progress -> {
            progress.report(0, "Reading tables");
            final List<BufferedDataTable> tables = new ArrayList<>();
            for (int port = 0; port < TABLES; port++) {
                tables.add(in.getInTable(port));
            }
            final Page page = new ReportPage(parameters, SavedWorkflow.ofThisNode()).of(tables, progress);
            progress.report(0.3, "Writing the page");
            final BufferedDataContainer result = in.getExecutionContext().createDataContainer(spec());
            result.addRowToTable(write(page, parameters, progress, out));
            result.close();
            out.setOutData(0, result.getTable());
        });
    }

    private static DefaultRow write(final Page page, final ReportWriterNodeParameters parameters,
        final Progress progress, final ExecuteOutput out) throws IOException {
        try (OutputFolder folder =
            OutputFolder.open(parameters.m_folder, parameters.m_createFolders, parameters.m_existing)) {
            final String name = OutputNames.safe(parameters.m_name) + ".html";
            final Written written =
                HtmlFile.writeTo(page, folder.place(name), Limits.DEFAULT, progress::check);
            folder.commit();
            final Warnings warnings = new Warnings();
            if (written.leftOut() > 0) {
                warnings.add(written.leftOut() + " pictures are left out, because the page would become too large.");
            }
            warnings.show(out);
            return new DefaultRow(RowKey.createRowKey(0L), new StringCell(folder.target(name).toString()),
                new LongCell(written.bytes()), new IntCell(written.tables()), new IntCell(written.charts()),
                new IntCell(written.pictures()), new IntCell(written.leftOut()));
        }
    }
}
