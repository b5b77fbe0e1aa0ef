// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.TreeMap;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.correlation.StrainStatisticsNodeFactory;
import org.electrode4d.nodes.table.PairLabel;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;

/** The workflow of a time series, on a small one: what it measures is what the phantom did. */
@ExtendWith(SmallRuns.Resolver.class)
class TimeSeriesWorkflowTest {

    /** Mean volumetric strain by pair and region. */
    private static TreeMap<String, Double> strains(final BufferedDataTable statistics) {
        final DataTableSpec spec = statistics.getDataTableSpec();
        final TreeMap<String, Double> strains = new TreeMap<>();
        for (final DataRow row : statistics) {
            if (row.getCell(spec.findColumnIndex("Component")).toString().equals("Volumetric strain")) {
                strains.put(PairLabel.of(spec, row) + ", " + row.getCell(spec.findColumnIndex("Region")),
                    ((DoubleValue)row.getCell(spec.findColumnIndex("Mean"))).getDoubleValue());
            }
        }
        return strains;
    }

    private static void assertStrainsAreTrue(final OpenWorkflow workflow) throws Exception {
        final TreeMap<String, Double> measured = strains(WorkflowRun.output(workflow, "Strain Statistics", 0));
        final TreeMap<String, Double> truth;
        try (NodeTester tester = NodeTester.open()) {
            truth = strains(tester.node(new StrainStatisticsNodeFactory()).set("fieldColumn", "True field")
                .set("method", "CORRELATION").set("collector", "LAST_SLICE").set("labelUse", "MASK")
                .set("labelColumn", "Sides").run(WorkflowRun.output(workflow, "Phantom Series", 1),
                    WorkflowRun.output(workflow, "Phantom Series", 2)).table(0));
        }
        assertEquals(9, measured.size(), measured.toString());
        // windows of 17 voxels at the face of an electrode of 29 see what is beyond, too
        measured.forEach((region, strain) -> assertEquals(truth.get(region), strain, 0.08 * truth.get(region), region));
        assertTrue(measured.get("T0 to T2, Separator side") > measured.get("T0 to T2, Collector side") + 0.05,
            measured.toString());
    }

    private static Volume volume(final BufferedDataTable table, final int row, final String column) throws IOException {
        return ((VolumeValue)NodeTester.cell(table, row, column)).getVolume();
    }

    /** Mean residual at a scan where a mask is 0 and where it is not, 8 voxels away from the faces. */
    private static double[] residuals(final OpenWorkflow workflow, final int scan) throws IOException {
        final Volume residual = volume(WorkflowRun.output(workflow, "Residual Map", 0), scan - 1, "Residual");
        final Volume mask = volume(WorkflowRun.output(workflow, "Phantom Series", 2), scan, "Changed particles");
        final Block inner = Block.of(mask.shape()).grow(-8);
        final float[] values = new float[inner.voxels()];
        final float[] marks = new float[inner.voxels()];
        residual.read(inner, values);
        mask.read(inner, marks);
        final double[] sums = new double[2];
        final int[] counts = new int[2];
        for (int i = 0; i < values.length; i++) {
            sums[marks[i] > 0 ? 1 : 0] += values[i];
            counts[marks[i] > 0 ? 1 : 0]++;
        }
        return new double[]{sums[0] / counts[0], sums[1] / counts[1]};
    }

    private static void assertOnlyChangedParticlesRemain(final OpenWorkflow workflow) throws IOException {
        for (int scan = 1; scan <= 3; scan++) {
            final double[] mean = residuals(workflow, scan);
            assertTrue(mean[1] > 20 * mean[0], "T" + scan + ": " + mean[1] + " in changed particles, " + mean[0]
                + " elsewhere");
        }
        // half of the full strain at T1, all of it at T2, and the same state again at T3
        assertEquals(0.5, residuals(workflow, 1)[1] / residuals(workflow, 2)[1], 0.05);
        assertEquals(1, residuals(workflow, 3)[1] / residuals(workflow, 2)[1], 0.02);
    }

    @Test
    void theTimeSeriesWorkflowFindsStrainOfBothSidesAndParticlesThatChanged(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("dvc-time-series");
        final OpenWorkflow workflow = run.workflow();
        assertStrainsAreTrue(workflow);
        assertOnlyChangedParticlesRemain(workflow);
        final double noise = ((DoubleValue)NodeTester.cell(WorkflowRun.output(workflow, "Noise Floor", 0), 0,
            "Noise threshold [grey value]")).getDoubleValue();
        // 3.3 standard deviations of sqrt(2) 500 grey values, smoothed over 2 voxels
        assertEquals(120, noise, 20);
        WorkflowRun.assertNoWarnings(workflow);
        WorkflowRun.assertFilesAreThere(run.results(), ".pvd", ".vti", "residual.tif", "Residual-xz.png",
            "strain-volumetric.png");
    }
}
