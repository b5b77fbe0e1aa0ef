// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.InvalidSettingsException;

class MultistageThresholdNodeTest {

    /** Pore about 40, intermediate about 90, graphite about 120, silicon about 220. */
    private static final Volume SCAN =
        GreyScans.scan(new int[]{40, 42, 38, 41, 88, 92, 120, 122, 118, 121, 220, 218, 120, 119, 123});

    @TempDir
    Path folder;

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private Node node() {
        return tester.node(new MultistageThresholdNodeFactory());
    }

    @Test
    void theDefaultFindsTheFourPhasesOfThePaper() throws Exception {
        final Result result = node().set("pictures/folder", folder.toString()).run(GreyScans.table(tester, SCAN));
        assertArrayEquals(new int[]{1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 4, 4, 3, 3, 3},
            GreyScans.values(result.cell(0, 0, "Phases")));
        assertEquals(Map.of(1, "Pore", 2, "Intermediate", 3, "Graphite", 4, "Silicon"),
            GreyScans.labels(result.cell(0, 0, "Phases")).names());
        assertEquals(5, result.table(1).size());
        assertEquals("*", result.cell(1, 1, "Class").toString());
        assertEquals("Intermediate", result.cell(1, 3, "Class").toString());
        assertEquals("88.0", result.cell(1, 3, "From [grey value]").toString());
        assertEquals(result.cell(0, 0, "Stage 2, threshold 1 [grey value]"),
            result.cell(1, 3, "Threshold above [grey value]"));
        assertTrue(Files.size(Path.of(result.cell(3, 0, "Picture path").toString())) > 1000);
        assertTrue(result.warning().isEmpty());
    }

    @Test
    void aPhaseThatIsMissingIsAnError() throws Exception {
        Failures.of(node(), GreyScans.table(tester, GreyScans.scan(new int[]{40, 120, 220})))
            .says("Stage 2, Intermediate < Graphite (Ridler-Calvard), has voxels with values from 120.0 to 120.0.")
            .says("Is a phase missing?");
    }

    @Test
    void aFixedThresholdBeyondAllValuesIsAWarning() throws Exception {
        final Result result = node().set("stages", "Pore < 60 < Solid < 250 < Collector")
            .run(GreyScans.table(tester, SCAN));
        assertTrue(result.warning().get().getSummary().contains("the class Collector has no voxel"));
    }

    @Test
    void stagesThatAreNotUnderstoodAreRefused() {
        assertThrows(InvalidSettingsException.class,
            () -> node().set("stages", "Pore < ots < Solid").configure(GreyScans.SCANS));
    }
}
