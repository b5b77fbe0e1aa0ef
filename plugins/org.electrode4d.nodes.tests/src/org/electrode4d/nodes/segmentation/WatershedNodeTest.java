// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

class WatershedNodeTest {

    private static final String[] TOUCHING = {
        ".............",
        "..333...333..",
        ".33333.33333.",
        ".33333333333.",
        ".33333.33333.",
        "..333...333..",
        "............3"};

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private BufferedDataTable table(final String[] columns, final String[]... images) throws Exception {
        final DataCell[] cells = new DataCell[images.length + 1];
        cells[0] = new StringCell("T0");
        for (int i = 0; i < images.length; i++) {
            cells[i + 1] = tester.stored(LabelImages.image(columns[i], images[i]));
        }
        return tester.table(LabelImages.spec(columns), cells);
    }

    private BufferedDataTable masks(final String... rows) throws Exception {
        return table(new String[]{"Mask"}, rows);
    }

    private Node watershed() {
        return tester.node(new WatershedNodeFactory());
    }

    @Test
    void particlesAreCutAtTheirNeck() throws Exception {
        final Result result = watershed().run(masks(TOUCHING));
        final String[] particles = LabelImages.drawn(result.cell(0, 0, "Particles"));
        assertEquals(".11111.22222.", particles[2]);
        assertEquals(".11111", particles[3].substring(0, 6));
        assertEquals("22222.", particles[3].substring(7));
        assertEquals(new LongCell(3), result.cell(0, 0, "Number of particles"), "a count as of components");
        assertEquals(new LongCell(1), result.cell(0, 0, "Particles at the border"));
        assertEquals(VoxelType.INT32, ((VolumeValue)result.cell(0, 0, "Particles")).getVolume().type());
        assertTrue(result.warning().isEmpty());
    }

    @Test
    void aLargeHKeepsThemTogetherAndLinesSeparateThem() throws Exception {
        assertEquals(".11111111111.",
            LabelImages.drawn(watershed().set("h", 2.0).run(masks(TOUCHING)).cell(0, 0, "Particles"))[3]);
        final String[] separated =
            LabelImages.drawn(watershed().set("lines", true).run(masks(TOUCHING)).cell(0, 0, "Particles"));
        assertTrue(separated[3].matches("\\.1+\\.2+\\."), separated[3]);
    }

    @Test
    void smallParticlesAndNearPeaksAreUnited() throws Exception {
        assertEquals("2", watershed().set("leastDistance", 4.0).run(masks(TOUCHING))
            .cell(0, 0, "Number of particles").toString());
        assertEquals("2", watershed().set("leastVolume", 5.0).run(masks(TOUCHING))
            .cell(0, 0, "Number of particles").toString());
    }

    @Test
    void floodsBeginAtMarkersAndGoAlongGreyValues() throws Exception {
        final BufferedDataTable table = table(new String[]{"Mask", "Volume", "Markers"}, new String[]{"1111111.1"},
            new String[]{"987189987"}, new String[]{".7....4.."});
        assertArrayEquals(new String[]{"1112222.3"}, LabelImages.drawn(watershed().set("relief", "BRIGHT").run(table)
            .cell(0, 0, "Particles")));
        assertArrayEquals(new String[]{"7777444.."}, LabelImages.drawn(watershed().set("relief", "BRIGHT")
            .set("useMarkers", true).set("markerColumn", "Markers").run(table).cell(0, 0, "Particles")));
        assertArrayEquals(new String[]{"1111111.2"}, LabelImages.drawn(watershed().set("relief", "DARK").run(table)
            .cell(0, 0, "Particles")), "there is one valley only, beside the part that is by itself");
    }

    @Test
    void anEmptyMaskIsAWarning() throws Exception {
        final Result result = watershed().set("labels", "7").run(masks(TOUCHING));
        assertEquals("0", result.cell(0, 0, "Number of particles").toString());
        assertEquals("T0: there are no particles, because the mask is empty.",
            result.warning().orElseThrow().getSummary());
    }

    @Test
    void aMaskWithoutOutsideIsExplained() throws Exception {
        Failures.of(watershed(), masks("11", "11")).says(
            "No voxel of Mask is outside of the mask, so that there is nothing to measure the distance to.");
    }

    @Test
    void markersWithoutLabelsAreExplained() throws Exception {
        Failures.of(watershed().set("useMarkers", true).set("markerColumn", "Markers"),
            table(new String[]{"Mask", "Markers"}, new String[]{"11."}, new String[]{"..."}))
            .says("There are no markers: all voxels of Markers are 0.");
    }

    @Test
    void masksAndVolumesOfDifferentShapeAreExplained() throws Exception {
        Failures.of(watershed().set("relief", "BRIGHT"),
            table(new String[]{"Mask", "Volume"}, new String[]{"11."}, new String[]{"11"}))
            .says("Volume has 2 x 1 x 1 voxels, but Mask has 3 x 1 x 1.");
    }
}
