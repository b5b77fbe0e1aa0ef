// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.nio.file.Files;

import org.electrode4d.embedded.execution.NodeBuilder;
import org.electrode4d.embedded.execution.WorkflowBuilder;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.nodes.acquisition.CyclingLogReaderNodeFactory;
import org.electrode4d.nodes.acquisition.PreTestReportNodeFactory;
import org.knime.core.node.workflow.FlowVariable;

/** Builds {@code pre-test-cells}: whether five cells that were built alike behave alike. */
final class PreTestWorkflow {

    private static final String LOGS = "knime://knime.workflow/data/logs";

    private PreTestWorkflow() {
    }

    static ShippedWorkflow shipped() {
        return ShippedWorkflow.of("pre-test-cells", PreTestWorkflow::build)
            .describe("""
                Do cells that were built alike behave alike? The laboratory test before beam time.

                The logs of five cells are read, whatever cycler wrote them, into one table of samples. The report \
                measures every cell (initial resistance, time to the cut-off, tail at constant potential, capacities, \
                rest, charge curve), compares it with the median of all, and says whether enough of them are \
                consistent: four of five, as in the supplement of Häusler et al. (2026). The five logs in the folder \
                data/logs of the workflow are computed from a model of a cell; one of them has a bad contact.

                Workflow variables: logs (folder of the logs, one file per cell), output (folder of the pictures). \
                Runs in seconds. For cells of your own put their logs into a folder and set the variable logs.""")
            .expect("""
                Four of the five cells are consistent, so the way they are built is good enough. Cell 5 deviates: its \
                initial resistance is 9000 Ω, while the median of the cells is 2020 Ω; it gets less charge at constant \
                current and the more at constant potential.""")
            .tags("cycling", "pre-test", "cells", "potentiostat")
            .data(folder -> PreTestLogs.write(Files.createDirectories(folder.resolve("logs"))));
    }

    private static WorkflowBuilder build() {
        final WorkflowBuilder workflow = new WorkflowBuilder();
        workflow.variable(new FlowVariable("logs", LOGS));
        workflow.variable(new FlowVariable("output", ShippedWorkflows.RESULTS));
        final NodeBuilder logs = workflow.node(CyclingLogReaderNodeFactory.class, 120, 240)
            .set("location", "FOLDER").set("folder", LOGS).bind("folder", "logs").label("Five cells, a log each");
        final NodeBuilder report = ShippedWorkflows.files(workflow.node(PreTestReportNodeFactory.class, 420, 240))
            .label("Figures of every cell,\nverdict, pictures");
        workflow.chain(logs, report);
        ShippedWorkflows.note(workflow, "1. Logs",
            "Maccor, BioLogic, Neware, OrigaFlex or any table in a text file: set the workflow variable <em>logs</em> "
            + "to the folder of your own.", new Bounds(20, 60, 280, 120), ShippedWorkflows.RED);
        ShippedWorkflows.note(workflow, "2. Alike or not",
            "First output: every cell with its verdict and the reasons. Second: whether enough cells are consistent. "
            + "Potential over time and over charge are drawn.", new Bounds(320, 60, 320, 120), ShippedWorkflows.BLUE);
        return workflow;
    }
}
