// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The workflow of lithium on a small micrograph and a small electrode: it gets in, and what went in is there. */
@ExtendWith(SmallRuns.Resolver.class)
class LithiumDiffusionWorkflowTest {

    private static double timeToFill(final OpenWorkflow workflow, final int diffusion) {
        return WorkflowRun.numbers(WorkflowRun.output(workflow, "Lithium Diffusion", diffusion, 2),
            "Time to 90 % [s]").get(0);
    }

    @Test
    void lithiumGetsIn(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("lithium-diffusion");
        final OpenWorkflow workflow = run.workflow();
        for (final int diffusion : new int[]{0, 1}) {
            final List<Double> balance = WorkflowRun.numbers(
                WorkflowRun.output(workflow, "Lithium Diffusion", diffusion, 3), "Balance error [-]");
            assertEquals(0, balance.get(0), 1e-6);
        }
        final double published = timeToFill(workflow, 0);
        final double slow = timeToFill(workflow, 1);
        assertTrue(published < 0.1, "full in milliseconds, not in " + published + " s");
        // the diffusivities differ by 6,020; where the surface hinders, the time grows less
        assertTrue(slow / published > 500 && slow / published < 6_020, slow + " s, " + published + " s");
        // at three times the current the distribution is three times as wide
        final List<Double> widths =
            WorkflowRun.numbers(WorkflowRun.output(workflow, "Particle Lithiation", 0), "50 % interval [%]");
        assertEquals(3, widths.get(1) / widths.get(0), 0.1);
        WorkflowRun.assertFilesAreThere(run.results(), "mesh-100 cycles.png", "slow-100 cycles-curves.png",
            "published-100 cycles-curves.png");
    }
}
