// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.List;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.morphology.BallMorphology;
import org.electrode4d.segmentation.morphology.MorphologicalOperation;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
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

/** Opens, closes, erodes and dilates masks. */
public final class BinaryMorphologyNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Binary Morphology") //
        .icon("./binary-morphology.png") //
        .shortDescription("Opens, closes, erodes or dilates masks by a ball, a cube or a cross.") //
        .fullDescription("""
            <p>Removes or adds what is thinner than a structuring element <i>B</i>, which is moved over the mask
            <i>A</i>:</p>
            <p>erosion <i>A</i> ⊖ <i>B</i> = { <i>x</i> : <i>B</i> at <i>x</i> lies inside <i>A</i> }, dilation
            <i>A</i> ⊕ <i>B</i> = { <i>x</i> : <i>B</i> at <i>x</i> meets <i>A</i> }</p>
            <p>An <b>opening</b> (erosion, then dilation) keeps what the element can fill: it removes noise, thin
            bridges between particles and rough edges. A <b>closing</b> (dilation, then erosion) fills what the element
            cannot enter: cracks, gaps and small pores. Doing either twice changes nothing more.</p>
            <p>The ball is exact: its radius is in µm and need not be a whole number of voxels, which may be
            anisotropic. A voxel stays if the nearest voxel outside of the mask is farther away than the radius, from
            centre to centre. The cost does not depend on the radius. Cubes and crosses are measured in voxels, as in
            other programs.</p>
            <p>Soille, Morphological Image Analysis, Springer (2003).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Masks", "One row per scan with a mask, or with labels of which one is taken.") //
            .addOutputTable("Changed masks", "The input with a <i>Mask</i>: 1 inside, 0 outside.")) //
        .model(m -> m //
            .parametersClass(BinaryMorphologyNodeParameters.class) //
            .configure(BinaryMorphologyNodeFactory::configure) //
            .execute(BinaryMorphologyNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("opening", "closing", "erosion", "dilation", "structuring element", "mask");

    /** Called by KNIME. */
    public BinaryMorphologyNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final BinaryMorphologyNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_maskColumn, VolumeValue.class, "masks");
    }

    private static RowAppender appender(final int column) {
        return new RowAppender(new int[]{column}, SeriesColumns.column("Mask", VolumeCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, appender(column(spec, in.getParameters())).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final BinaryMorphologyNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int column = column(spec, parameters);
            final RowAppender appender = appender(column);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final Volume mask = VolumeColumns.mask(row, column, parameters.labels());
                final VolumeCell cell = cell(mask, parameters, context, part.part(0, 0.95));
                if (Masks.isEmpty(cell.getVolume(), part)) {
                    warnings.add(ScanStep.of(spec, row).name() + (Masks.isEmpty(mask, part) ? ": the mask is empty."
                        : ": nothing is left of the mask: the radius of " + parameters.radiusText()
                            + " may be too large."));
                }
                return List.of(cell);
            }));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }

    private static VolumeCell cell(final Volume mask, final BinaryMorphologyNodeParameters parameters,
        final ExecutionContext context, final Progress progress) throws IOException {
        final MorphologicalOperation operation = parameters.m_operation.operation;
        try (ScratchSpace scratch = ScratchSpace.open()) {
            final Volume result = parameters.m_element == MorphologyElementChoice.BALL
                ? BallMorphology.of(parameters.m_radius, parameters.m_border.border, scratch)
                    .apply(operation, mask, progress.part(0, 0.7))
                : parameters.voxels().apply(operation, mask);
            return VolumeStorage.store(VolumeDisplay.LABELS.on(result), context, progress.part(0.7, 1));
        }
    }
}
