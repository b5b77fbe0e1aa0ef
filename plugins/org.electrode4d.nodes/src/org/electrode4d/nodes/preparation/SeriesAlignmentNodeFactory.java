// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.correlation.AlignedVolume;
import org.electrode4d.correlation.alignment.AlignmentScan;
import org.electrode4d.correlation.alignment.ScanAlignment;
import org.electrode4d.correlation.alignment.SeriesAlignment;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
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

/** Takes the drift out of a series of scans. */
public final class SeriesAlignmentNodeFactory extends DefaultNodeFactory {

    /** Column of the aligned volumes. */
    static final String ALIGNED = "Aligned";

    private static final double MEASURE_SHARE = 0.4;

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Series Alignment") //
        .icon("./series-alignment.png") //
        .shortDescription("Takes the drift out of a series by its rigid current collector.") //
        .fullDescription("""
            <p>Between two scans the cell is moved, heated and cooled: the sample stands elsewhere in the next scan, and
            a little tilted. At the same time the electrode swells. To tell one from the other, every scan is brought
            onto the first by what does not change: the current collector, or any other mask.</p>
            <p>1. The collector is the brightest phase at the first or the last slice (Otsu's threshold, repeated on
            what is brighter), or a mask says where it is. In every column of voxels its surface lies where the grey
            value is halfway between metal and electrode. A plane through it (total least squares, without outliers)
            gives its tilt, position and roughness.</p>
            <p>2. From the difference of the planes on, the region of the collector is registered rigidly: three shifts
            and three rotations, by zero-mean normalised grey value differences, to some hundredths of a voxel.</p>
            <p>3. A smooth foil looks the same wherever it is shifted along itself. The node finds out which motions the
            texture fixes, from what the gradients of both scans have in common. What is not fixed is not invented: then
            the planes give the distance and the two tilts, and a warning tells. The motion in the plane may be taken
            from the whole volume or from another mask.</p>
            <p>Aligned volumes are interpolated once, from the scan itself. The first scan stays what it is, unless the
            series is levelled. Remove rings first (<i>Ring Filter</i>): they stand still while the sample moves.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, in the order of time, with a column of volumes, and of masks "
                + "if wanted. All scans have the same number and size of voxels.") //
            .addOutputTable("Aligned series", "The input with the volumes <i>Aligned</i>, in the frame of the first "
                + "scan.") //
            .addOutputTable("Drift", "One row per scan: how far the middle of the rigid region moved since the first "
                + "scan in µm, how it turned in degrees, tilt, position and roughness of the collector, its distance "
                + "to that of the first scan before and after, and how sure all that is.") //
            .addOutputTable("Pictures", "The path of a picture of the drift over the steps. Empty without a picture "
                + "folder.")) //
        .model(m -> m //
            .parametersClass(SeriesAlignmentNodeParameters.class) //
            .configure(SeriesAlignmentNodeFactory::configure) //
            .execute(SeriesAlignmentNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("drift", "registration", "current collector", "copper", "tilt", "rigid", "level");

    /** Called by KNIME. */
    public SeriesAlignmentNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final AlignmentRow rows, final SeriesAlignmentNodeParameters parameters) {
        return new RowAppender(rows.needed(), parameters.m_output == AlignmentOutput.REPORT ? new DataColumnSpec[0]
            : new DataColumnSpec[] {SeriesColumns.column(ALIGNED, VolumeCell.TYPE)});
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final SeriesAlignmentNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(appender(AlignmentRow.of(spec, parameters), parameters).spec(spec), AlignmentDriftTable.spec(),
            PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SeriesAlignmentNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final AlignmentRow rows = AlignmentRow.of(table.getDataTableSpec(), parameters);
            final RowAppender appender = appender(rows, parameters);
            final SeriesAlignment series = new SeriesAlignment(parameters.settings());
            final AlignmentDriftTable drift = new AlignmentDriftTable(context);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final ScanStep step = ScanStep.of(table.getDataTableSpec(), row);
                part.report(0, "Aligning " + step);
                final AlignmentScan scan = rows.scan(row);
                final ScanAlignment alignment = series.add(scan, part.part(0, MEASURE_SHARE));
                drift.add(step.name(), step.hours(), alignment);
                alignment.remarks().forEach(remark -> warnings.add(step + ": " + remark));
                if (parameters.m_output == AlignmentOutput.REPORT) {
                    return List.of();
                }
                return List.of(alignment.isMoved() || type(scan, parameters) != scan.volume().type()
                    ? store(alignment, scan, parameters, context, part.part(MEASURE_SHARE, 1)) : rows.volume(row));
            }));
            out.setOutData(1, drift.close());
            out.setOutData(2, PictureTable.write(new AlignmentDriftPlot(drift).drawings(), parameters.m_pictures,
                context, progress));
            warnings.add(appender.warning());
            warnings.add(appender.referenceWarning());
            warnings.show(out);
        });
    }

    private static DataCell store(final ScanAlignment alignment, final AlignmentScan scan,
        final SeriesAlignmentNodeParameters parameters, final ExecutionContext context, final Progress progress)
        throws IOException {
        final Volume aligned = parameters.isContinued() ? alignment.continued() : alignment.aligned();
        return VolumeStorage.store(AlignedVolume.filled(aligned, parameters.outside(), type(scan, parameters)), context,
            progress);
    }

    private static VoxelType type(final AlignmentScan scan, final SeriesAlignmentNodeParameters parameters) {
        return parameters.m_keepType ? scan.volume().type() : VoxelType.FLOAT32;
    }
}
