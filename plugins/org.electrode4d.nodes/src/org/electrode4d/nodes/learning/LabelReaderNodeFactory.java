// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.RowTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.StringValue;
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

/** Reads what people labelled in other programs. */
public final class LabelReaderNodeFactory extends DefaultNodeFactory {

    private static final int NONE = -1;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Label Reader") //
        .icon("./label-reader.png") //
        .shortDescription("Reads labels that were painted in other programs, for the scans of a series.") //
        .fullDescription("""
            <p>Reads labels, such as those that ilastik, ImageJ, napari or 3D Slicer write, and puts them beside the
            scans that they were painted on. Known are TIFF stacks, folders of TIFF slices, HDF5 exports of ilastik
            (.h5), OME-Zarr, MetaImage and NumPy.</p>
            <p>A few labels are enough to train from: of some scans only, of some slices, and of some voxels in these.
            Labels of <b>single slices</b> are placed where they belong, and all other voxels get the label of what is
            not labelled. Labels take over the voxel size and the position of their scan, and must have its shape.</p>
            <p>Painting programs count labels and slices in their own ways. <b>Meaning of values</b> makes 255 of
            ImageJ a label 1, <b>Number of the first slice</b> tells from where slices are counted, and the second
            output shows how much of every label was found: look at it before training.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputPort("Series", "Optional: a table with the scans that were labelled, one row per scan.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Labels", "The series with the <i>Labels</i> of every scan, missing where there are none; "
                + "without a series one row per file, with its <i>Step</i>, <i>File</i> and <i>Labels</i>.") //
            .addOutputTable("Labelled voxels", "One row per scan and label: its name, its voxels and its share.")) //
        .model(m -> m //
            .parametersClass(LabelReaderNodeParameters.class) //
            .configure(LabelReaderNodeFactory::configure) //
            .execute(LabelReaderNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("annotation", "ground truth", "ilastik", "HDF5", "TIFF", "paint", "segmentation", "import");

    /** Called by KNIME. */
    public LabelReaderNodeFactory() {
        super(NODE);
    }

    private static DataTableSpec alone() {
        return new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("File", StringCell.TYPE),
            SeriesColumns.column(LearningColumns.LABELS, VolumeCell.TYPE));
    }

    private static RowAppender appender(final int volume) {
        return new RowAppender(new int[]{volume}, SeriesColumns.column(LearningColumns.LABELS, VolumeCell.TYPE));
    }

    private static int volumes(final DataTableSpec spec, final LabelReaderNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    private static int paths(final DataTableSpec spec, final LabelReaderNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_pathColumn, StringValue.class, "paths");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final LabelReaderNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        if (parameters.m_location == LabelLocation.ONE_FILE && parameters.m_path.isBlank()) {
            throw new InvalidSettingsException("Enter the path of the labels in 'Labels'.");
        } else if (parameters.m_location == LabelLocation.FOLDER && parameters.m_folder.isBlank()) {
            throw new InvalidSettingsException("Enter the folder of the labels in 'Folder'.");
        } else if (spec == null && parameters.m_location == LabelLocation.TABLE) {
            throw new InvalidSettingsException("Connect a series with paths to the input, or set 'Read' to something "
                + "else than the input table.");
        } else if (spec == null && parameters.m_content == LabelContent.SLICES) {
            throw new InvalidSettingsException("Connect the series to the input: labels of single slices need the "
                + "scans that they belong to.");
        }
        if (spec != null && parameters.m_location == LabelLocation.TABLE) {
            paths(spec, parameters);
        }
        out.setOutSpecs(spec == null ? alone() : appender(volumes(spec, parameters)).spec(spec), LabelTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LabelReaderNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable series = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final LabelTable counts = new LabelTable(context, parameters.m_unlabelled);
            final Warnings warnings = new Warnings();
            final Reading reading = new Reading(parameters, context, counts, warnings);
            out.setOutData(0, series == null ? reading.alone(progress) : reading.ofSeries(series, progress));
            out.setOutData(1, counts.close());
            warnings.show(out);
        });
    }

    private record Reading(LabelReaderNodeParameters parameters, ExecutionContext context, LabelTable counts,
        Warnings warnings) {

        BufferedDataTable alone(final Progress progress) throws IOException, KNIMEException, InvalidSettingsException {
            final List<String> locations = parameters.m_location == LabelLocation.ONE_FILE
                ? List.of(parameters.m_path)
                : LabelFiles.in(parameters.m_folder, parameters.m_namePattern).locations();
            final LabelImport files = new LabelImport(parameters);
            final RowTable table = new RowTable(LabelReaderNodeFactory.alone(), context);
            for (int i = 0; i < locations.size(); i++) {
                final Progress part = progress.part(i / (double)locations.size(), (i + 1.0) / locations.size());
                final String step = "T" + i;
                table.add(List.of(new StringCell(step), new StringCell(locations.get(i)),
                    stored(step, files.alone(locations.get(i)), part)));
            }
            return table.close();
        }

        BufferedDataTable ofSeries(final BufferedDataTable series, final Progress progress)
            throws IOException, KNIMEException, InvalidSettingsException, CanceledExecutionException {
            final DataTableSpec spec = series.getDataTableSpec();
            final int volume = volumes(spec, parameters);
            final Map<RowKey, List<String>> files = files(series);
            final LabelImport labels = new LabelImport(parameters);
            final RowAppender appender = appender(volume);
            final BufferedDataTable table = appender.append(series, context, progress, (row, part) -> {
                final List<String> ofScan = files.get(row.getKey());
                if (ofScan.isEmpty()) {
                    return List.of(new MissingCell("There are no labels of this scan."));
                }
                return List.of(stored(ScanStep.of(spec, row).name(),
                    labels.of(VolumeColumns.volume(row, volume), ofScan), part));
            });
            warnings.add(appender.warning());
            return table;
        }

        private Map<RowKey, List<String>> files(final BufferedDataTable series)
            throws IOException, KNIMEException, InvalidSettingsException {
            final DataTableSpec spec = series.getDataTableSpec();
            final List<RowKey> rows = new ArrayList<>();
            final List<String> steps = new ArrayList<>();
            final List<List<String>> named = new ArrayList<>();
            final int path = parameters.m_location == LabelLocation.TABLE ? paths(spec, parameters) : NONE;
            for (final DataRow row : series) {
                rows.add(row.getKey());
                steps.add(ScanStep.of(spec, row).name());
                named.add(path != NONE && row.getCell(path) instanceof StringValue text
                    ? List.of(text.getStringValue()) : List.of());
            }
            final List<List<String>> files = switch (parameters.m_location) {
                case TABLE -> named;
                case ONE_FILE -> LabelFiles.ofOneScan(steps, parameters.m_step, parameters.m_path);
                case FOLDER -> LabelFiles.in(parameters.m_folder, parameters.m_namePattern).ofScans(steps,
                    parameters.m_matching, parameters.m_content == LabelContent.SLICES);
            };
            final Map<RowKey, List<String>> byRow = new HashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                byRow.put(rows.get(i), files.get(i));
            }
            return byRow;
        }

        private DataCell stored(final String step, final Volume labels, final Progress progress) throws IOException {
            progress.report(0, "Reading the labels of " + step);
            if (!counts.add(step, labels, progress.part(0, 0.5))) {
                warnings.add("No voxel of " + step + " is labelled: all have the label " + parameters.m_unlabelled
                    + ". Check 'Label of what is not labelled' and 'Meaning of values'.");
            }
            return VolumeStorage.store(labels, context, progress.part(0.5, 1));
        }
    }
}
