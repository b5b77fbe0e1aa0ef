// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** The nodes of distances and components on images of some pixels of 0.5 µm; . is 0. */
class ComponentNodesTest {

    private static final DataTableSpec MASKS =
        new DataTableSpec(SeriesColumns.column("Mask", VolumeCell.TYPE));

    private static final String[] PHASES = {
        "11.....",
        "111.22.",
        "1.1....",
        "111...2"};

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private static Volume image(final String... rows) {
        return LabelImages.image("image", rows);
    }

    private BufferedDataTable table(final Volume volume) throws Exception {
        return tester.table(MASKS, new DataCell[]{tester.stored(volume)});
    }

    private static Volume volume(final Result result, final String column) throws Exception {
        return ((VolumeValue)result.cell(0, 0, column)).getVolume();
    }

    private static float[] values(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    private static float[] values(final String... rows) {
        return values(image(rows));
    }

    private Node distances() {
        return tester.node(new DistanceTransformNodeFactory());
    }

    private Node components() {
        return tester.node(new ConnectedComponentsNodeFactory());
    }

    private Node filter() {
        return tester.node(new ObjectFilterNodeFactory());
    }

    @Test
    void distancesAreInMicrometres() throws Exception {
        final Result inside = distances().run(table(image("111.11")));
        assertArrayEquals(new float[]{1.5f, 1, 0.5f, 0, 0.5f, 1}, values(volume(inside, "Distance")));
        assertEquals(1.5, ((DoubleValue)inside.cell(0, 0, "Largest distance [µm]")).getDoubleValue());
        assertEquals("µm", volume(inside, "Distance").metadata().get("unit"));
        final Result outside = distances().set("kind", "OUTSIDE").set("labels", "2").run(table(image("1.2..")));
        assertArrayEquals(new float[]{1, 0.5f, 0, 0.5f, 1}, values(volume(outside, "Distance")));
        final Result both = distances().set("kind", "SIGNED").set("border", "BACKGROUND").run(table(image(".11")));
        assertArrayEquals(new float[]{-0.5f, 0.5f, 0.5f}, values(volume(both, "Distance")));
    }

    @Test
    void anEmptyMaskIsAWarning() throws Exception {
        assertEquals("Row0: the mask is empty, and all distances are 0.",
            distances().run(table(image("..."))).warning().get().getSummary());
        final Result none = components().run(table(image("...")));
        assertEquals("Row0: no particle was found, or none that is left.", none.warning().get().getSummary());
        assertEquals("0", none.cell(0, 0, "Number of particles").toString());
    }

    @Test
    void aMaskWithoutOutsideHasNoDistance() throws Exception {
        Failures.of(distances(), table(image("111"))).says("No voxel of image is outside of the mask")
            .says("or take what is beyond the border of the volume as background");
        Failures.of(distances().set("labels", "7").set("kind", "OUTSIDE"), table(image("111")))
            .says("is inside of the mask, so that there is nothing to measure the distance to");
    }

    @Test
    void greyValuesOfFloatingPointAreNoMask() throws Exception {
        final Volume floats = TestVolumes.floats("floats", new Shape(3, 1, 1), 0, 0.5f, 1);
        for (final Node node : new Node[]{distances(), components(), filter(), filter().set("kind", "LABELS")}) {
            Failures.of(node, table(floats))
                .says("The values of a mask must be integers, but floats is of type FLOAT32");
        }
    }

    @Test
    void particlesAreNumberedInTheOrderOfTheirFirstVoxels() throws Exception {
        final Result all = components().run(table(image(PHASES)));
        assertArrayEquals(values(
            "11.....",
            "111.22.",
            "1.1....",
            "111...3"), values(volume(all, "Particles")));
        assertEquals(VoxelType.INT32, volume(all, "Particles").type());
        assertEquals("3", all.cell(0, 0, "Number of particles").toString());
        assertEquals(13 * 0.125, ((DoubleValue)all.cell(0, 0, "Volume of particles [µm³]")).getDoubleValue());
        assertTrue(all.warning().isEmpty());
    }

    @Test
    void smallAndCutOffParticlesAreLeftOutAndHolesFilled() throws Exception {
        final Result whole = components().set("wholeOnly", true).set("size", "VOXELS").set("smallest", 2.0)
            .run(table(image(PHASES)));
        assertArrayEquals(values(
            ".......",
            "....11.",
            ".......",
            "......."), values(volume(whole, "Particles")));
        assertEquals("1", whole.cell(0, 0, "Left out as too small").toString());
        assertEquals("1", whole.cell(0, 0, "Left out at the border").toString());
        final Result full = components().set("fillHoles", true).set("labels", "1").run(table(image(PHASES)));
        assertArrayEquals(values(
            "11.....",
            "111....",
            "111....",
            "111...."), values(volume(full, "Particles")));
    }

    @Test
    void labelsMayStayApartAndPhasesGiveParticlesNoNames() throws Exception {
        final Volume named = new LabelVolume(image("1122", "2..1"), new TreeMap<>(Map.of(1, "graphite"))).named();
        final Result apart =
            components().set("labelsApart", true).set("neighbours", "CORNERS").run(table(named));
        assertArrayEquals(values("1122", "3..4"), values(volume(apart, "Particles")));
        assertTrue(LabelVolume.of(volume(apart, "Particles")).names().isEmpty());
        assertThrows(InvalidSettingsException.class, () -> components().set("labelsApart", true).set("fillHoles", true)
            .configure(MASKS));
    }

    @Test
    void whatIsFilteredIsCounted() throws Exception {
        final Result cleaned = filter().set("size", "VOLUME").set("smallest", 0.25).run(table(image(PHASES)));
        assertArrayEquals(values(
            "11.....",
            "111.11.",
            "111....",
            "111...."), values(volume(cleaned, "Mask (#1)")));
        assertEquals("2", cleaned.cell(0, 0, "Objects left").toString());
        assertEquals("1", cleaned.cell(0, 0, "Removed as too small").toString());
        assertEquals("1", cleaned.cell(0, 0, "Holes filled").toString());
        assertEquals("1", cleaned.cell(0, 0, "Voxels filled").toString());
    }

    @Test
    void noObjectLeftIsAWarning() throws Exception {
        assertEquals("Row0: no object is left: all 3 are smaller than the limit of 2.0 µm.",
            filter().set("smallest", 2.0).run(table(image(PHASES))).warning().orElseThrow().getSummary());
        assertEquals("Row0: no object is left: 2 are smaller than the limit of 9.0 voxels, 1 touch the border.",
            filter().set("size", "VOXELS").set("smallest", 9.0).set("wholeOnly", true).run(table(image(PHASES)))
                .warning().orElseThrow().getSummary());
        assertEquals("Row0: there are no objects, because all voxels are outside.",
            filter().run(table(image("..."))).warning().orElseThrow().getSummary());
        assertTrue(filter().run(table(image(PHASES))).warning().isEmpty());
    }

    @Test
    void largeHolesMayStay() throws Exception {
        final Volume ring = image("11111", "1...1", "11111");
        assertEquals("0", filter().set("size", "VOXELS").set("largestHole", 2.0).run(table(ring))
            .cell(0, 0, "Holes filled").toString());
        assertEquals("3", filter().set("size", "VOXELS").set("largestHole", 3.0).run(table(ring))
            .cell(0, 0, "Voxels filled").toString());
        assertEquals("3", filter().set("planewise", true).run(table(ring)).cell(0, 0, "Voxels filled").toString());
    }

    @Test
    void labelsAreFilteredAsWhole() throws Exception {
        final Result left = filter().set("kind", "LABELS").set("wholeOnly", true)
            .run(table(image("9..3.", ".747.", "9...5")));
        assertArrayEquals(values(".....", ".212.", "....."), values(volume(left, "Particles")));
        assertEquals("3", left.cell(0, 0, "Removed at the border").toString());
    }

    @Test
    void sizesAreDiametersOfBallsByDefault() throws Exception {
        // 2 voxels of 0.125 µm³ are as large as a ball of 0.7816 µm
        assertEquals("2", filter().set("smallest", 0.781).run(table(image(PHASES))).cell(0, 0, "Objects left")
            .toString());
        assertEquals("1", filter().set("smallest", 0.782).run(table(image(PHASES))).cell(0, 0, "Objects left")
            .toString());
    }

    @Test
    void labelsThatAreNoNumbersAreRefused() {
        assertTrue(assertThrows(InvalidSettingsException.class,
            () -> distances().set("labels", "1, silicon").configure(MASKS)).getMessage().contains("'silicon'"));
    }
}
