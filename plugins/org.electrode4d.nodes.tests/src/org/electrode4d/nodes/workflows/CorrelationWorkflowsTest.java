// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.electrode4d.nodes.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** The workflows that correlate two scans: they measure what is true, and read the scans of their user. */
@ExtendWith(SmallRuns.Resolver.class)
class CorrelationWorkflowsTest {

    private static void assertFilesAreThere(final SmallRuns.Run run) throws IOException {
        WorkflowRun.assertFilesAreThere(run.results(), ".tsv", ".csv", ".vti", "residual.tif", ".png");
    }

    @Test
    void thePhantomWorkflowMeasuresWhatIsTrue(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("dvc-phantom");
        final BufferedDataTable comparison = WorkflowRun.output(run.workflow(), "Field Comparison", 0);
        assertEquals("Displacement error length", NodeTester.cell(comparison, 0, "Quantity").toString());
        assertTrue(((DoubleValue)NodeTester.cell(comparison, 0, "Mean measured")).getDoubleValue() < 0.02,
            NodeTester.row(comparison, 0).toString());
        WorkflowRun.assertNoWarnings(run.workflow());
        assertFilesAreThere(run);
    }

    @Test
    void theTwoScansWorkflowReadsWhatItsVariablesName(final SmallRuns runs) throws Exception {
        assertFilesAreThere(runs.of("dvc-two-scans"));
    }
}
