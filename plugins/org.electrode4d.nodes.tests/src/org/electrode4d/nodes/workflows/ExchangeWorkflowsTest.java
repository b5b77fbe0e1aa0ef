// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.nodes.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knime.core.node.BufferedDataTable;

/** The workflows that read files, of their own or of their data area: what is read is what was meant. */
@ExtendWith(SmallRuns.Resolver.class)
class ExchangeWorkflowsTest {

    @Test
    void theCellWithABadContactIsFound(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("pre-test-cells");
        final BufferedDataTable cells = WorkflowRun.output(run.workflow(), "Pre-test Report", 0);
        for (int cell = 0; cell < 5; cell++) {
            assertEquals(cell < 4 ? "consistent" : "deviating", NodeTester.cell(cells, cell, "Verdict").toString());
        }
        assertEquals(9000, WorkflowRun.numbers(cells, "Initial resistance [Ω]").get(4), 1e-6);
        assertEquals("consistent",
            NodeTester.cell(WorkflowRun.output(run.workflow(), "Pre-test Report", 1), 0, "Verdict").toString());
        WorkflowRun.assertNoWarnings(run.workflow());
    }

    @Test
    void strokesInOneScanSegmentTheNext(final SmallRuns runs) throws Exception {
        final OpenWorkflow workflow = runs.of("painted-labels").workflow();
        final List<Double> dice =
            WorkflowRun.numbers(WorkflowRun.output(workflow, "Segmentation Scorer", 1), "Dice [-]");
        // five phases of T0, then those of T1: pore, binder, graphite, silicon, copper
        final double[] least = {0.97, 0.5, 0.65, 0.85, 0.97};
        for (int i = 0; i < 10; i++) {
            assertTrue(dice.get(i) > least[i % 5], dice.toString());
        }
    }

    @Test
    void aFieldThatWentThroughAFileIsTheTrueOne(final SmallRuns runs) throws Exception {
        final OpenWorkflow workflow = runs.of("particle-dvc").workflow();
        assertEquals(40, WorkflowRun.numbers(WorkflowRun.output(workflow, "Global Registration", 0),
            "Rotation z [°]").get(0), 0.1);
        final BufferedDataTable comparison = WorkflowRun.output(workflow, "Field Comparison", 0);
        assertTrue(WorkflowRun.numbers(comparison, "Median |d|").get(0) < 0.2,
            NodeTester.row(comparison, 0).toString());
        final BufferedDataTable particles = WorkflowRun.output(workflow, "Discrete Correlation", 1);
        final List<Double> turns = WorkflowRun.numbers(particles, "Status code", 2, "Rotation z [°]");
        assertTrue(turns.size() > 30, turns.size() + " particles were followed");
        // a ball looks alike from all sides: it turns with what is within the margin around it
        assertEquals(40, turns.stream().sorted().toList().get(turns.size() / 2), 1);
    }

    @Test
    void twoScansTellWhatOneDoesNot(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("two-scan-morphology");
        final List<Double> dice =
            WorkflowRun.numbers(WorkflowRun.output(run.workflow(), "Segmentation Scorer", 1), "Dice [-]");
        assertTrue(dice.get(0) > 0.99 && dice.get(1) > 0.85 && dice.get(2) > 0.8 && dice.get(3) > 0.85,
            "pore, binder, graphite, silicon: " + dice);
        WorkflowRun.assertNoWarnings(run.workflow());
        WorkflowRun.assertFilesAreThere(run.results(), "line-profile-profiles.png", "T0-Distance-xz.png",
            "T1-Particles-xz.png");
    }
}
