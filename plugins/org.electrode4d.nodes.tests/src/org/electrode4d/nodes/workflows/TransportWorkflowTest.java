// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.nodes.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** The workflow of ageing, on a small phantom: it closes pores as the phantom says. */
@ExtendWith(SmallRuns.Resolver.class)
class TransportWorkflowTest {

    private static List<Double> numbers(final OpenWorkflow workflow, final String node, final int port,
        final String column) {
        return WorkflowRun.numbers(WorkflowRun.output(workflow, node, port), column);
    }

    private static void assertAscends(final List<Double> numbers) {
        for (int i = 1; i < numbers.size(); i++) {
            assertTrue(numbers.get(i) > numbers.get(i - 1), numbers.toString());
        }
    }

    /** Of a quantity of the comparison, in its order. */
    private static List<Double> compared(final BufferedDataTable comparison, final String quantity,
        final String column) {
        final List<Double> numbers = new ArrayList<>();
        for (int row = 0; row < comparison.size(); row++) {
            if (NodeTester.cell(comparison, row, "Quantity").toString().equals(quantity)) {
                numbers.add(((DoubleValue)NodeTester.cell(comparison, row, column)).getDoubleValue());
            }
        }
        return numbers;
    }

    private static void assertDescends(final List<Double> numbers) {
        final List<Double> turned = new ArrayList<>(numbers);
        Collections.reverse(turned);
        assertAscends(turned);
    }

    @Test
    void ageingClosesPores(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("ageing-transport");
        final List<Double> factors = numbers(run.workflow(), "Tortuosity Factor", 0, "Tortuosity factor [-]");
        assertTrue(factors.get(0) > 2 && factors.get(0) < 10, factors.toString());
        assertAscends(factors);
        // by fast marching and by 26 neighbours in turns
        final List<Double> paths = numbers(run.workflow(), "Geometric Tortuosity", 2, "Shortest path through [µm]");
        assertAscends(List.of(paths.get(1), paths.get(3), paths.get(5)));
        assertAsInThePaper(WorkflowRun.output(run.workflow(), "Expected Values", 0));
        WorkflowRun.assertFilesAreThere(run.results(), "tortuosity-mean.png", "tortuosity-connections.png",
            "distances.png", "phases-changes.png", "300 cycles-Tortuosity-xz.png");
    }

    /** Pores and interphase after 3 and 300 cycles; at 8, 16 and 24 µm each the pristine anode and these two. */
    private static void assertAsInThePaper(final BufferedDataTable comparison) {
        final List<Double> changes = compared(comparison, "Volume, change", "Measured");
        final List<Double> published = compared(comparison, "Volume, change", "Published");
        for (int i = 0; i < changes.size(); i++) {
            assertEquals(published.get(i), changes.get(i), i % 2 == 0 ? 0.5 : 5, changes.toString());
        }
        assertDescends(compared(comparison, "Surface, change", "Measured"));
        final List<Double> tortuosity = compared(comparison, "Mean tortuosity, 26 neighbours", "Measured");
        compared(comparison, "Mean tortuosity, 26 neighbours", "Difference")
            .forEach(difference -> assertEquals(0, difference, 1e-9, "shortest paths are Dijkstra's"));
        final List<Double> connections = compared(comparison, "Connections", "Measured");
        assertEquals(compared(comparison, "Connections", "True"), connections);
        for (int depth = 0; depth < tortuosity.size(); depth += 3) {
            assertAscends(tortuosity.subList(depth, depth + 3));
            assertDescends(connections.subList(depth, depth + 3));
        }
        assertAscends(List.of(tortuosity.get(2), tortuosity.get(5), tortuosity.get(8)));
        assertDescends(List.of(connections.get(2), connections.get(5), connections.get(8)));
        final List<Double> distances = compared(comparison, "Mean", "Measured");
        assertTrue(distances.get(2) > 1.1 * distances.get(0), distances.toString());
        compared(comparison, "Mean", "Difference [%]").forEach(difference -> assertEquals(0, difference, 6));
        compared(comparison, "Surface, change", "Difference").forEach(difference -> assertEquals(0, difference, 1));
    }
}
