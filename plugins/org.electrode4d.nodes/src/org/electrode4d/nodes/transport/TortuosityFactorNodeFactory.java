// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.Columns;
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

/** Solves for the steady flux through a phase. */
public final class TortuosityFactorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Tortuosity Factor") //
        .icon("./tortuosity-factor.png") //
        .shortDescription("Effective diffusivity, tortuosity factor and MacMullin number of a phase.") //
        .fullDescription("""
            <p>How much slower lithium ions diffuse through the pores of an electrode than through free electrolyte. The
            node holds the concentration 1 at one end of the scan and 0 at the other, solves ∇ · (<i>D</i> ∇<i>c</i>) =
            0 on all voxels of the conducting phases, and takes the effective diffusivity from the flux <i>Q</i> through
            the section <i>A</i> over the length <i>L</i>:</p>
            <p><i>D</i><sub>eff</sub> = <i>Q L</i> / (<i>A</i> Δ<i>c</i>), τ = ε <i>D</i> / <i>D</i><sub>eff</sub>,
            <i>N</i><sub>M</sub> = <i>D</i> / <i>D</i><sub>eff</sub></p>
            <p>The <b>tortuosity factor</b> τ is 1 for straight channels. It holds detours and constrictions, and so is
            larger than the length of the shortest path: of a winding channel of constant section it is the
            <i>square</i> of the ratio of lengths. With several conducting phases ε <i>D</i> becomes the mean of
            <i>D</i> over the volume, and <i>D</i> of the MacMullin number is the reference.</p>
            <p>ε is the volume fraction of the whole phase (as in TauFactor). What does not connect both ends, voxel
            face to voxel face, carries nothing; with the fraction that does, the tortuosity factor is smaller (as in
            PoreSpy) and has a column of its own. <i>D</i><sub>eff</sub> is the same for both, and what to compare. If
            nothing percolates, it is 0, the tortuosity factor infinite, and the node warns.</p>
            <p>Between two voxels conducts the harmonic mean of their diffusivities, which is exact for layers; voxels
            may be longer along one axis. The solver (multigrid, conjugate gradients) stops when the fluxes through all
            planes across the axis are equal to one part in a million; the second table shows them. It takes about 30
            bytes per voxel in memory and says so before it begins if there is not enough.</p>
            <p>A scan is one sample: repeat it along all axes and on parts of it before you trust a number. The third
            table holds porosity, tortuosity factor and Bruggeman coefficient <i>b</i> for PyBaMM,
            <i>D</i><sub>eff</sub> / <i>D</i> = ε / τ = ε<sup><i>b</i></sup>. A JSON file of them per scan is loaded by
            <tt>values.update(json.load(open(file)), check_already_exists=False)</tt>.</p>
            <p>After Cooper et al., SoftwareX 5, 203 (2016); bounds after Wiener (1912) and Hashin and Shtrikman, J.
            Appl. Phys. 33, 3125 (1962).</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Series", "One row per scan with a volume of phases, or a mask.") //
            .addOutputTable("Scans", "The input with fractions, effective diffusivity, tortuosity factors, MacMullin "
                + "number, bounds, spread of the flux and iterations; and the concentration, if wanted.") //
            .addOutputTable("Layers", "One row per scan and layer of voxels along the axis: position, percolating "
                + "fraction, mean concentration, and the fluxes before and behind it, given as the effective "
                + "diffusivity that each alone would tell.") //
            .addOutputTable("PyBaMM", "One row per scan, and one per slice of it: porosity, tortuosity factor and "
                + "Bruggeman coefficient, called as PyBaMM calls them.") //
            .addOutputTable("Pictures", "The path of a picture of concentration, percolating fraction and flux along "
                + "the axis. Empty without a picture folder.")) //
        .model(m -> m //
            .parametersClass(TortuosityFactorNodeParameters.class) //
            .configure(TortuosityFactorNodeFactory::configure) //
            .execute(TortuosityFactorNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("tortuosity", "effective diffusivity", "MacMullin", "Bruggeman", "TauFactor", "PoreSpy", "PyBaMM",
            "percolation", "porosity");

    /** Called by KNIME. */
    public TortuosityFactorNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final TortuosityFactorNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_phaseColumn, VolumeValue.class, "phases (volumes)");
    }

    private static RowAppender appender(final int column, final TortuosityFactorNodeParameters parameters) {
        return new RowAppender(new int[]{column}, FluxTables.scanColumns(parameters.m_concentration));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final TortuosityFactorNodeParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(appender(column(spec, parameters), parameters).spec(spec), FluxTables.planesSpec(),
            FluxTables.parametersSpec(parameters.m_region), PictureTable.spec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final TortuosityFactorNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        NodeExecution.run(context, progress -> {
            final DataTableSpec spec = table.getDataTableSpec();
            final int column = column(spec, parameters);
            final RowAppender appender = appender(column, parameters);
            final Warnings warnings = new Warnings();
            final FluxScans flux = new FluxScans(parameters, warnings);
            out.setOutData(0, appender.append(table, context, progress,
                (row, part) -> flux.solve(spec, row, column, context, part)));
            final List<FluxScan> scans = flux.scans();
            out.setOutData(1, FluxTables.planes(scans, context));
            out.setOutData(2, FluxTables.parameters(scans, parameters.m_region, context));
            final List<PictureTable.Drawing> drawings = scans.isEmpty() ? List.of()
                : List.of(new PictureTable.Drawing("Concentration, percolating fraction and flux along the axis", "",
                    new FluxPlot(scans, parameters.m_axis)::render));
            out.setOutData(3, PictureTable.write(drawings, parameters.m_pictures, context, progress));
            ParameterFiles.write(scans, parameters, warnings);
            warnings.add(appender.warning());
            warnings.show(out);
        });
    }
}
