// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;

/** A small series of two steps and a double scan. */
class PhantomSeriesNodeTest {

    private static NodeTester.Node node(final NodeTester tester) {
        return tester.node(new PhantomSeriesNodeFactory()).set("size", 40).set("nodeSpacing", 10)
            .set("strains", "10, 20.5").set("interval", 0.5);
    }

    private static List<String> column(final BufferedDataTable table, final String column) {
        final List<String> texts = new ArrayList<>();
        final int index = table.getDataTableSpec().findColumnIndex(column);
        for (final DataRow row : table) {
            texts.add(row.getCell(index).toString());
        }
        return texts;
    }

    private static float[] voxels(final Result result, final int row, final String column) throws Exception {
        final Volume volume = ((VolumeValue)result.cell(2, row, column)).getVolume();
        final float[] voxels = new float[Block.of(volume.shape()).voxels()];
        volume.read(Block.of(volume.shape()), voxels);
        return voxels;
    }

    private static Set<Float> values(final float[] voxels) {
        final Set<Float> values = new HashSet<>();
        for (final float voxel : voxels) {
            values.add(voxel);
        }
        return values;
    }

    @Test
    void hasARowPerScanAndAFieldPerPair() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).run();
            assertEquals(List.of("T0", "T1", "T2", "T3"), column(result.table(0), "Step"));
            assertEquals(List.of("0.0", "0.5", "1.0", "1.5"), column(result.table(0), "Time [h]"));
            assertEquals(List.of("T0", "T1", "T2", "T3"), column(result.table(2), "Step"));
            assertEquals(column(result.table(0), "Volume"), column(result.table(2), "Volume"));
            assertEquals(List.of("T0", "T1", "T2", "T0", "T0"), column(result.table(1), "Reference step"));
            assertEquals(List.of("T1", "T2", "T3", "T2", "T3"), column(result.table(1), "Deformed step"));
            final Volume volume = ((VolumeValue)result.cell(0, 3, "Volume")).getVolume();
            assertEquals(VoxelType.UINT16, volume.type());
            assertEquals(40, volume.shape().z());
        }
    }

    @Test
    void theDoubleScanDoesNotMove() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).run();
            final DeformationField still =
                ((DeformationFieldValue)result.cell(1, 2, "True field")).getDeformationField();
            final DeformationField moved =
                ((DeformationFieldValue)result.cell(1, 1, "True field")).getDeformationField();
            for (int node = 0; node < still.grid().size(); node++) {
                assertEquals(0, still.displacement(node).norm(), 1e-9);
            }
            assertTrue(moved.displacement(0).norm() > 0.5, moved.displacement(0).toString());
        }
    }

    @Test
    void particlesOfTheTableAreThoseOfTheLabels() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result result = node(tester).set("share", 100.0).run();
            final Set<String> labels = new HashSet<>(column(result.table(3), "Label"));
            final Set<Float> seen = values(voxels(result, 0, "Particles"));
            seen.remove(0f);
            assertTrue(seen.size() > 3, seen.toString());
            for (final float label : seen) {
                assertTrue(labels.contains(Integer.toString((int)label)), label + " is not in " + labels);
            }
            assertTrue(column(result.table(3), "Changes").contains("true"));
            assertEquals(Set.of("Separator", "Current collector", "Outside"),
                new HashSet<>(column(result.table(3), "Side")));
            assertEquals(Set.of(0f, 1f), values(voxels(result, 2, "Changed particles")));
            assertEquals(Set.of(0f, 1f, 2f), values(voxels(result, 2, "Sides")));
        }
    }

    @Test
    void strainsThatAreNoNumbersAreNamed() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Exception failure =
                assertThrows(Exception.class, () -> node(tester).set("strains", "6, a lot").run());
            assertEquals("'Volumetric strain of the steps [%]' is '6, a lot', but 'a' is not a number. Write for "
                + "instance 6, 14.5, 22.", failure.getMessage());
        }
    }

    @Test
    void aStrainThatLeavesNothingIsNamed() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Exception failure = assertThrows(Exception.class, () -> node(tester).set("strains", "-100").run());
            assertEquals("The mean volumetric strain of a step is -1.0, but must be a number greater than -1.",
                failure.getMessage());
        }
    }
}
