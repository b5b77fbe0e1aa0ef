// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.workflow.FlowVariable;

/** The workflows of segmentation and particles, on small phantoms: what they measure is what the phantom is. */
class ParticleWorkflowTest {

    @TempDir
    Path temporary;

    private static List<Double> numbers(final BufferedDataTable table, final String column) {
        final List<Double> numbers = new ArrayList<>();
        final int index = table.getDataTableSpec().findColumnIndex(column);
        for (final DataRow row : table) {
            numbers.add(row.getCell(index) instanceof DoubleValue number ? number.getDoubleValue() : Double.NaN);
        }
        return numbers;
    }

    @Test
    void particlesAreMeasuredAndFollowed() throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(WorkflowRun.shipped().resolve("particle-statistics"))) {
            workflow.setVariable(new FlowVariable("size", 80));
            workflow.setVariable(new FlowVariable("strains", "10, 30"));
            workflow.setVariable(new FlowVariable("output", temporary.resolve("results").toString()));
            WorkflowRun.run(workflow);
            for (final String[] node : new String[][] {{"Series Alignment", "1"}, {"Grey Matching", "1"},
                {"Threshold", "1"}, {"Electrode Thickness", "0"}, {"Size Distribution", "0"},
                {"Particle Tracking", "2"}, {"Non-Lithiated", "0"}, {"Surface Coverage", "1"},
                {"Edge Resolution", "0"}}) {
                final BufferedDataTable t = WorkflowRun.output(workflow, node[0], Integer.parseInt(node[1]));
                System.out.println("== " + node[0] + " " + String.join(" | ", t.getDataTableSpec().getColumnNames()));
                for (final DataRow row : t) {
                    System.out.println("   " + row);
                }
            }
            WorkflowRun.assertNoWarnings(workflow);
        }
    }

    @Test
    void threeWaysToPhasesAreScored() throws Exception {
        try (OpenWorkflow workflow = OpenWorkflow.load(WorkflowRun.shipped().resolve("threshold-segmentation"))) {
            workflow.setVariable(new FlowVariable("size", 64));
            workflow.setVariable(new FlowVariable("output", temporary.resolve("results").toString()));
            WorkflowRun.run(workflow);
            for (final String[] node : new String[][] {{"Segmentation Scorer", "1"}, {"Superpixel Classifier", "1"}}) {
                final BufferedDataTable t = WorkflowRun.output(workflow, node[0], Integer.parseInt(node[1]));
                System.out.println("== " + node[0] + " " + String.join(" | ", t.getDataTableSpec().getColumnNames()));
                int k = 0;
                for (final DataRow row : t) {
                    if (k++ < 30) System.out.println("   " + row);
                }
            }
            WorkflowRun.assertNoWarnings(workflow);
        }
    }
}
