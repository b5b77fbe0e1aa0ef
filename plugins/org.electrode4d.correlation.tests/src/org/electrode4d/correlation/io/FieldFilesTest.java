// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.LabelMotion;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Strain;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.correlation.StrainSettings;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class FieldFilesTest {

    private static final VoxelSize VOXEL = new VoxelSize(0.05, 0.05, 0.1);

    @TempDir
    private Path folder;

    /** Two nodes along x, one along y, two along z; every number says where it belongs. */
    private static DeformationField field() {
        final NodeGrid grid = new NodeGrid(new Point(10, 20, 30), new Point(5, 5, 7), 2, 1, 2);
        final DeformationField.Builder builder = DeformationField.builder(grid, VOXEL)
            .volumeOrigin(new Point(1, 2, 3)).remark("one remark");
        for (int node = 0; node < 4; node++) {
            final double[] f = {1.11, 0.12, 0.13, 0.21, 1.22, 0.23, 0.31, 0.32, 1.33 + node};
            builder.set(node, new NodeResult(Transformation.of(f, new Point(-1.5, 2.5, 3.5 + node)),
                NodeStatus.CONVERGED, 0.9, 0.2, 4 + node, 1e-3, new Point(0.01, 0.02, 0.03 + node)));
        }
        return builder.set(3, NodeResult.of(Transformation.IDENTITY, NodeStatus.FILLED)).build();
    }

    @Test
    void spamsColumnsAreInSpamsOrder() throws IOException {
        final Path file = folder.resolve("a-b-ldic.tsv");
        SpamTsv.write(field(), file);
        final List<String> lines = Files.readAllLines(file);
        assertEquals("NodeNumber\tZpos\tYpos\tXpos\tFzz\tFzy\tFzx\tZdisp\tFyz\tFyy\tFyx\tYdisp\tFxz\tFxy\tFxx\tXdisp"
            + "\terror\titerations\treturnStatus\tdeltaPhiNorm", lines.get(0));
        assertEquals("2.0000000\t30.0000000\t20.0000000\t15.0000000\t2.3300000\t0.3200000\t0.3100000\t4.5000000"
            + "\t0.2300000\t1.2200000\t0.2100000\t2.5000000\t0.1300000\t0.1200000\t1.1100000\t-1.5000000"
            + "\t0.2000000\t5.0000000\t2.0000000\t0.0010000", lines.get(2));
        assertTrue(lines.get(4).endsWith("nan\t0.0000000\t1.0000000\tnan"), lines.get(4));
        assertEquals(5, lines.size());
    }

    @Test
    void spamsFilterTablesAreReadByTheNamesOfTheirColumns() throws IOException {
        final Path file = folder.resolve("filtered.tsv");
        Files.writeString(file, "NodeNumber\tZpos\tYpos\tXpos\tFzz\tFzy\tFzx\tZdisp\tFyz\tFyy\tFyx\tYdisp\tFxz\tFxy"
            + "\tFxx\tXdisp\tpixelSearchCC\treturnStatus\terror\tdeltaPhiNorm\titerations\n"
            + "2\t50\t20\t10\t1.1\t0\t0\t7\t0\t1\t0\t8\t0\t0\t1\t9\t0.98\t1\t0\t1\t1\n"
            + "1\t30\t20\t10\t1\t0\t0\t4\t0\t1\t0\t5\t0\t0.3\t1\t6\t0.97\t2\t12.5\t0.0003\t6\n");
        final DeformationField field = SpamTsv.read(file, VOXEL);
        assertEquals(new NodeGrid(new Point(10, 20, 30), new Point(20, 20, 20), 1, 1, 2), field.grid());
        assertEquals(new Point(6, 5, 4), field.displacement(0));
        assertEquals(0.3, field.f(0)[1]);
        assertEquals(0.97, field.zncc(0));
        assertEquals(NodeStatus.CONVERGED, field.status(0));
        assertEquals(NodeStatus.FILLED, field.status(1));
        assertEquals(1.1, field.f(1)[8]);
    }

    @Test
    void filteredFieldsAreWrittenAsSpamsFilterWritesThem() throws IOException {
        final Path file = folder.resolve("a-b-ldic-filtered.tsv");
        SpamTsv.writeFiltered(field(), file);
        final List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).endsWith("Xdisp\tpixelSearchCC\treturnStatus\terror\tdeltaPhiNorm\titerations"));
        assertTrue(lines.get(2).endsWith("\t0.9000000\t2.0000000\t0.2000000\t0.0010000\t5.0000000"), lines.get(2));
        final DeformationField read = SpamTsv.read(file, VOXEL);
        assertEquals(0.9, read.zncc(0));
        assertEquals(NodeStatus.FILLED, read.status(3));
    }

    @Test
    void tablesOfOldVersionsOfSpamAreRead() throws IOException {
        final Path file = folder.resolve("old.tsv");
        Files.writeString(file, "NodeNumber\tZpos\tYpos\tXpos\tF11\tF12\tF13\tZdisp\tF21\tF22\tF23\tYdisp\tF31\tF32"
            + "\tF33\tXdisp\tSubPixError\tSubPixIterations\tSubPixReturnStat\tSubPixDeltaPhiNorm\n"
            + "1\t30\t20\t10\t1.1\t0.12\t0.13\t4\t0.21\t1.2\t0.23\t5\t0.31\t0.32\t1.3\t6\t12.5\t7\t-1\t0.5\n");
        final DeformationField field = SpamTsv.read(file, VOXEL);
        assertArrayEquals(new double[] {1.3, 0.32, 0.31, 0.23, 1.2, 0.21, 0.13, 0.12, 1.1}, field.f(0));
        assertEquals(new Point(6, 5, 4), field.displacement(0));
        assertEquals(NodeStatus.DIVERGED, field.status(0));
        assertEquals(7, field.iterations(0));
        assertEquals(0.5, field.deltaPhiNorm(0));
    }

    @Test
    void nodesWithoutNumbersDidNotConverge() throws IOException {
        final Path file = folder.resolve("nan.tsv");
        SpamTsv.write(DeformationField.builder(NodeGrid.single(Point.ORIGIN), VOXEL).set(0, NodeResult.of(
            Transformation.translation(Double.NaN, 0, 0), NodeStatus.CONVERGED)).build(), file);
        assertEquals(NodeStatus.NOT_RUN, SpamTsv.read(file, VOXEL).status(0));
    }

    @Test
    void oneLineIsARegistration() throws IOException {
        final Path file = folder.resolve("a-b-registration.tsv");
        SpamTsv.write(DeformationField.builder(NodeGrid.single(new Point(99.5, 99.5, 49.5)), VOXEL)
            .set(0, NodeResult.of(Transformation.translation(1, 2, 3), NodeStatus.MAX_ITERATIONS)).build(), file);
        final DeformationField field = SpamTsv.read(file, VOXEL);
        assertEquals(1, field.grid().size());
        assertEquals(new Point(99.5, 99.5, 49.5), field.grid().position(0));
        assertEquals(new Point(1, 2, 3), field.displacement(0));
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void brokenTablesSayWhatIsWrong() throws IOException {
        assertProblem("NodeNumber\tZpos\tYpos\n1\t2\t3\n", "Xpos, Fxx");
        assertProblem("Label\tZpos\n", "discrete correlation");
        assertProblem("\n", "empty");
        assertProblem("", "empty");
        final String head = String.join("\t", SpamTsv.COLUMNS) + "\n";
        assertProblem(head, "no line after the header");
        assertProblem(head + "1\t2\t3\n", "Line 2 has 3 of 20 columns");
        final String line = "1\t%s\t5\t5\t1\t0\t0\t0\t0\t1\t0\t0\t0\t0\t1\t0\t0\t5\t2\t0\n";
        assertProblem(head + line.formatted("x"), "Line 2 holds 'x'");
        assertProblem(head + line.formatted("1") + line.formatted("2") + line.formatted("5"), "not evenly spaced");
        assertProblem(head + line.formatted("1") + line.formatted("1"), "missing or doubled");
        assertProblem(head + line.formatted("1").replace("5\t2\t0\n", "5\t9\t0\n"), "return status of 9");
    }

    private void assertProblem(final String content, final String expected) throws IOException {
        final Path file = folder.resolve("broken.tsv");
        Files.writeString(file, content);
        final FieldFormatException e = assertThrows(FieldFormatException.class, () -> SpamTsv.read(file, VOXEL));
        assertTrue(e.getMessage().contains(expected) && e.getMessage().contains("broken.tsv"), e::getMessage);
    }

    @Test
    void strainTablesHaveSpamsHeads() throws IOException {
        final NodeGrid grid = new NodeGrid(new Point(3, 2, 1), new Point(1, 1, 1), 2, 2, 2);
        final StrainField strain = Strain.of(DeformationField.uniform(grid, VOXEL, Point.ORIGIN, Transformation.of(
            Point.ORIGIN, new double[] {1, 1, 1.5, 0, 0, 0}, Point.ORIGIN)), StrainSettings.defaults());
        final Path file = folder.resolve("strain.tsv");
        SpamTsv.writeStrain(strain, file);
        final List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).startsWith("StrainPointNumber\tZpos\tYpos\tXpos\tvol\tdev\tvolss\tdevss\trz\try\trx"
            + "\tzz\tzy\tzx\tezz"));
        assertTrue(lines.get(1).startsWith("1.0000000\t1.0000000\t2.0000000\t3.0000000\t0.5000000\t"), lines.get(1));
        assertTrue(lines.get(1).endsWith("1.5000000\t0.0000000\t0.0000000\t1.0000000\t0.0000000\t1.0000000"),
            lines.get(1));
    }

    @Test
    void strainTablesComeBackWithTheirRotation() throws IOException {
        final NodeGrid grid = new NodeGrid(new Point(3, 2, 1), new Point(1, 1, 1), 2, 2, 2);
        final StrainField strain = Strain.of(DeformationField.uniform(grid, VOXEL, Point.ORIGIN, Transformation.of(
            new Point(3, -5, 10), new double[] {1.1, 0.9, 1.3, 0.02, -0.03, 0.04}, Point.ORIGIN)),
            StrainSettings.defaults());
        final Path file = folder.resolve("strain.tsv");
        SpamTsv.writeStrain(strain, file);
        final StrainField read = SpamTsv.readStrain(file, VOXEL);
        assertEquals(grid, read.grid());
        for (int point = 0; point < grid.size(); point++) {
            assertArrayEquals(strain.f(point), read.f(point), 5e-7);
        }
        Files.writeString(file, "StrainPointNumber\tZpos\tYpos\tXpos\tvol\tdev\n1\t1\t1\t1\t0\t0\n");
        final String message = assertThrows(FieldFormatException.class, () -> SpamTsv.readStrain(file, VOXEL))
            .getMessage();
        assertTrue(message.contains("The columns rz, ry, rx, Uzz") && message.contains("components r and U"), message);
    }

    private static LabelMotion motion(final int label, final NodeStatus status) {
        final double[] f = {1.11, 0.12, 0.13, 0.21, 1.22, 0.23, 0.31, 0.32, 1.33};
        return new LabelMotion(label, new Point(10.5, 20.25, 30), new NodeResult(
            Transformation.of(f, new Point(-1.5, 2.5, label)), status, 0.9, 0.2, status == NodeStatus.FILLED ? 0 : 4,
            1e-3, NodeResult.UNKNOWN), 1234);
    }

    @Test
    void discreteTablesHaveALinePerLabelFromZeroOn() throws IOException {
        final Path file = folder.resolve("a-b-ddic.tsv");
        final List<LabelMotion> motions = List.of(motion(2, NodeStatus.CONVERGED), motion(4, NodeStatus.FILLED));
        SpamTsv.writeDiscrete(List.of(motions.get(1), motions.get(0)), file);
        final List<String> lines = Files.readAllLines(file);
        assertEquals("Label\tZpos\tYpos\tXpos\tZdisp\tYdisp\tXdisp\tFzz\tFzy\tFzx\tFyz\tFyy\tFyx\tFxz\tFxy\tFxx"
            + "\tpixelSearchCC\terror\titerations\treturnStatus\tdeltaPhiNorm\tLabelDilate\tvoxels", lines.get(0));
        assertEquals("2.0000000\t30.0000000\t20.2500000\t10.5000000\t2.0000000\t2.5000000\t-1.5000000\t1.3300000"
            + "\t0.3200000\t0.3100000\t0.2300000\t1.2200000\t0.2100000\t0.1300000\t0.1200000\t1.1100000\t0.9000000"
            + "\t0.2000000\t4.0000000\t2.0000000\t0.0010000\t0.0000000\t1234.0000000", lines.get(3));
        assertTrue(lines.get(1).startsWith("0.0000000\t0.0000000\t"), lines.get(1));
        assertTrue(lines.get(4).startsWith("3.0000000\t0.0000000\t"), lines.get(4));
        assertEquals(6, lines.size());
        assertEquals(motions, SpamTsv.readDiscrete(file));
    }

    @Test
    void discreteTablesThatCannotBeAreRefused() throws IOException {
        final Path file = folder.resolve("broken.tsv");
        assertThrows(IllegalArgumentException.class, () -> SpamTsv.writeDiscrete(
            List.of(motion(1, NodeStatus.CONVERGED), motion(1, NodeStatus.CONVERGED)), file));
        assertThrows(IllegalArgumentException.class,
            () -> SpamTsv.writeDiscrete(List.of(motion(10_000_001, NodeStatus.CONVERGED)), file));
        assertThrows(IllegalArgumentException.class, () -> motion(0, NodeStatus.CONVERGED));
        SpamTsv.writeDiscrete(List.of(motion(1, NodeStatus.CONVERGED)), file);
        final List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.add(lines.get(2));
        Files.write(file, lines);
        assertTrue(assertThrows(FieldFormatException.class, () -> SpamTsv.readDiscrete(file)).getMessage()
            .contains("Label 1 has two lines"));
        Files.writeString(file, lines.get(0) + "\n" + lines.get(2).replaceFirst("^1.0", "1.5") + "\n");
        assertTrue(assertThrows(FieldFormatException.class, () -> SpamTsv.readDiscrete(file)).getMessage()
            .contains("whole number"));
        SpamTsv.write(field(), file);
        assertTrue(assertThrows(FieldFormatException.class, () -> SpamTsv.readDiscrete(file)).getMessage()
            .contains("no column Label"));
    }

    @Test
    void tablesForPeopleCarryUnits() throws IOException {
        final Path file = folder.resolve("field.csv");
        FieldCsv.write(field(), file);
        final List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).contains("Displacement z [voxel],Displacement x [µm]"), lines.get(0));
        assertTrue(lines.get(1).startsWith("0,10.0,20.0,30.0,1.5,3.0,6.0,-1.5,2.5,3.5,-0.07"), lines.get(1));
        assertTrue(lines.get(4).endsWith("filled from neighbours,,,0,,,"), lines.get(4));
        final StrainField strain = Strain.of(field(), StrainSettings.defaults()
            .withMethod(StrainSettings.Method.CORRELATION));
        FieldCsv.write(strain, List.of(StrainComponent.VOLUMETRIC, StrainComponent.ROTATION_Z), file);
        assertTrue(Files.readString(file).startsWith(
            "Point,x [voxel],y [voxel],z [voxel],x [µm],y [µm],z [µm],Volumetric strain,Rotation about z [°]\n"));
    }

    @Test
    void vtkImagesHoldTheNodesInMicrometres() throws IOException {
        final Path file = folder.resolve("field.vti");
        FieldVtk.write(field(), file);
        final byte[] bytes = Files.readAllBytes(file);
        final String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("WholeExtent=\"0 1 0 0 0 1\" Origin=\"1.5 3.0 6.0\" Spacing=\"0.25 0.25 "), text);
        assertTrue(text.contains("Name=\"F\" NumberOfComponents=\"9\" format=\"appended\" offset=\"56\""), text);
        final ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        final int start = text.indexOf("\n   _") + 5;
        assertEquals(48, data.getLong(start));
        assertEquals(-0.075f, data.getFloat(start + 8), 1e-7f);
        assertEquals(0.45f, data.getFloat(start + 8 + 4 * 5), 1e-7f);
        final StrainField strain = Strain.of(field(), StrainSettings.defaults()
            .withMethod(StrainSettings.Method.CORRELATION));
        FieldVtk.write(strain, List.of(StrainComponent.VOLUMETRIC), file);
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains("Name=\"vol\""));
    }

    @Test
    void timeSeriesListTheirFilesWithTheirTimes() throws Exception {
        final Path file = folder.resolve("series.pvd");
        VtkSeries.write(List.of(new VtkSeries.Step(0.5, Path.of("a & b.vti")),
            new VtkSeries.Step(2, Path.of("sub", "c.vti"))), file);
        final NodeList sets = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile())
            .getElementsByTagName("DataSet");
        assertEquals(2, sets.getLength());
        assertEquals("a & b.vti", ((Element)sets.item(0)).getAttribute("file"));
        assertEquals("0.5", ((Element)sets.item(0)).getAttribute("timestep"));
        assertEquals("sub/c.vti", ((Element)sets.item(1)).getAttribute("file"));
        assertThrows(IllegalArgumentException.class, () -> new VtkSeries.Step(Double.NaN, Path.of("a.vti")));
        assertThrows(IllegalArgumentException.class, () -> new VtkSeries.Step(0, file));
    }

    @Test
    void zarrKeepsEverything() throws IOException {
        final Path group = folder.resolve("field.zarr");
        FieldZarr.write(field(), group);
        FieldZarr.write(field(), group);
        final DeformationField read = FieldZarr.read(group);
        assertEquals(field().grid(), read.grid());
        assertEquals(VOXEL, read.voxelSize());
        assertEquals(new Point(1, 2, 3), read.volumeOrigin());
        assertEquals(List.of("one remark"), read.remarks());
        for (int node = 0; node < 4; node++) {
            assertEquals(field().result(node), read.result(node));
        }
        Files.delete(group.resolve("u").resolve("0.0.0.0"));
        assertThrows(IOException.class, () -> FieldZarr.read(group));
        assertThrows(FieldFormatException.class, () -> FieldZarr.read(folder));
    }

    @Test
    void fieldsOfVersion1StillOpen() throws IOException {
        final DeformationField old = FieldZarr.read(Path.of(System.getProperty("electrode4d.root"), "plugins",
            "org.electrode4d.correlation.tests", "src", "org", "electrode4d", "correlation", "io", "version1.zarr"));
        assertEquals(List.of("written by version 0.1"), old.remarks());
        assertEquals(new Point(-1.5, 2.5, 3.5), old.displacement(0));
        assertEquals(4, old.iterations(0));
        assertEquals(NodeStatus.FILLED, old.status(1));
        assertEquals(NodeResult.UNKNOWN, old.uncertainty(0));
    }

    @Property(tries = 60)
    void spamTablesComeBackToSevenDigits(@ForAll("fields") final DeformationField field) throws IOException {
        final Path file = Files.createTempFile("field", ".tsv");
        try {
            SpamTsv.write(field, file);
            final DeformationField read = SpamTsv.read(file, VOXEL);
            assertEquals(field.grid(), read.grid());
            for (int node = 0; node < field.grid().size(); node++) {
                assertArrayEquals(field.f(node), read.f(node), 6e-8);
                assertEquals(0, field.displacement(node).distance(read.displacement(node)), 2e-7);
                assertEquals(field.status(node), read.status(node));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<DeformationField> fields() {
        final Arbitrary<Integer> count = Arbitraries.integers().between(2, 4);
        return Combinators.combine(count, count, count, Arbitraries.longs(), Arbitraries.of(NodeStatus.values()))
            .as(FieldFilesTest::random);
    }

    private static DeformationField random(final int nx, final int ny, final int nz, final long seed,
        final NodeStatus status) {
        final Random random = new Random(seed);
        final NodeGrid grid = new NodeGrid(new Point(random.nextInt(50), 7, 3),
            new Point(1 + random.nextInt(40), 35, 20), nx, ny, nz);
        final DeformationField.Builder builder = DeformationField.builder(grid, VOXEL);
        for (int node = 0; node < nx * ny * nz; node++) {
            final double[] f = random.doubles(9, -2, 2).toArray();
            final Point u = new Point(random.nextGaussian(), 50 * random.nextGaussian(), -random.nextDouble());
            builder.set(node, new NodeResult(Transformation.of(f, u), status, 0.5, 1,
                status == NodeStatus.FILLED ? 0 : 7, 1e-4,
                NodeResult.UNKNOWN));
        }
        return builder.build();
    }
}
