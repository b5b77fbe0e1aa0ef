// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** The workflow of an acquisition does what the paper describes, a hundred thousand times faster. */
@ExtendWith(SmallRuns.Resolver.class)
class AcquisitionWorkflowTest {

    private static List<String> texts(final BufferedDataTable table, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        final List<String> texts = new ArrayList<>();
        for (final DataRow row : table) {
            texts.add(row.getCell(index).toString());
        }
        return texts;
    }

    private static double[] numbers(final BufferedDataTable table, final String column) {
        final int index = table.getDataTableSpec().findColumnIndex(column);
        final double[] numbers = new double[(int)table.size()];
        int i = 0;
        for (final DataRow row : table) {
            numbers[i++] = ((DoubleValue)row.getCell(index)).getDoubleValue();
        }
        return numbers;
    }

    private static void assertScansAreThoseOfThePaper(final BufferedDataTable scans) {
        assertEquals(List.of("T0", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9"), texts(scans, "Step"));
        final List<String> phases = texts(scans, "Phase");
        assertEquals("REST", phases.get(0));
        assertTrue(phases.subList(1, 7).containsAll(List.of("CURRENT", "POTENTIAL")), phases.toString());
        assertEquals("CURRENT", phases.get(1));
        assertEquals("POTENTIAL", phases.get(6));
        assertEquals("discharge", texts(scans, "Protocol step").get(7));
        final double[] rest = numbers(scans, "Rest before [s]");
        for (int scan = 0; scan < 9; scan++) {
            assertEquals(60, rest[scan], 1, "before T" + scan);
        }
        assertEquals(0, rest[9], 1, "T9 follows T8 directly");
        final double[] charge = numbers(scans, "State of charge [%]");
        for (int scan = 1; scan <= 6; scan++) {
            assertTrue(charge[scan] > charge[scan - 1] + 3, "T" + scan + " is more charged");
        }
        assertTrue(charge[6] > charge[7] && charge[7] > charge[8], "the discharge takes charge out");
        assertEquals(charge[8], charge[9], 0.01);
    }

    @Test
    void theProtocolOfThePaperEndsWithScansT0ToT9(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("in-situ-acquisition");
        final OpenWorkflow workflow = run.workflow();
        assertScansAreThoseOfThePaper(WorkflowRun.output(workflow, "Acquisition Control", 0));
        for (final double potential : numbers(WorkflowRun.output(workflow, "Acquisition Control", 1),
            "Potential [V]")) {
            assertTrue(potential > 2.498 && potential < 4.302, potential + " V");
        }
        WorkflowRun.assertNoWarnings(workflow);
        WorkflowRun.assertFilesAreThere(run.results(), ".log", "-scans.csv", "-series.csv", "-curves.png");
    }
}
