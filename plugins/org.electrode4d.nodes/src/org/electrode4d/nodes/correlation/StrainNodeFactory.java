// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;

import org.electrode4d.correlation.Strain;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.correlation.StrainSettings;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.nodes.table.RowAppender;
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

/** Takes strain from deformation fields. */
public final class StrainNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Strain") //
        .icon("./strain.png") //
        .shortDescription("Takes strain from deformation fields.") //
        .fullDescription("""
            <p>Strain tells how the material changed its size and shape, without its movement as a whole. It comes from
            the deformation gradient <b>F</b> = <b>I</b> + ∂<i>u</i>/∂<i>X</i>, the slope of the measured displacements
            <i>u</i> over the position <i>X</i> in the reference, split into a rotation <b>R</b> and a stretch
            <b>U</b>: <b>F</b> = <b>R</b> <b>U</b>.</p>
            <ul>
            <li><b>Volumetric strain</b> det <b>F</b> - 1: the change of volume. 0.3 means that the material occupies
            30 % more.</li>
            <li><b>Deviatoric strain</b> ‖<b>U</b> det(<b>F</b>)<sup>-1/3</sup> - <b>I</b>‖: the change of shape.</li>
            <li><b>Biot strain</b> <b>U</b> - <b>I</b>: the change of length along x, y, z (xx, yy, zz) and of angles
            (xy, xz, yz). zz is growth across the electrode if z runs across it.</li>
            </ul>
            <p>All strains are absolute (0.01 is 1 %), growth is positive. For growth since the first scan, correlate
            all scans to the first. The procedure follows Häusler et al., EES Batteries (2026); the least squares slope
            is that of Geers, De Borst and Brekelmans (1996).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Fields", "A table with a column of deformation fields.") //
            .addOutputTable("Strain maps", "The input with a map of every strain component (a volume of one voxel per "
                + "node), its mean and its standard deviation over all nodes.") //
            .addOutputTable("Strain", "One row per node (or brick of nodes): position in µm and strain.")) //
        .model(m -> m //
            .parametersClass(StrainNodeParameters.class) //
            .configure(StrainNodeFactory::configure) //
            .execute(StrainNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("DVC", "deformation gradient", "swelling", "volumetric", "deviatoric", "Green-Lagrange", "Biot");

    /** Called by KNIME. */
    public StrainNodeFactory() {
        super(NODE);
    }

    private static RowAppender appender(final PairCells cells, final StrainNodeParameters parameters) {
        return new RowAppender(cells.needed(), StrainColumns.specs(parameters.m_measure.components));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final StrainNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        final PairCells cells = PairCells.fieldOnly(spec, parameters.m_fieldColumn);
        out.setOutSpecs(appender(cells, parameters).spec(spec), StrainTable.spec(parameters.m_measure.components));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final StrainNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final StrainSettings settings = parameters.settings();
            final List<StrainComponent> components = parameters.m_measure.components;
            final PairCells cells = PairCells.fieldOnly(table.getDataTableSpec(), parameters.m_fieldColumn);
            final RowAppender appender = appender(cells, parameters);
            final StrainTable points = new StrainTable(context, components);
            final Warnings warnings = new Warnings();
            out.setOutData(0, appender.append(table, context, progress, (row, part) -> {
                final StrainField strain = Strain.of(cells.field(row), settings, part);
                final PairLabel pair = PairLabel.of(table.getDataTableSpec(), row);
                points.add(pair, strain, part);
                warnings.add(StrainColumns.warning(pair, strain));
                return StrainColumns.cells(new PairStrain(pair, strain), components, context, part);
            }));
            out.setOutData(1, points.close());
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
