// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.Volume;
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

/** Opens, closes, erodes and dilates grey volumes. */
public final class GreyMorphologyNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Grey Morphology") //
        .icon("./grey-morphology.png") //
        .shortDescription("Opens, closes, erodes or dilates grey volumes by a cube.") //
        .fullDescription("""
            <p>Erosion replaces every voxel by the darkest one of the cube about it, dilation by the brightest. An
            <b>opening</b> (erosion, then dilation) removes bright regions into which the cube does not fit, such as
            spots and thin bridges, and leaves all else as bright as it was; a <b>closing</b> (dilation, then erosion)
            removes dark ones, such as cracks. Dilation minus erosion is a gradient for the <i>Watershed</i>.</p>
            <p>Values stay exact and of their type. At the border of the volume the cube ends. Where a voxel is not a
            number, all within the cube are not.</p>
            <p>Soille, Morphological Image Analysis, Springer (2003).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Scans", "One row per scan with a volume.") //
            .addOutputTable("Changed scans", "The input with the column <i>Morphology</i>.")) //
        .model(m -> m //
            .parametersClass(GreyMorphologyNodeParameters.class) //
            .configure(GreyMorphologyNodeFactory::configure) //
            .execute(GreyMorphologyNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("opening", "closing", "erosion", "dilation", "minimum", "maximum");

    /** Called by KNIME. */
    public GreyMorphologyNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final GreyMorphologyNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_volumeColumn, VolumeValue.class, "volumes");
    }

    private static RowAppender appender(final int column) {
        return new RowAppender(new int[]{column}, SeriesColumns.column("Morphology", VolumeCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, appender(column(spec, in.getParameters())).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final GreyMorphologyNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final RowAppender appender = appender(column);
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final Volume volume = VolumeColumns.volume(row, column);
                return List.of(VolumeStorage.store(
                    parameters.cube().applyToGrey(parameters.m_operation.operation, volume), context, part));
            }));
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
