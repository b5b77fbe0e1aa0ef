// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.phantom.twin.DigitalTwin;
import org.electrode4d.phantom.twin.TwinSettings;
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

/** Renders the experiment of a paper with all its truths. */
public final class DigitalTwinNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Digital Twin") //
        .icon("./digital-twin.png") //
        .shortDescription("Scans a computed silicon electrode while it is charged: all that happens in it is known.") //
        .fullDescription("""
            <p>The experiment of H&#228;usler et al., EES Batteries (2026): a silicon electrode between copper collector
            and fibrous separator is scanned at T0 to T9 while the cell is charged and discharged. Here the electrode
            is computed. It swells as published, from 20.7 µm at T0 to 30.0 µm at T6, more at the separator (50 %) than
            at the collector (34 %), and keeps 32 % at T8; its particles take up lithium in their own ways, as a shell
            about a core, along branching networks, from a crack, or not at all; a gas bubble comes and goes. The
            tomograph blurs to 307 nm, with fringes, noise, rings, grey values and a stage that drift. T9 is T8
            scanned once more.</p>
            <p>Every number that the paper gives, and many that it does not, is known exactly. Send the <i>Series</i>
            through a workflow and its results through <i>Expected Values</i>: what a workflow finds here is what it
            would find in an experiment like this.</p>
            <p>Connect the scans of an <i>Acquisition Control</i>, and the twin is scanned when they were: at the
            published state of the same <i>Step</i>, or at the state that belongs to the measured state of charge.</p>
            <p>The collector is at small <i>z</i> and stays in place; the separator moves to larger <i>z</i>. The border
            of the two regions is at 3/8 of the thickness from the collector: set <i>Share of the collector side</i> of
            the <i>Strain Statistics</i> to 0.375. Nothing is made from another image by interpolation. A cube of 96
            voxels takes some seconds, one of 512 some minutes; memory does not grow with it.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputPort("Scans", "Optional: one row per scan with <i>Step</i>, and if known <i>Time [h]</i>, "
                + "<i>Potential [V]</i> and <i>State of charge [%]</i>, as from the <i>Acquisition Control</i>.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Series", "One row per scan with its <i>Volume</i> (16 bit), and the <i>True phases</i>, "
                + "<i>True particles</i> and <i>True regions</i> (1 at the collector, 2 at the separator) that are "
                + "stored.") //
            .addOutputTable("Expected", "One row per number that a workflow should find, for <i>Expected Values</i>: "
                + "quantity, step and region spelt as the measuring nodes do, the published and the true value, the "
                + "tolerance, and where it is in the paper.") //
            .addOutputTable("True particles", "One row per particle and scan: class, equivalent diameter at T0, "
                + "volumes of what is not lithiated, lithiated and crack, and the centre of mass of what is not "
                + "lithiated, as scanned and as in scans that were aligned.") //
            .addOutputTable("True fields", "One row per pair, consecutive ones and T0 with each later scan: the "
                + "<i>True field</i> of the scans, and the <i>True aligned field</i> of scans from which the motion of "
                + "the stage was taken out; exact at every node of a grid.")) //
        .model(m -> m //
            .parametersClass(DigitalTwinNodeParameters.class) //
            .configure(DigitalTwinNodeFactory::configure) //
            .execute(DigitalTwinNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("phantom", "simulation", "ground truth", "silicon", "lithiation", "time series", "in situ");

    /** Called by KNIME. */
    public DigitalTwinNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final DigitalTwinNodeParameters parameters = in.getParameters();
        if (in.getInTableSpec(0) != null) {
            TwinScans.check(in.getInTableSpec(0), parameters.m_stateSource);
        }
        out.setOutSpecs(TwinSeries.spec(), ExpectedRow.spec(), TwinTables.particlesSpec(), TwinTables.fieldsSpec());
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final DigitalTwinNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        NodeExecution.run(context, progress -> {
            final TwinScans scans = in.getInTable(0) == null ? TwinScans.of(parameters.chosenStates())
                : TwinScans.read(in.getInTable(0), parameters.m_stateSource);
            if (scans.states().isEmpty()) {
                throw NodeFailure.of("The table of scans has no scan that can be shown."
                    + (scans.skipped() == null ? "" : " " + scans.skipped()), "Connect a table with scans, or none.");
            }
            final TwinSettings settings = parameters.settings(scans.states());
            progress.report(0, "Placing particles");
            final DigitalTwin twin = DigitalTwin.of(settings, progress.part(0, 0.05));
            out.setOutData(0, new TwinSeries(twin, scans, parameters).render(context, progress.part(0.05, 0.7)));
            final TwinTables tables = new TwinTables(TwinTruths.of(twin, progress.part(0.7, 0.95)), context);
            out.setOutData(1, tables.expected());
            out.setOutData(2, tables.particles());
            out.setOutData(3, tables.fields(parameters.grid(settings), progress.part(0.95, 1)));
            final Warnings warnings = new Warnings();
            warnings.add(scans.skipped());
            warnings.show(out);
        });
    }
}
