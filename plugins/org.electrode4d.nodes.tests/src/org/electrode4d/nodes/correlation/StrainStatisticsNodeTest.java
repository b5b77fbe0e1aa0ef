// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

class StrainStatisticsNodeTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED, VolumeCell.TYPE),
            SeriesColumns.column("Field", DeformationFieldCell.TYPE));
    private static final NodeGrid GRID = new NodeGrid(new Point(10, 10, 10), new Point(10, 10, 10), 4, 4, 6);

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

    /** Strain zz grows from 0 in the first layer of nodes to twice the mean in the last; points at 5, 10, ... 30 µm. */
    private static DeformationField swelling(final double mean) {
        final DeformationField.Builder builder = DeformationField.builder(GRID, VoxelSize.isotropic(0.5));
        for (int node = 0; node < GRID.size(); node++) {
            builder.set(node, node(1 + 2 * mean * GRID.iz(node) / 5));
        }
        return builder.build();
    }

    private static NodeResult node(final double stretch) {
        return NodeResult.of(Transformation.of(new double[]{1, 0, 0, 0, 1, 0, 0, 0, stretch}, Point.ORIGIN),
            NodeStatus.CONVERGED);
    }

    /** Labels 0, 1, 2, each in two layers of points. */
    private static Volume phases() {
        return TestVolumes.counting("phases", 1, 1, 3).withVoxelSize(new VoxelSize(100, 100, 10))
            .withOrigin(new Point(0, 0, 7.5));
    }

    private BufferedDataTable table(final DeformationField... fields) throws Exception {
        final DataCell[][] rows = new DataCell[fields.length][];
        for (int i = 0; i < fields.length; i++) {
            final Volume scan = phases().withMetadata(Map.of(SeriesColumns.TIME, String.valueOf(1.5 * (i + 1))));
            rows[i] = new DataCell[]{new StringCell("T0"), new StringCell("T" + (i + 1)),
                VolumeStorage.store(scan, tester.context(), Progress.NONE),
                FieldStorage.store(fields[i], tester.context(), Progress.NONE)};
        }
        return tester.table(SPEC, rows);
    }

    private NodeTester.Node statistics() {
        return tester.node(new StrainStatisticsNodeFactory()).set("fieldColumn", "Field").set("method", "CORRELATION");
    }

    private static double number(final BufferedDataTable table, final int row, final String column) {
        return ((DoubleValue)NodeTester.cell(table, row, column)).getDoubleValue();
    }

    private static List<String> regions(final Result result) {
        final List<String> regions = new ArrayList<>();
        for (int row = 0; row < result.table(0).size(); row++) {
            if (result.cell(0, row, "Component").toString().equals("Volumetric strain")) {
                regions.add(result.cell(0, row, "Region").toString());
            }
        }
        return regions;
    }

    @Test
    void theWholeAndItsSidesAtEveryStep() throws Exception {
        final Result result = statistics().run(table(swelling(0.1), swelling(0.3)), NodeTester.UNCONNECTED);
        final BufferedDataTable table = result.table(0);
        assertEquals(2 * 3 * 8, table.size());
        assertEquals("T0", result.cell(0, 24, "Reference step").toString());
        assertEquals("T2", result.cell(0, 24, "Deformed step").toString());
        assertEquals(3, number(table, 24, "Time [h]"));
        assertEquals("Whole", result.cell(0, 24, "Region").toString());
        assertEquals("Volumetric strain", result.cell(0, 24, "Component").toString());
        assertEquals("-", result.cell(0, 24, "Unit").toString());
        assertEquals(96, number(table, 24, "Points"));
        assertEquals(0.3, number(table, 24, "Mean"), 1e-9);
        assertEquals(0.3 * 0.4, number(table, 32, "Mean"), 1e-9);
        assertEquals(0.3 * 1.6, number(table, 40, "Mean"), 1e-9);
        assertEquals(0.6, number(table, 24, "Maximum"), 1e-9);
        assertEquals(0.3, number(table, 24, "Median"), 1e-9);
        assertEquals("Separator side", result.cell(0, 40, "Region").toString());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(0, result.table(2).size());
    }

    @Test
    void theCollectorCanBeAtTheOtherEnd() throws Exception {
        final BufferedDataTable table = statistics().set("collector", "LAST_SLICE").set("cutShare", 0.2)
            .run(table(swelling(0.1)), NodeTester.UNCONNECTED).table(0);
        assertEquals(16, number(table, 8, "Points"));
        assertEquals(0.2, number(table, 8, "Mean"), 1e-9);
        assertEquals(0.08, number(table, 16, "Mean"), 1e-9);
    }

    @Test
    void theBorderCanBeAPosition() throws Exception {
        final BufferedDataTable table = statistics().set("cut", "POSITION").set("cutPosition", 12.0)
            .run(table(swelling(0.1)), NodeTester.UNCONNECTED).table(0);
        assertEquals(32, number(table, 8, "Points"));
        assertEquals(64, number(table, 16, "Points"));
    }

    @Test
    void aBorderOutsideOfTheElectrodeIsExplained() throws Exception {
        Failures.of(statistics().set("cut", "POSITION").set("cutPosition", 50.0), table(swelling(0.1)), NodeTester.UNCONNECTED)
            .says("must lie inside the electrode").says("from z = 2.5 µm to z = 32.5 µm").resolution("setting");
    }

    @Test
    void layersAndLabelsAreRegions() throws Exception {
        final Result result = statistics().set("sides", false).set("layers", 2).set("labelUse", "REGIONS")
            .set("labelColumn", "Deformed").run(table(swelling(0.1)), NodeTester.UNCONNECTED);
        assertEquals(List.of("Whole", "Layer 1", "Layer 2", "Label 1", "Label 2"), regions(result));
        assertEquals(0.1, number(result.table(0), 24, "Mean"), 1e-9);
        assertEquals(0.18, number(result.table(0), 32, "Mean"), 1e-9);
    }

    @Test
    void aMaskLeavesPointsOut() throws Exception {
        final BufferedDataTable table = statistics().set("labelUse", "MASK").set("labelColumn", "Deformed")
            .run(table(swelling(0.1)), NodeTester.UNCONNECTED).table(0);
        assertEquals(64, number(table, 0, "Points"));
        assertEquals(0.1, number(table, 8, "Mean"), 1e-9);
        assertEquals(0.18, number(table, 16, "Mean"), 1e-9);
    }

    @Test
    void labelsOfASecondTableAreFoundByTheirStep() throws Exception {
        final DataTableSpec spec = new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE));
        final DataCell phases = VolumeStorage.store(phases(), tester.context(), Progress.NONE);
        final Result result = statistics().set("sides", false).set("labelUse", "REGIONS").set("labelColumn", "Phases")
            .run(table(swelling(0.1)), tester.table(spec, new DataCell[]{new StringCell("T0"), phases}));
        assertEquals(List.of("Whole", "Label 1", "Label 2"), regions(result));
        final Result none = statistics().set("labelUse", "MASK").set("labelColumn", "Phases")
            .run(table(swelling(0.1)), tester.table(spec, new DataCell[]{new StringCell("T1"), phases}));
        assertEquals(0, none.table(0).size());
        assertEquals("T0 to T1: there are no labels of the reference. The table of labels has T1 in 'Step'; it needs a "
            + "row for the step of every reference.", none.warning().orElseThrow().getSummary());
    }

    @Test
    void tooManyLayersAreExplained() throws Exception {
        Failures.of(statistics().set("layers", 9), table(swelling(0.1)), NodeTester.UNCONNECTED)
            .says("cut into 9 layers, but has 6 layers of points").resolution("setting");
    }

    @Test
    void histogramsHaveTheSameBinsAtEveryStep() throws Exception {
        final Result result = statistics().set("measure", "ALL").set("sides", false).set("histogramFrom", 0.0)
            .set("histogramTo", 0.5).set("bins", 5).run(table(swelling(0.1), swelling(0.3)), NodeTester.UNCONNECTED);
        final BufferedDataTable histograms = result.table(1);
        final int components = StrainComponent.values().length;
        assertEquals(2 * components * 5, histograms.size());
        assertEquals(0.1, number(histograms, 1, "Lower edge"), 1e-12);
        assertEquals(0.2, number(histograms, 1, "Upper edge"), 1e-12);
        assertEquals(100.0, parts(histograms, 0), 1e-9);
        // 0, 0.12, 0.24, 0.36, 0.48, 0.6
        assertEquals(500 / 6.0, parts(histograms, 5 * components), 1e-9);
        assertEquals(16, number(result.table(0), components, "Points above histogram"));
        final int stretch = 5 * StrainComponent.STRETCH_MAXIMUM.ordinal();
        assertEquals("Largest principal stretch", result.cell(1, stretch, "Component").toString());
        assertEquals(1, number(histograms, stretch, "Lower edge"), 1e-12);
        final int rotation = 5 * StrainComponent.ROTATION_X.ordinal();
        assertEquals("°", result.cell(1, rotation, "Unit").toString());
        assertEquals(-30, number(histograms, rotation, "Lower edge"), 1e-12);
    }

    private static double parts(final BufferedDataTable histograms, final int first) {
        return IntStream.range(first, first + 5).mapToDouble(row -> number(histograms, row, "Part [%]")).sum();
    }

    @Test
    void foldedNodesAreAWarningAndHaveNoStrain() throws Exception {
        final DeformationField folded = swelling(0.1).toBuilder().set(7, node(-0.4)).build();
        final Result result = statistics().run(table(folded), NodeTester.UNCONNECTED);
        final String text = "T0 to T1: 1 of 96 points are folded (det F is zero or less) and have no strain.";
        assertTrue(result.warning().get().getSummary().startsWith(text), result.warning().toString());
        assertEquals(1, number(result.table(0), 0, "Points without strain"));
        assertEquals(95, number(result.table(0), 0, "Points"));
        final Result strain = tester.node(new StrainNodeFactory()).set("method", "CORRELATION").run(table(folded));
        assertTrue(strain.warning().get().getSummary().startsWith(text), strain.warning().toString());
        assertTrue(strain.cell(1, 7, "Volumetric strain [-]").isMissing());
    }

    @Test
    void aFieldWithoutStrainHasNoNumbers() throws Exception {
        final DeformationField failed = DeformationField.builder(GRID, VoxelSize.isotropic(0.5)).build();
        final Result result = statistics().run(table(failed), NodeTester.UNCONNECTED);
        assertTrue(result.cell(0, 0, "Mean").isMissing());
        assertTrue(result.cell(1, 0, "Part [%]").isMissing());
        assertEquals(96, number(result.table(0), 0, "Points without strain"));
    }

    @Test
    void twoPicturesPerComponent() throws Exception {
        final Result result = statistics().set("measure", "GREEN_LAGRANGE").set("bins", 8)
            .set("folder", folder.resolve("pictures")).set("createFolders", true)
            .run(table(swelling(0.1), swelling(0.2), swelling(0.44)), NodeTester.UNCONNECTED);
        assertEquals(14, result.table(2).size());
        assertEquals(folder.resolve("pictures").resolve("strain-volumetric-histograms.png").toString(),
            result.cell(2, 1, "Picture path").toString());
        try (Stream<Path> files = Files.list(folder.resolve("pictures"))) {
            assertEquals(14, files.count());
        }
        final BufferedImage means = ImageIO.read(folder.resolve("pictures/strain-volumetric.png").toFile());
        final BufferedImage histograms =
            ImageIO.read(folder.resolve("pictures/strain-volumetric-histograms.png").toFile());
        // whole, collector side, separator side
        for (final int colour : new int[]{0xc8442f, 0xe69f00, 0x0072b2}) {
            assertTrue(shows(means, colour), Integer.toHexString(colour));
            assertFalse(shows(histograms, colour), Integer.toHexString(colour));
        }
        assertTrue(means.getWidth() > 1000 && histograms.getHeight() > means.getHeight(), histograms.toString());
    }

    private static boolean shows(final BufferedImage picture, final int colour) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if ((picture.getRGB(x, y) & 0xffffff) == colour) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void picturesThatExistAreNotOverwrittenUnasked() throws Exception {
        Files.writeString(folder.resolve("strain-volumetric.png"), "mine");
        Failures.of(statistics().set("folder", folder), table(swelling(0.1)), NodeTester.UNCONNECTED).says("exists already");
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("strain-volumetric.png")), files.toList());
        }
    }
}
