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
import org.knime.core.node.BufferedDataTable;

/** The workflow that learns a segmentation, on a small phantom and with a training that only begins. */
@ExtendWith(SmallRuns.Resolver.class)
class SegmentationTrainingWorkflowTest {

    /** Dice of background and silicon, in turns, of all steps. */
    private static List<Double> dice(final OpenWorkflow workflow, final int scorer) {
        return WorkflowRun.numbers(WorkflowRun.output(workflow, "Segmentation Scorer", scorer, 1), "Dice [-]");
    }

    private static List<String> models(final BufferedDataTable segmented) {
        final List<String> models = new ArrayList<>();
        for (final DataRow row : segmented) {
            models.add(row.getCell(segmented.getDataTableSpec().findColumnIndex("Segmented by")).toString());
        }
        return models;
    }

    @Test
    void bothLearnFromTheLabelsOfTheirSteps(final SmallRuns runs) throws Exception {
        final SmallRuns.Run run = runs.of("segmentation-training");
        final OpenWorkflow workflow = run.workflow();
        assertEquals(List.of("Early", "Early", "Late"), models(WorkflowRun.output(workflow, "U-Net Predictor", 0)));
        assertEquals(2, WorkflowRun.numbers(WorkflowRun.output(workflow, "U-Net Learner", 1, 1), "Epoch").size());
        assertEquals(6, dice(workflow, 0).size());
        assertTrue(dice(workflow, 1).get(1) > 0.8, () -> dice(workflow, 1).toString());
        WorkflowRun.assertFilesAreThere(run.results(), "training-Early-loss.png", "training-Late-dice.png",
            "Early.e4dmodel", "u-net-non-lithiated.png", "T2-pixel-classifier-Phases-xz.png");
    }
}
