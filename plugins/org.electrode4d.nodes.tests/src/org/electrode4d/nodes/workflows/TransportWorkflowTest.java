// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.workflow.FlowVariable;

/** The workflow of ageing, on a small phantom: it closes pores as the phantom says. */
class TransportWorkflowTest {

    @TempDir
    Path temporary;

    private OpenWorkflow open(final String name) throws Exception {
        final OpenWorkflow workflow = OpenWorkflow.load(WorkflowRun.shipped().resolve(name));
        workflow.setVariable(new FlowVariable("output", temporary.resolve("results").toString()));
        return workflow;
    }

    private static List<Double> numbers(final OpenWorkflow workflow, final String node, final int port,
        final String column) {
        return WorkflowRun.numbers(WorkflowRun.output(workflow, node, port), column);
    }

    private static void assertAscends(final List<Double> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            assertTrue(numbers.get(i) > numbers.get(i - 1), numbers.toString());
        }
    }

    @Test
    void ageingClosesPores() throws Exception {
        try (OpenWorkflow workflow = open("transport-ageing")) {
            workflow.setVariable(new FlowVariable("size", 60));
            workflow.setVariable(new FlowVariable("depth", 32));
            workflow.setVariable(new FlowVariable("cycles", "0, 3, 100"));
            WorkflowRun.run(workflow);
            // four phases per scan, the pore first; Vorauer: -37.2 and -58.8 %
            final List<Double> change = numbers(workflow, "Phase Table", 0, "Volume, change [%]");
            assertEquals(-37.2, change.get(4), 1.5);
            assertEquals(-58.8, change.get(8), 1.5);
            final List<Double> factors = numbers(workflow, "Tortuosity Factor", 0, "Tortuosity factor [-]");
            assertTrue(factors.get(0) > 2 && factors.get(0) < 8, factors.toString());
            assertAscends(factors);
            assertAscends(numbers(workflow, "Geometric Tortuosity", 2, "Shortest path through [µm]"));
            // from pore to silicon and back, in turns
            final List<Double> distances = numbers(workflow, "Phase Distances", 1, "Mean [µm]");
            assertAscends(List.of(distances.get(0), distances.get(2), distances.get(4)));
            assertAscends(List.of(distances.get(1), distances.get(3), distances.get(5)));
        }
        WorkflowRun.assertFilesAreThere(temporary.resolve("results"), "tortuosity-mean.png",
            "tortuosity-connections.png", "distances.png", "phases-changes.png", "100 cycles-Tortuosity-xz.png");
    }
}
