// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.StepChain;
import org.electrode4d.correlation.io.FieldZarr;
import org.electrode4d.correlation.io.SpamTsv;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.FolderNames;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
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

/** Reads deformation fields that were stored or measured elsewhere. */
public final class DeformationFieldReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Deformation Field Reader") //
        .icon("./field-reader.png") //
        .shortDescription("Reads deformation fields of SPAM and of Electrode4D.") //
        .fullDescription("""
            <p>Reads deformation fields into a table, one row per field, so that strain, statistics and pictures can be
            made of correlations that were run elsewhere. Known are</p>
            <ul>
            <li>the <b>tables of SPAM</b> (.tsv): registration, local correlation (ldic), filtered, passed and merged
            fields, also those of versions before 0.5. Columns are found by their names. Positions are in voxels, so
            the size of a voxel has to be entered;</li>
            <li><b>Zarr folders</b> in which Electrode4D keeps its fields.</li>
            </ul>
            <p>Nodes that SPAM replaced from their neighbours (return status 1 without iterations) count as filled. The
            nodes must form a regular grid. Tables of a discrete correlation, one line per particle, are not fields and
            are refused.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Fields", "One row per field: the names of both scans, the <i>File</i>, the <i>Deformation "
                + "field</i>, the number of nodes, the part that converged, and means over converged nodes.")) //
        .model(m -> m //
            .parametersClass(DeformationFieldReaderNodeParameters.class) //
            .configure(DeformationFieldReaderNodeFactory::configure) //
            .execute(DeformationFieldReaderNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("SPAM", "TSV", "Zarr", "DVC", "import", "load");

    /** Called by KNIME. */
    public DeformationFieldReaderNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>(List.of(
            SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column("File", StringCell.TYPE),
            SeriesColumns.column(PairColumns.FIELD, DeformationFieldCell.TYPE)));
        columns.addAll(FieldSummary.columns());
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DeformationFieldReaderNodeParameters parameters = in.getParameters();
        final boolean one = parameters.m_location == FieldLocation.ONE_FIELD;
        if ((one ? parameters.m_path : parameters.m_folder).isBlank()) {
            throw new InvalidSettingsException("Enter the path of the data in '" + (one ? "Field" : "Folder") + "'.");
        }
        out.setOutSpec(0, spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DeformationFieldReaderNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final List<Path> files = files(parameters);
            final BufferedDataContainer container = context.createDataContainer(spec());
            final Warnings warnings = new Warnings();
            for (int i = 0; i < files.size(); i++) {
                progress.check();
                final Path file = files.get(i);
                final Progress part = progress.part(i / (double)files.size(), (i + 1) / (double)files.size());
                part.report(0, "Reading " + file);
                final DeformationField field = read(file, parameters.voxelSize());
                final String name = file.getFileName().toString();
                final Optional<StepChain.Pair> steps = parameters.m_steps.steps(name, i);
                warnings.add(steps.isPresent() ? null : name + ": the name does not tell both scans, as T0-T1-ldic.tsv "
                    + "does. Rename the file, or set 'Steps'.");
                warnings.add(field.count(NodeStatus.CONVERGED) > 0 ? null : name + ": no node converged.");
                final List<DataCell> cells = new ArrayList<>();
                cells.add(new StringCell(steps.map(StepChain.Pair::reference).orElse(name)));
                cells.add(new StringCell(steps.map(StepChain.Pair::deformed).orElse(name)));
                cells.add(new StringCell(file.toString()));
                cells.add(FieldStorage.store(field, context, part));
                cells.addAll(FieldSummary.cells(field));
                container.addRowToTable(new DefaultRow(RowKey.createRowKey((long)i), cells));
            }
            container.close();
            out.setOutData(0, container.getTable());
            warnings.show(out);
        });
    }

    private static List<Path> files(final DeformationFieldReaderNodeParameters parameters)
        throws IOException, KNIMEException {
        if (parameters.m_location == FieldLocation.ONE_FIELD) {
            return List.of(DataPath.resolve(parameters.m_path));
        }
        final Path folder = DataPath.resolve(parameters.m_folder);
        return FolderNames.matching(parameters.m_folder, parameters.m_namePattern, "field").stream()
            .map(folder::resolve).toList();
    }

    private static DeformationField read(final Path file, final Optional<VoxelSize> voxelSize)
        throws IOException, KNIMEException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        } else if (Files.isDirectory(file)) {
            return FieldZarr.read(file);
        }
        return SpamTsv.read(file, voxelSize.orElseThrow(() -> NodeFailure.of(file + ": A table of SPAM does not hold "
            + "the size of a voxel.", "Enter the size of a voxel in 'Voxel size [µm]' of the reader.")));
    }
}
