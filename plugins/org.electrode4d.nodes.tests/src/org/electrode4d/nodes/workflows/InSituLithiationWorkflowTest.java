// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;

import org.electrode4d.nodes.NodeTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/**
 * The whole experiment at a size at which a particle has some ten voxels and the optics blur by two: what is measured
 * is near to what is true, though not as near as at the size of the demonstration.
 */
@ExtendWith(SmallRuns.Resolver.class)
class InSituLithiationWorkflowTest {

    /** Compares the rows of a quantity, of a component and a region where these are not empty. */
    private static int assertNear(final BufferedDataTable comparison, final String quantity, final String component,
        final double tolerance) {
        int rows = 0;
        for (int row = 0; row < comparison.size(); row++) {
            if (NodeTester.cell(comparison, row, "Quantity").toString().equals(quantity) && (component.isEmpty()
                || NodeTester.cell(comparison, row, "Component").toString().equals(component))) {
                assertEquals(0, ((DoubleValue)NodeTester.cell(comparison, row, "Difference")).getDoubleValue(),
                    tolerance, NodeTester.row(comparison, row).toString());
                rows++;
            }
        }
        return rows;
    }

    @Test
    void measuredIsNearToTrue(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("in-situ-lithiation");
        final BufferedDataTable comparison = WorkflowRun.output(run.workflow(), "Expected Values", 0);
        assertEquals(6, assertNear(comparison, "Thickness, mean", "", 0.6), "µm");
        assertEquals(15, assertNear(comparison, "Mean", "Volumetric strain", 7), "percentage points");
        assertEquals(5, assertNear(comparison, "Relative non-lithiated volume, total", "", 11), "percentage points");
    }

    @Test
    void resultsAreThere(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("in-situ-lithiation");
        WorkflowRun.assertFilesAreThere(run.results(), "thickness-mean.png", "non-lithiated.png",
            "strain-volumetric.png", "modes-classes.png", "tracks-trajectories.png", "report.html");
        assertTrue(report(run).contains("Volumetric strain"));
    }

    private static String report(final SmallRuns.Run run) throws IOException {
        return Files.readString(run.results().resolve("report.html"));
    }
}
