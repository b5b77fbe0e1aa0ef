// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Makes a protocol for cycling a cell, checks it and says in words what it does. */
public final class CyclingProtocolNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Cycling Protocol") //
        .icon("./cycling-protocol.png") //
        .shortDescription("What is to be done to a cell: charge, hold, discharge, rest and scan, within limits.") //
        .fullDescription("""
            <p>The steps that an <i>Acquisition Control</i> leads a cell through. This node switches nothing on: it
            writes the protocol, checks it, and says in words what it does. Read the second output before you start.</p>
            <p><b>In situ cycling with scans</b> is the protocol of H&#228;usler et al. (2026, "Electrochemical charging
            and discharging protocol", supplement Note 3 and Fig. S6). The potential is recorded at open circuit and a
            first scan taken (T0). The cell is charged with C/3 to 4.3 V; whenever 30 minutes have passed, and when the
            potential is reached, it goes on: with a scan, or by holding 4.3 V, where a scan follows when the current
            has fallen to C/10 or after 30 minutes. That is repeated until 6 scans have been taken (T1 to T6). Then the
            cell is discharged with C/6 to 2.5 V, with a scan each 30 minutes, and scanned twice at the end. Before each
            scan it rests at open circuit for 60 s; afterwards the step goes on where it was.</p>
            <p>A current of C/<i>n</i> is the capacity divided by <i>n</i> hours: with 33.3 &#181;Ah, C/3 is
            11.1 &#181;A. Enter the capacity of <i>your</i> cell.</p>
            <p><b>Safety limits</b> hold whatever the steps say. Each reading is checked against them; beyond them the
            output is switched off and the run ends. Instruments that can hold limits themselves are given them too.
            </p>
            <p>The check finds steps that never end or are never reached, missing limits, C-rates without a capacity and
            potentials beyond the limits. Errors stop the node; the rest are warnings. It knows the protocol, not the
            cell: whether 4.3 V is good for your cathode, only you know.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Protocol", "One row: the <i>Protocol</i> in YAML, its <i>Name</i>, the <i>Capacity "
                + "[mAh]</i> of the cell, and what is known of the <i>Cell</i>, one <i>title: value</i> a line.") //
            .addOutputTable("Preview", "The protocol in plain language: one row per <i>Step</i> with <i>What "
                + "happens</i>, steps within a loop indented.")) //
        .model(m -> m //
            .parametersClass(CyclingProtocolNodeParameters.class) //
            .configure(CyclingProtocolNodeFactory::configure) //
            .execute(CyclingProtocolNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Source) //
        .keywords("CC-CV", "C-rate", "charge", "discharge", "potentiostat", "in situ", "operando", "lithiation");

    /** Called by KNIME. */
    public CyclingProtocolNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) {
        out.setOutSpecs(ProtocolColumns.SPEC, ProtocolColumns.PREVIEW);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ProtocolSettings settings = new ProtocolSettings(in.getParameters());
        NodeExecution.run(in.getExecutionContext(), progress -> {
            final Warnings warnings = new Warnings();
            final Protocol protocol = settings.protocol();
            ProtocolFindings.check(protocol, ProtocolFindings.ANY_INSTRUMENT, warnings);
            final ProtocolRows rows = new ProtocolRows(in.getExecutionContext());
            out.setOutData(0, rows.protocol(protocol, settings.metadata()));
            out.setOutData(1, rows.preview(protocol));
            warnings.show(out);
        });
    }
}
