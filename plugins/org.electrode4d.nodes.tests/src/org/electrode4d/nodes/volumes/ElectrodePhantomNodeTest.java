// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DoubleValue;

class ElectrodePhantomNodeTest {

    private static NodeTester.Node node(final NodeTester tester) {
        return tester.node(new ElectrodePhantomNodeFactory()).set("size", 48).set("minRadius", 4.0)
            .set("maxRadius", 6.0).set("strains", "10, 30");
    }

    @Test
    void hasARowPerScanWithItsTruth() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).set("doubleScan", true).run();
            assertEquals(4, result.table(0).size());
            final Volume scan = ((VolumeValue)result.cell(0, 3, "Volume")).getVolume();
            assertEquals(VoxelType.UINT16, scan.type());
            final LabelVolume phases = LabelVolume.of(((VolumeValue)result.cell(0, 1, "True phases")).getVolume());
            assertEquals("Copper collector", phases.name(5));
            assertEquals("T1", result.cell(0, 1, "Step").toString());
        }
    }

    @Test
    void siliconLosesItsContrastStepByStep() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).set("silicon", 100.0).run();
            final int grains = (int)result.table(1).size() / 3;
            final double t1 = ((DoubleValue)result.cell(1, grains, "Non-lithiated volume [%]")).getDoubleValue();
            final double t2 = ((DoubleValue)result.cell(1, 2 * grains, "Non-lithiated volume [%]")).getDoubleValue();
            assertEquals(3 * (100 - t1), 100 - t2, 1e-9);
            assertTrue(t2 < 90, Double.toString(t2));
            assertEquals("Silicon", result.cell(1, 0, "Phase").toString());
        }
    }

    @Test
    void valuesOutOfRangeAreNamed() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Exception failure = assertThrows(Exception.class, () -> node(tester).set("solid", 60.0).run());
            assertTrue(failure.getMessage().contains("at most 0.35"), failure.getMessage());
        }
    }
}
