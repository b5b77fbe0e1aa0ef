// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanRows;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.edge.LineProfile;
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

/** Samples volumes along a line. */
public final class LineProfileNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Line Profile") //
        .icon("./line-profile.png") //
        .shortDescription("Grey values along a line through every scan, averaged across it.") //
        .fullDescription("""
            <p>Samples every volume of a series along the straight line from one place to another, in µm:</p>
            <p><i>g</i>(<i>s</i>) = mean of <i>I</i>(<i>A</i> + <i>s</i> (<i>B</i> - <i>A</i>) / |<i>B</i> - <i>A</i>|
            + <i>w</i>) over the square of places <i>w</i> across the line</p>
            <p>Values between voxels come from cubic interpolation (Keys 1981), which follows curves and does not blur
            edges to first order. A width of several voxels takes the noise away where what is shown does not change
            across the line, such as a plane edge. Places are in the coordinates of the volumes: a cropped volume keeps
            those of the scan that it was cut from.</p>
            <p>Places outside of a volume, and next to voxels that are not a number, have no value: their cells are
            missing where nothing across the line has one. To measure the width of edges, see <i>Edge Resolution</i>,
            which finds edges by itself.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with volumes.") //
            .addOutputTable("Samples", "One row per sample and scan: step, time, distance from the begin of the line "
                + "and place in µm, mean and SD over the width as grey values, and how many values were averaged.") //
            .addOutputTable("Pictures", "Path of the picture with a line per scan.")) //
        .model(m -> m //
            .parametersClass(LineProfileNodeParameters.class) //
            .configure(LineProfileNodeFactory::configure) //
            .execute(LineProfileNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("profile", "line", "grey value", "plot", "edge");

    /** Called by KNIME. */
    public LineProfileNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final LineProfileNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        column(in.getInTableSpec(0), in.getParameters());
        out.setOutSpecs(LineProfileTable.spec(), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LineProfileNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final LineProfileTable profiles = new LineProfileTable(context);
            final Warnings warnings = new Warnings();
            ScanRows.forEach(table, new int[]{column}, progress, warnings, (scan, row, part) -> {
                final List<LineProfile.Sample> samples =
                    LineProfile.of(VolumeColumns.volume(row, column), parameters.line(), part);
                if (samples.stream().allMatch(sample -> sample.values() == 0)) {
                    warnings.add("The line is outside of " + scan.name() + ": it has no values there.");
                }
                profiles.add(scan, samples);
            });
            out.setOutData(0, profiles.close());
            out.setOutData(1, PictureTable.write(profiles.drawings(), parameters.m_pictures, context,
                progress));
            warnings.show(out);
        });
    }
}
