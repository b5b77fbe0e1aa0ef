// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.superpixel.Felzenszwalb;
import org.electrode4d.segmentation.superpixel.RegionFeatures;
import org.electrode4d.segmentation.superpixel.Superpixels;
import org.electrode4d.segmentation.threshold.GreyCounts;
import org.electrode4d.segmentation.threshold.Otsu;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.statistics.Statistics;
import org.electrode4d.volume.statistics.VolumeStatistics;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.IntCell;
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

/** Divides scans into small uniform regions and describes them. */
public final class SuperpixelsNodeFactory extends DefaultNodeFactory {

    /** Column of the labels of regions. */
    static final String SUPERPIXELS = "Superpixels";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Superpixels") //
        .icon("./superpixels.png") //
        .shortDescription("Divides scans into small uniform regions, with their features in a table.") //
        .fullDescription("""
            <p>A single voxel says little where phases have similar grey values; a small uniform region has a mean and
            a standard deviation. This node makes such regions with the method of Felzenszwalb and Huttenlocher (2004),
            and describes them, as Vorauer et al. (2020) do. Classify them with the <i>Superpixel Classifier</i>, by
            rules or by any learner of KNIME that is trained on the table of features.</p>
            <p>The scan is smoothed, and every voxel begins as a region. The differences of neighbours,
            <i>w</i> = |<i>I</i>(<i>p</i>) - <i>I</i>(<i>q</i>)|, are visited from the smallest to the largest, and join
            two regions if</p>
            <p><i>w</i> ≤ min( Int(<i>A</i>) + <i>k</i> / |<i>A</i>|, Int(<i>B</i>) + <i>k</i> / |<i>B</i>| )</p>
            <p>where Int is the largest difference that joined parts of a region and |<i>A</i>| its number of voxels. At
            last, regions that are too small join a neighbour. Slices give the regions of scikit-image; labels count on
            from slice to slice. In three dimensions the whole scan has to fit into memory, with 12 bytes per voxel; one
            that does not is refused at once.</p>
            <p>Features are of the scan before smoothing: size and centre, mean, standard deviation (with <i>n</i>),
            extremes, and the numbers of voxels above a grey value and not above it. Voxels that are not a number belong
            to no region.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Volumes", "A table with a column of volumes.") //
            .addOutputTable("Regions", "The input with a column <i>Superpixels</i>, a label for every region in the "
                + "order of their first voxels, and their number.") //
            .addOutputTable("Features", "One row per region: the row of the volume, the label, size in voxels and in "
                + "µm² (slices) or µm³, centre in µm, grey values, and counts.")) //
        .model(m -> m //
            .parametersClass(SuperpixelsNodeParameters.class) //
            .configure(SuperpixelsNodeFactory::configure) //
            .execute(SuperpixelsNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("Felzenszwalb", "Huttenlocher", "supervoxel", "region", "feature", "graph", "oversegmentation",
            "Vorauer");

    /** Called by KNIME. */
    public SuperpixelsNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final SuperpixelsNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.findOrLast(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    private static RowAppender appender(final DataTableSpec spec, final SuperpixelsNodeParameters parameters)
        throws InvalidSettingsException {
        final int[] needed = IntStream.of(column(spec, parameters), parameters.limitColumn(spec))
            .filter(index -> index >= 0).toArray();
        return new RowAppender(needed, SeriesColumns.column(SUPERPIXELS, VolumeCell.TYPE),
            SeriesColumns.column("Number of superpixels", IntCell.TYPE));
    }

    private static boolean slices(final SuperpixelsNodeParameters parameters) {
        return parameters.m_space == SuperpixelSpace.SLICES;
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final SuperpixelsNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(appender(spec, parameters).spec(spec), SuperpixelFeatureTable.spec(slices(parameters)));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SuperpixelsNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final RowAppender appender = appender(spec, parameters);
            final Run run = new Run(parameters, column(spec, parameters), parameters.limitColumn(spec),
                new SuperpixelFeatureTable(context, slices(parameters)), context);
            out.setOutData(0, appender.append(table, context, progress, run::cells));
            out.setOutData(1, run.features.close());
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    /** What is the same for all rows. */
    private record Run(SuperpixelsNodeParameters parameters, int column, int limitColumn,
        SuperpixelFeatureTable features, ExecutionContext context) {

        List<DataCell> cells(final DataRow row, final Progress progress)
            throws IOException, InvalidSettingsException {
            final Volume volume = VolumeColumns.volume(row, column);
            final double limit = limit(row, volume, progress.part(0, 0.05));
            try (ScratchSpace scratch = ScratchSpace.open()) {
                final Superpixels regions = Felzenszwalb.of(volume,
                    parameters.settings(unit(volume, progress.part(0.05, 0.1))), scratch, progress.part(0.1, 0.8));
                features.add(row.getKey().getString(),
                    RegionFeatures.of(regions.labels(), volume, limit, progress.part(0.8, 0.9)), limit);
                return List.of(VolumeStorage.store(
                    VolumeDisplay.LABELS.on(regions.labels().volume()), context, progress.part(0.9, 1)),
                    new IntCell(regions.count()));
            }
        }

        private double limit(final DataRow row, final Volume volume, final Progress progress) {
            return switch (parameters.m_limitSource) {
                case VALUE -> parameters.m_limit;
                case COLUMN -> ((DoubleValue)row.getCell(limitColumn)).getDoubleValue();
                case OTSU -> {
                    final GreyCounts grey = GreyCounts.of(volume, null, progress);
                    // voxels of one value are all not above it
                    yield grey.bins() == 1 ? grey.value(0) : Otsu.thresholds(grey, 2)[0];
                }
            };
        }

        private double unit(final Volume volume, final Progress progress) {
            final VoxelType type = volume.type();
            if (parameters.m_unit == SuperpixelScale.GREY_VALUES) {
                return 1;
            } else if (type.isInteger() && type.bytes() <= 2) {
                return (type.max() - type.min()) / 255;
            }
            final Statistics statistics = VolumeStatistics.of(volume, progress);
            return (statistics.max() - statistics.min()) / 255;
        }
    }
}
