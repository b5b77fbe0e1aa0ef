// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.preparation.CropBox;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
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

/** Cuts the same box out of every scan. */
public final class CropNodeFactory extends DefaultNodeFactory {

    /** Column of the cropped volumes. */
    static final String CROPPED = "Cropped";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Crop") //
        .icon("./crop.png") //
        .shortDescription("Cuts a volume of interest out of every scan of a series.") //
        .fullDescription("""
            <p>Cuts the same box out of the volumes of every row. Given in µm, the box is the same place for every scan
            and for masks and labels that belong to it, whatever their voxel size: positions count from the origin of
            the volume, which the <i>Volume Reader</i> sets to the centre of the first voxel and every node carries
            along. The voxels whose centres lie in the box stay, those on its faces included, and their positions in µm
            stay what they are.</p>
            <p>Align the series first where the sample moves: see <i>Series Alignment</i>. For boxes that follow
            particles see <i>Particle Volumes of Interest</i>.</p>
            <p>What the box has outside of a volume is ignored, with a warning; where nothing is left, the node
            fails.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with one or several columns of volumes.") //
            .addOutputTable("Cropped", "The input with the column <i>Cropped</i>; with several columns, <i>Volume "
                + "cropped</i>, <i>Mask cropped</i> and so on.")) //
        .model(m -> m //
            .parametersClass(CropNodeParameters.class) //
            .configure(CropNodeFactory::configure) //
            .execute(CropNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("VOI", "volume of interest", "ROI", "cut", "trim", "box");

    /** Called by KNIME. */
    public CropNodeFactory() {
        super(NODE);
    }

    private static int[] indices(final DataTableSpec spec, final CropNodeParameters parameters)
        throws InvalidSettingsException {
        if (parameters.m_columns == CroppedColumns.CHOSEN) {
            return new int[]{Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes")};
        }
        Columns.findOrLast(spec, "", VolumeValue.class, "volumes");
        return IntStream.range(0, spec.getNumColumns())
            .filter(i -> spec.getColumnSpec(i).getType().isCompatible(VolumeValue.class)).toArray();
    }

    private static CleanedColumns columns(final DataTableSpec spec, final CropNodeParameters parameters)
        throws InvalidSettingsException {
        final int[] indices = indices(spec, parameters);
        final List<String> names = parameters.m_columns == CroppedColumns.CHOSEN ? List.of(CROPPED)
            : IntStream.of(indices).mapToObj(i -> spec.getColumnSpec(i).getName() + " cropped").toList();
        return new CleanedColumns(indices, names, parameters.m_replace, new int[0]);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, columns(spec, in.getParameters()).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CropNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int[] indices = indices(spec, parameters);
            final Cropper cropper = new Cropper(parameters.box(), context, new Warnings(), new ArrayList<>());
            out.setOutData(0, columns(spec, parameters).table(table, context, progress,
                (row, part) -> cropper.cells(row, indices, ScanStep.of(spec, row).name(), part)));
            cropper.warnings.add(RowAppender.warning(cropper.incomplete));
            cropper.warnings.show(out);
        });
    }

    /** Crops the volumes of a table; a missing one leaves the others of its row alone. */
    private record Cropper(CropBox box, ExecutionContext context, Warnings warnings, List<String> incomplete) {

        List<DataCell> cells(final DataRow row, final int[] columns, final String step, final Progress progress)
            throws IOException {
            final List<DataCell> cells = new ArrayList<>();
            for (int i = 0; i < columns.length; i++) {
                final Progress part = progress.part(i / (double)columns.length, (i + 1.0) / columns.length);
                cells.add(row.getCell(columns[i]) instanceof VolumeValue value ? crop(value.getVolume(), step, part)
                    : new MissingCell("There is no volume."));
            }
            if (cells.stream().anyMatch(DataCell::isMissing)) {
                incomplete.add(row.getKey().getString());
            }
            return cells;
        }

        private DataCell crop(final Volume volume, final String step, final Progress progress) throws IOException {
            if (box.sticksOut(volume)) {
                warnings.add(step + ": the volume of interest sticks out of " + volume.name() + ", which has "
                    + volume.shape() + " voxels of " + volume.voxelSize() + "; it was cut to what is there.");
            }
            return VolumeStorage.store(box.crop(volume), context, progress);
        }
    }
}
