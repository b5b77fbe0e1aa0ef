// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.statistics.Statistics;
import org.electrode4d.volume.statistics.VolumeStatistics;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.LongCell;
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

/** Describes volumes by numbers. */
public final class VolumeStatisticsNodeFactory extends DefaultNodeFactory {

    private static final List<String> WHOLE = List.of("Voxels x", "Voxels y", "Voxels z", "Voxels without number");

    private static final List<String> SIZES =
        List.of("Voxel size x [µm]", "Voxel size y [µm]", "Voxel size z [µm]");

    private static final List<String> NUMBERS = List.of("Minimum", "1st percentile", "Median", "99th percentile",
        "Maximum", "Mean", "Standard deviation");

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Volume Statistics") //
        .icon("./volume-statistics.png") //
        .shortDescription("Size, grey values and histogram of volumes.") //
        .fullDescription("""
            <p>Tells how large every volume of a column is, and what its grey values are like: minimum, maximum, mean,
            standard deviation and percentiles. Compare the scans of a series before you correlate them: shapes and
            voxel sizes must agree, while mean and contrast may differ.</p>
            <p>Voxels whose value is not a number, as outside of the grid of a strain map, are counted, but take no
            part in the other numbers. Percentiles are exact for 8 and 16 bit; otherwise they are right to 1/65536 of
            the range of values.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Volumes", "A table with a column of volumes.") //
            .addOutputTable("Statistics", "The input with columns for the shape, the voxel size and the grey values.")
            .addOutputTable("Histogram", "One row per bin and volume: the grey value in the middle of the bin, the "
                + "number of voxels and their part.")) //
        .model(m -> m //
            .parametersClass(VolumeStatisticsNodeParameters.class) //
            .configure(VolumeStatisticsNodeFactory::configure) //
            .execute(VolumeStatisticsNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("histogram", "mean", "contrast", "percentile", "grey value");

    /** Called by KNIME. */
    public VolumeStatisticsNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final int column) {
        final List<DataColumnSpec> columns = new ArrayList<>();
        WHOLE.forEach(name -> columns.add(SeriesColumns.column(name, LongCell.TYPE)));
        SIZES.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        columns.add(SeriesColumns.column("Unit of the values", StringCell.TYPE));
        NUMBERS.forEach(name -> columns.add(SeriesColumns.column(name, DoubleCell.TYPE)));
        return new RowAppender(new int[]{column}, columns.toArray(DataColumnSpec[]::new));
    }

    private static int column(final DataTableSpec spec, final VolumeStatisticsNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.findOrLast(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final VolumeStatisticsNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(appender(column(spec, parameters)).spec(spec), HistogramTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final VolumeStatisticsNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final RowAppender appender = appender(column);
            final HistogramTable histogram = new HistogramTable(context, parameters.m_bins);
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final Volume volume = ((VolumeValue)row.getCell(column)).getVolume();
                final Statistics statistics = VolumeStatistics.of(volume, part);
                histogram.add(row.getKey().getString(), statistics);
                return cells(volume, statistics);
            }));
            out.setOutData(1, histogram.close());
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static List<DataCell> cells(final Volume volume, final Statistics statistics) {
        final VoxelSize size = volume.voxelSize();
        final List<DataCell> cells = new ArrayList<>(List.of(new LongCell(volume.shape().x()),
            new LongCell(volume.shape().y()), new LongCell(volume.shape().z()),
            new LongCell(statistics.notFinite()), new DoubleCell(size.x()), new DoubleCell(size.y()),
            new DoubleCell(size.z()), new StringCell(VolumeDisplay.of(volume).values())));
        for (final double number : new double[]{statistics.min(), statistics.quantile(0.01), statistics.median(),
            statistics.quantile(0.99), statistics.max(), statistics.mean(), statistics.standardDeviation()}) {
            cells.add(Cells.number(number));
        }
        return cells;
    }
}
