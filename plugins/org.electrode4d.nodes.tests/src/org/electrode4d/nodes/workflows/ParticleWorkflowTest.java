// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knime.core.node.BufferedDataTable;

/** The workflows of segmentation and particles, on small phantoms: what they measure is what the phantom is. */
@ExtendWith(SmallRuns.Resolver.class)
class ParticleWorkflowTest {

    private static final double VOXEL = 0.05;

    /** 0.6, -0.4 and 0.3 voxels per scan, and 0.2°. */
    private static void assertDriftIsFound(final OpenWorkflow workflow) {
        final BufferedDataTable drift = WorkflowRun.output(workflow, "Series Alignment", 1);
        assertEquals(2 * 0.6 * VOXEL, WorkflowRun.numbers(drift, "Drift x [µm]").get(2), 0.15 * VOXEL);
        assertEquals(-2 * 0.4 * VOXEL, WorkflowRun.numbers(drift, "Drift y [µm]").get(2), 0.15 * VOXEL);
        assertEquals(2 * 0.3 * VOXEL, WorkflowRun.numbers(drift, "Drift z [µm]").get(2), 0.1 * VOXEL);
        assertEquals(2 * 0.2, WorkflowRun.numbers(drift, "Rotation z [°]").get(2), 0.1);
        // half a per cent more of itself with each scan
        final List<Double> contrast =
            WorkflowRun.numbers(WorkflowRun.output(workflow, "Grey Matching", 1), "Contrast drift [%]");
        assertEquals(1, contrast.get(2), 0.1);
    }

    private static void assertParticlesAreFollowed(final OpenWorkflow workflow) {
        final BufferedDataTable steps = WorkflowRun.output(workflow, "Particle Tracking", 2);
        final List<Double> particles = WorkflowRun.numbers(steps, "Particles");
        final List<Double> strain = WorkflowRun.numbers(steps, "Axial strain [-]");
        assertTrue(particles.get(0) > 30, particles.toString());
        assertTrue(WorkflowRun.numbers(steps, "Linked particles").get(2) >= particles.get(0) - 2);
        assertEquals(0.1, strain.get(1), 0.015);
        assertEquals(0.3, strain.get(2), 0.015);
    }

    @Test
    void particlesAreMeasuredAndFollowed(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("particle-statistics");
        final OpenWorkflow workflow = run.workflow();
        WorkflowRun.assertNoWarnings(workflow);
        assertDriftIsFound(workflow);
        assertParticlesAreFollowed(workflow);
        // blur of one voxel on voxels: 2.355 sqrt(1 + 1/12)
        assertEquals(2.45, WorkflowRun.numbers(WorkflowRun.output(workflow, "Edge Resolution", 0),
            "FWHM erf, mean [voxel]").get(0), 0.3);
        final List<Double> left = WorkflowRun.numbers(WorkflowRun.output(workflow, "Non-Lithiated", 0),
            "Relative non-lithiated volume, total [%]");
        assertTrue(left.get(1) < 95 && left.get(2) < left.get(1) - 15, left.toString());
        final List<Double> expansion =
            WorkflowRun.numbers(WorkflowRun.output(workflow, "Electrode Thickness", 0), "Expansion [%]");
        assertTrue(expansion.get(2) > expansion.get(1) + 5 && expansion.get(1) > 2, expansion.toString());
        final List<Double> medians =
            WorkflowRun.numbers(WorkflowRun.output(workflow, "Size Distribution", 0), "d50 [µm]");
        // grains of 5 to 10 voxels, at most 0.93 of that along one axis and 0.72 to 1 of it along the others
        assertTrue(medians.get(0) > 0.4 && medians.get(0) < 0.8, medians.toString());
        WorkflowRun.assertFilesAreThere(run.results(), "T0-Particles-xz.png", "T2-Phases-xz.png");
    }

    @Test
    void threeWaysToPhasesAreScored(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("threshold-segmentation");
        WorkflowRun.assertNoWarnings(run.workflow());
        for (int way = 0; way < 3; way++) {
            final List<Double> dice =
                WorkflowRun.numbers(WorkflowRun.output(run.workflow(), "Segmentation Scorer", way, 1), "Dice [-]");
            assertEquals(8, dice.size());
            assertTrue(dice.get(0) > 0.98, "pore: " + dice);
            assertTrue(dice.get(1) > 0.4, "binder: " + dice);
            assertTrue(dice.get(2) > 0.7, "graphite: " + dice);
            assertTrue(dice.get(3) > 0.7, "silicon: " + dice);
        }
        WorkflowRun.assertFilesAreThere(run.results(), "T0-stages-Phases-xz.png", "T1-superpixels-Phases-xz.png");
    }
}
