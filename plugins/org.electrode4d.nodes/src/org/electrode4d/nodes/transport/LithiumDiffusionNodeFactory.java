// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanRows;
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

/** Computes how lithium diffuses from the pores into the phases around them. */
public final class LithiumDiffusionNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Lithium Diffusion") //
        .icon("./lithium-diffusion.png") //
        .shortDescription("How lithium diffuses from the pores into the phases around them: maps, curves, uptake.") //
        .fullDescription("""
            <p>Lithium comes from the pores, whose concentration <i>C</i> stays what it is, through their surface into
            the solved phases, such as the compound of SEI, carbon and binder, and diffuses there, as Vorauer et al.,
            Commun. Chem. (2020), Fig. 8, computed for an aged anode:</p>
            <p>ε ∂<i>c</i>/∂<i>t</i> = div(<i>D</i><sub>eff</sub> grad <i>c</i>) in the solved phases, each with its
            porosity ε and <i>D</i><sub>eff</sub> = <i>D</i> ε<sup>1.5</sup> (Bruggeman);<br/>
            flux = <i>k</i> (<i>C</i> - <i>c</i>) through surfaces of source phases, none into all others;
            <i>c</i> = 0 at the start.</p>
            <p>Finite elements on a mesh that conforms to the phases and is fine where they meet, of second order unless
            you choose otherwise; backward differences of second order with steps that adapt to a tolerance. The balance
            of mass is in the report: the uptake is the inflow through the surface.</p>
            <p><b>Times.</b> The defaults are the numbers that the paper prints: <i>D</i> = 3.01e-10 m²/s,
            <i>C</i> = 1 mol/L, <i>k</i> = 0.001 m/s, ε = 0.63985, maps after 2, 10 and 100 s. With them a distance of
            <i>L</i> = 5 µm takes <i>L</i>²/<i>D</i> = 0.083 s, so that a region of 5 x 8 µm² is full within a fraction
            of a second, and all maps look alike (a warning says so). For that region to fill in 10 to 100 s, as the
            paper's figure shows, <i>D</i> would have to be 2.5e-12 to 2.5e-13 m²/s. Nothing is tuned to the figure:
            choose output times or a diffusivity that you can justify.</p>
            <p>A slice is computed as if it went on unchanged across its plane; volumes and amounts are then those of a
            slice 1 µm thick. Maps are NaN (grey in pictures) where nothing is solved. What no source touches stays
            empty, also where voxels meet at corners alone. Meshes with the concentration at their vertices can be
            written as VTK files (.vtu), which ParaView opens.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan, with volumes of phases and, if wanted, of particles.") //
            .addOutputTable("Maps", "One row per scan and output time: the concentration in mol/L on the voxels.") //
            .addOutputTable("Curves", "One row per scan, probe and time step: the concentration in mol/L. <i>Mean</i> "
                + "is that of all solved phases.") //
            .addOutputTable("Uptake", "One row per scan and phase, particle or probe: volume, mean concentration and "
                + "uptake at the end, and the time until the (mean) concentration was 90 % of <i>C</i>; missing where "
                + "it never was.") //
            .addOutputTable("Report", "One row per scan: elements, unknowns, steps, iterations, surface of the "
                + "sources, part of the capacity that is connected with them, and the balance of mass.") //
            .addOutputTable("Pictures", "Paths of the pictures: maps, and curves over time.")) //
        .model(m -> m //
            .parametersClass(LithiumDiffusionNodeParameters.class) //
            .configure(LithiumDiffusionNodeFactory::configure) //
            .execute(LithiumDiffusionNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("diffusion", "lithium", "finite elements", "FEM", "concentration", "SEI", "COMSOL", "mass transfer");

    /** Called by KNIME. */
    public LithiumDiffusionNodeFactory() {
        super(NODE);
    }

    /** The column of phases, and that of particles where they are wanted. */
    private static int[] columns(final DataTableSpec spec, final LithiumDiffusionNodeParameters parameters)
        throws InvalidSettingsException {
        final int phases = Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "volumes");
        return parameters.m_useParticles
            ? new int[]{phases, Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "volumes")}
            : new int[]{phases};
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        columns(in.getInTableSpec(0), in.getParameters());
        final DataTableSpec[] specs = DiffusionTables.specs();
        out.setOutSpecs(specs[0], specs[1], specs[2], specs[3], PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final LithiumDiffusionNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final int[] columns = columns(table.getDataTableSpec(), parameters);
            try (DiffusionSeries series = new DiffusionSeries(parameters, columns, context)) {
                ScanRows.forEach(table, columns, progress, series.warnings(), series::add);
                final List<BufferedDataTable> tables = series.complete(progress);
                for (int i = 0; i < tables.size(); i++) {
                    out.setOutData(i, tables.get(i));
                }
                series.warnings().show(out);
            }
        });
    }
}
