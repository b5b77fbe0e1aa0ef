// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.acquisition.AcquisitionControlNodeFactory;
import org.electrode4d.nodes.acquisition.CyclingProtocolNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code in-situ-acquisition}: the protocol of the paper against a simulated instrument. */
final class AcquisitionWorkflow {

    private AcquisitionWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("in-situ-acquisition", AcquisitionWorkflow::build)
            .describe("""
                A cell is cycled and scanned by the protocol of Häusler et al. (2026), against a simulated \
                instrument.

                The Cycling Protocol says what is to be done: charge with C/3 to 4.3 V, hold, scan at least each half \
                hour until six scans are taken, discharge with C/6 to 2.5 V with scans on the way, and two scans at \
                the end. The Acquisition Control does it with a simulated cell, and ends with the table of the scans \
                T0 to T9, every sample, and every transition with its reason. Log, tables and curves are written into \
                a folder.

                Workflow variables: speed (times real time; with 1000 the seven hours take 24 s), capacity (of the \
                cell in mAh), output (folder of all files). For a real cell choose the instrument in the Acquisition \
                Control, and read docs/acquisition.md first.""")
            .expect("""
                Ten scans: T0 before the charge, T1 to T6 while it goes on (17, 33, 55, 67, 77 and 86 % state of \
                charge), T7 and T8 in the discharge (77 and 72 %), and T9 directly after T8 at the same state. The \
                cell rests for 60 s before each of them but T9, and its potential stays between 2.5 and 4.3 V.""")
            .tags("in situ", "cycling", "potentiostat")
            .small(new FlowVariable("speed", 1e5));
    }

    private static WorkflowBuilder build() {
        final WorkflowBuilder workflow = new WorkflowBuilder();
        workflow.variable(new FlowVariable("speed", 1000.0));
        workflow.variable(new FlowVariable("capacity", 0.0333));
        workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        final NodeBuilder protocol = workflow.node(CyclingProtocolNodeFactory.class, 100, 240)
            .bind("capacity", "capacity").label("Charge, hold and discharge,\nwith scans on the way");
        final NodeBuilder control = workflow.node(AcquisitionControlNodeFactory.class, 420, 240)
            .set("folder", ShippedWorkflows.RESULTS).set("createFolders", true).set("unfinished", "NEW_RUN")
            .bind("speed", "speed").bind("folder", "output").label("Simulated cell, instrument\nand scans");
        workflow.chain(protocol, control);
        annotate(workflow);
        return workflow;
    }

    private static void annotate(final WorkflowBuilder workflow) {
        ShippedWorkflows.note(workflow, "1. What is to be done",
            "The protocol of the paper. Enter the capacity of your cell, and read "
            + "the second output, which says in words what will happen.", new Bounds(20, 60, 280, 120),
            ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Do it",
            "With the simulated instrument, <em>speed</em> times faster than real time. For a "
            + "real cell choose the instrument, its port and how the beam line is asked for scans.",
            new Bounds(320, 60, 300, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "3. What comes out",
            "<em>Scans</em>: T0 to T9 with time, potential, charge and state of charge "
            + "in the middle of each scan; put your volumes beside it. <em>Series</em>: every sample. "
            + "<em>Transitions</em>: what was done when, and why. Log, tables and curves are in the folder "
            + "<em>output</em>.", new Bounds(640, 60, 320, 160), ShippedWorkflows.BLUE);
        ShippedWorkflows.note(workflow, "Before a real cell",
            "<em>If the last run is unfinished</em> is set to start a new run, which "
            + "suits a simulation. Set it to <em>Stop and tell me</em> for a cell that matters.",
            new Bounds(320, 380, 300, 120), ShippedWorkflows.BLUE);
    }
}
