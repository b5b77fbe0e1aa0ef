// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.List;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
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

/** Removes objects and holes that do not count. */
public final class ObjectFilterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Object Filter") //
        .icon("./object-filter.png") //
        .shortDescription("Removes small or cut-off objects and fills holes.") //
        .fullDescription("""
            <p>Cleans a segmentation: objects that are too small to be anything but noise are removed, also, if
            wanted, those that a face of the volume cuts off, and then voids that are enclosed on all sides are
            filled, which are closed pores in a particle or voxels that a threshold missed.</p>
            <p>An object is either a connected part of a mask or all voxels that have the same label. Its size may be
            given as the diameter of a ball of the same volume, <i>d</i> = (6 <i>V</i> / π)<sup>1/3</sup>, as volume, or
            as number of voxels; an object of exactly that size stays. A hole is a connected part of what is outside
            that does not touch a face of the volume. Objects that touch by faces have a background that touches by
            corners, so that a void which is open at an edge is no hole. Slice by slice, voids count as holes if they
            are enclosed within their plane.</p>
            <p>Removing objects changes porosity and the number of particles: the table tells how many were removed and
            how many voxels were filled.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Masks", "A table with a column of masks, phases or labels.") //
            .addOutputTable("Filtered", "The input with a new <i>Mask</i>, or <i>Particles</i> where the objects are "
                + "labels, and the numbers of objects left and removed, of holes and of filled voxels.")) //
        .model(m -> m //
            .parametersClass(ObjectFilterNodeParameters.class) //
            .configure(ObjectFilterNodeFactory::configure) //
            .execute(ObjectFilterNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("small objects", "fill holes", "border", "noise", "islands", "clean");

    /** Called by KNIME. */
    public ObjectFilterNodeFactory() {
        super(NODE);
    }

    private static SelectedVoxels selected(final DataTableSpec spec, final ObjectFilterNodeParameters parameters)
        throws InvalidSettingsException {
        return SelectedVoxels.of(spec, parameters.m_maskColumn, parameters.m_labels);
    }

    private static RowAppender appender(final SelectedVoxels selected, final ObjectFilterNodeParameters parameters) {
        return new RowAppender(new int[]{selected.column()}, FilteredObjects.columns(parameters));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        final ObjectFilterNodeParameters parameters = in.getParameters();
        out.setOutSpec(0, appender(selected(spec, parameters), parameters).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ObjectFilterNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final SelectedVoxels selected = selected(spec, parameters);
            final RowAppender appender = appender(selected, parameters);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final Volume volume =
                    parameters.m_kind == ObjectKind.LABELS ? selected.volume(row) : selected.mask(row);
                final List<DataCell> cells = new FilteredObjects(volume, parameters).cells(context, part);
                final String nothing = FilteredObjects.nothingLeft(cells, parameters);
                warnings.add(nothing == null ? null : ScanStep.of(spec, row).name() + ": " + nothing);
                return cells;
            }));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
