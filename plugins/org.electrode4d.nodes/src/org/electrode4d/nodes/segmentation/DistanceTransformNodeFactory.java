// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.statistics.VolumeStatistics;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
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

/** Maps how far it is to the surface of a phase. */
public final class DistanceTransformNodeFactory extends DefaultNodeFactory {

    /** Column of the distances. */
    static final String DISTANCE = "Distance";

    /** Column of the largest of them. */
    static final String LARGEST = "Largest distance [µm]";

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Distance Transform") //
        .icon("./distance-transform.png") //
        .shortDescription("How far every voxel of a phase is from its surface.") //
        .fullDescription("""
            <p>Measures for each voxel <i>x</i> of a mask the straight distance to the nearest voxel <i>y</i> outside,
            or the other way round:</p>
            <p><i>d</i>(<i>x</i>) = min<sub><i>y</i></sub> | <i>x</i> - <i>y</i> |</p>
            <p>in µm, between the centres of voxels, whatever the shape of the voxels is. Inside of a particle that is
            how deep a place is; inside of the pore space, how far the electrolyte is from the nearest wall; outside of
            a phase, how far it is to go to reach it. The largest value is the radius of the largest ball that fits in.
            The surface itself is half a voxel away from the centres on both of its sides.</p>
            <p>The distances are exact, not those of chamfer masks, and the rounding of the result to 32 bit, less than
            one part in ten million, is the only error (Felzenszwalb and Huttenlocher, Theory of Computing 8, 2012;
            Meijster et al., 2000).</p>
            <p>A mask that fills the whole volume has no distances, unless what is beyond the border counts as outside;
            neither has an empty one from outside. An empty mask is 0 everywhere and gives a warning.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Masks", "A table with a column of masks, phases or labels.") //
            .addOutputTable("Distances", "The input with a volume <i>Distance</i> in µm, and the largest value.")) //
        .model(m -> m //
            .parametersClass(DistanceTransformNodeParameters.class) //
            .configure(DistanceTransformNodeFactory::configure) //
            .execute(DistanceTransformNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("EDT", "Euclidean distance map", "pore", "wall", "depth", "thickness");

    /** Called by KNIME. */
    public DistanceTransformNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final SelectedVoxels selected) {
        return new RowAppender(new int[]{selected.column()}, SeriesColumns.column(DISTANCE, VolumeCell.TYPE),
            SeriesColumns.column(LARGEST, DoubleCell.TYPE));
    }

    private static SelectedVoxels selected(final DataTableSpec spec, final DistanceTransformNodeParameters parameters)
        throws InvalidSettingsException {
        return SelectedVoxels.of(spec, parameters.m_maskColumn, parameters.m_labels);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, appender(selected(spec, in.getParameters())).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DistanceTransformNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final SelectedVoxels selected = selected(table.getDataTableSpec(), parameters);
            final RowAppender appender = appender(selected);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress,
                (row, part) -> measure(row, selected.mask(row), parameters, new Work(context, warnings, part))));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    /** What the work on a row needs besides. */
    private record Work(ExecutionContext context, Warnings warnings, Progress progress) {
    }

    private static List<DataCell> measure(final DataRow row, final Volume mask,
        final DistanceTransformNodeParameters parameters, final Work work) throws IOException {
        final Progress progress = work.progress();
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume distances =
                parameters.m_kind.measure(mask, parameters.m_border.border, scratch, progress.part(0, 0.5));
            final double largest = VolumeStatistics.of(distances, progress.part(0.5, 0.6)).max();
            if (largest == 0 && parameters.m_kind == DistanceKind.INSIDE) {
                work.warnings().add(row.getKey().getString() + ": the mask is empty, and all distances are 0.");
            }
            final boolean signed = parameters.m_kind == DistanceKind.SIGNED;
            return List.of(VolumeStorage.store(new VolumeDisplay("µm", signed).on(distances), work.context(),
                progress.part(0.6, 1)), new DoubleCell(largest));
        }
    }
}
