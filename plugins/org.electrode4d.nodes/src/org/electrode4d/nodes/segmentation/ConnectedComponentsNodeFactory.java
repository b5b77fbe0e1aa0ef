// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.List;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.RowAppender;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.LongValue;
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

/** Gives each connected part of a phase a number. */
public final class ConnectedComponentsNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Connected Components") //
        .icon("./connected-components.png") //
        .shortDescription("Gives each connected part of a phase a number: particles, or pores.") //
        .fullDescription("""
            <p>Voxels of a mask belong to the same particle if a path of touching voxels joins them. Each particle gets
            a label 1, 2, 3, ... in the order in which its first voxel comes when the volume is read row by row and
            plane by plane, as in scipy and cc3d; 0 is the background. Small ones can be left out as noise, and
            those that a face of the volume cuts off because their size is unknown; the others are numbered without
            gaps.</p>
            <p>Which voxels touch is a choice: by <b>faces</b> (6 neighbours) what meets at an edge only stays apart, by
            <b>corners</b> (26) a single diagonal step joins two particles. The background connects in the opposite way,
            so that a closed shell has an inside: this decides which voids are holes when they are filled.</p>
            <p>Particles that touch each other become one: divide them with a watershed instead. In noise there are
            more components than anyone needs; smooth the grey values or remove small objects first.</p>
            <p>The size of the smallest particle may be given as the diameter of a ball of the same volume, <i>d</i> =
            (6 <i>V</i> / π)<sup>1/3</sup>, as volume, or as number of voxels.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Masks", "A table with a column of masks, phases or labels.") //
            .addOutputTable("Particles", "The input with labels, <i>Particles</i>, their number, their volume in "
                + "µm³, and how many were left out as too small and, of the others, at the border.")) //
        .model(m -> m //
            .parametersClass(ConnectedComponentsNodeParameters.class) //
            .configure(ConnectedComponentsNodeFactory::configure) //
            .execute(ConnectedComponentsNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("label", "particles", "connectivity", "islands", "cc3d", "instance");

    /** Called by KNIME. */
    public ConnectedComponentsNodeFactory() {
        super(NODE);
    }

    private static SelectedVoxels selected(final DataTableSpec spec,
        final ConnectedComponentsNodeParameters parameters) throws InvalidSettingsException {
        return SelectedVoxels.of(spec, parameters.m_maskColumn, parameters.m_labels);
    }

    private static RowAppender appender(final SelectedVoxels selected) {
        return new RowAppender(new int[]{selected.column()}, FoundComponents.columns());
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpec(0, appender(selected(spec, in.getParameters())).spec(spec));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ConnectedComponentsNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final SelectedVoxels selected = selected(table.getDataTableSpec(), parameters);
            final RowAppender appender = appender(selected);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final List<DataCell> cells =
                    new FoundComponents(selected.mask(row), parameters).cells(context, part);
                if (((LongValue)cells.get(1)).getLongValue() == 0) {
                    warnings.add(row.getKey().getString() + ": no particle was found, or none that is left.");
                }
                return cells;
            }));
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
