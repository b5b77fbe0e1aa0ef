// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.nodes.volumes.VolumeReaderNodeFactory;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Two labelled parts of a phantom that turns as a whole by half a degree about z, and moves. */
class DiscreteCorrelationNodeTest {

    private static final int SIZE = 48;
    private static final double VOXEL = 0.05;
    private static final Point FIRST = new Point(14, 16, 20);
    private static final Point SECOND = new Point(32, 30, 26);

    @TempDir
    static Path folder;

    private static NodeTester tester;
    private static BufferedDataTable pairs;
    private static BufferedDataTable labels;

    @BeforeAll
    static void measure() throws Exception {
        tester = NodeTester.open();
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", SIZE).set("strainX", 0.0)
            .set("strainZ", 0.0).run();
        pairs = tester.node(new GlobalRegistrationNodeFactory()).set("freedom", "TRANSLATION")
            .run(phantom.table(0)).table(0);
        labels = read(volume("grains", 7, 12));
    }

    @AfterAll
    static void close() throws Exception {
        tester.close();
    }

    private static Volume volume(final String name, final int first, final int second) {
        final byte[] ids = new byte[SIZE * SIZE * SIZE];
        for (int i = 0; i < ids.length; i++) {
            final Point p = new Point(i % SIZE, i / SIZE % SIZE, i / SIZE / SIZE);
            ids[i] = (byte)(p.distance(FIRST) <= 8 ? first : p.distance(SECOND) <= 8 ? second : 0);
        }
        return Volume.of(name, ArrayImgs.unsignedBytes(ids, SIZE, SIZE, SIZE), VoxelSize.isotropic(VOXEL));
    }

    private static BufferedDataTable read(final Volume volume) throws Exception {
        final Path file = TestVolumes.write(volume, folder.resolve(volume.name() + ".mha"));
        return tester.node(new VolumeReaderNodeFactory()).set("path", file).run(NodeTester.UNCONNECTED).table(0);
    }

    private static NodeTester.Node discrete() {
        return tester.node(new DiscreteCorrelationNodeFactory());
    }

    @Test
    void everyParticleIsARow() throws Exception {
        final Result result = discrete().run(pairs, labels);
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(2, result.table(1).size());
        assertEquals("7", result.cell(1, 0, "Particle").toString());
        assertEquals("12", result.cell(1, 1, "Particle").toString());
        assertEquals("converged", result.cell(1, 1, "Status").toString());
        assertEquals(SECOND.y() * VOXEL, result.number(1, 1, "Centre y [µm]"), 1e-9);
        final double middle = (SIZE - 1) / 2.0;
        final double turn = Math.toRadians(0.5);
        assertEquals((1.3 - turn * (SECOND.y() - middle)) * VOXEL, result.number(1, 1, "Displacement x [µm]"),
            0.02 * VOXEL);
        assertEquals(0.5, result.number(1, 1, "Rotation z [°]"), 0.1);
        assertEquals(0, result.number(1, 1, "Rotation x [°]"), 0.1);
        assertEquals(1, result.number(1, 1, "Volume ratio [-]"), 1e-9);
        assertEquals(result.number(1, 1, "Voxels") * Math.pow(VOXEL, 3), result.number(1, 1, "Volume [µm³]"), 1e-9);
        assertEquals("2", result.cell(0, 0, "Particles").toString());
        assertEquals(100, result.number(0, 0, "Converged particles [%]"));
        assertEquals(0.5, result.number(0, 0, "Mean rotation [°]"), 0.1);
    }

    @Test
    void labelsMayStandBesideThePairs() throws Exception {
        final DataTableSpec spec = new DataTableSpec(Stream.concat(pairs.getDataTableSpec().stream(),
            Stream.of(SeriesColumns.column("Grains", VolumeCell.TYPE))).toArray(DataColumnSpec[]::new));
        final DataCell[] row = NodeTester.row(pairs, 0).stream().toArray(DataCell[]::new);
        final DataCell[] more = Arrays.copyOf(row, row.length + 1);
        more[row.length] = NodeTester.cell(labels, 0, "Volume");
        final Result result = discrete().set("labelColumn", "Grains").run(tester.table(spec, more),
            NodeTester.UNCONNECTED);
        assertEquals(2, result.table(1).size());
    }

    @Test
    void labelsOfAnotherStepAreAWarning() throws Exception {
        final DataCell[] row = NodeTester.row(labels, 0).stream().toArray(DataCell[]::new);
        row[0] = new org.knime.core.data.def.StringCell("T5");
        final Result result = discrete().run(pairs, tester.table(labels.getDataTableSpec(), row));
        assertEquals("T0 to T1: there are no labels of the reference. The table of labels has T5 in 'Step'; it needs a "
            + "row for the step of every reference.", result.warning().get().getSummary());
        assertTrue(result.cell(0, 0, "Particles").isMissing());
        assertEquals(0, result.table(1).size());
    }

    @Test
    void aVolumeWithoutLabelsIsNamed() throws Exception {
        Failures.of(discrete(), pairs, read(volume("nothing", 0, 0)))
            .says("nothing holds no label: no voxel is 1 or more.").resolution("the input");
    }

    @Test
    void labelsOfAnotherShapeAreNamed() throws Exception {
        Failures.of(discrete(), pairs, read(TestVolumes.constant("small", new Shape(8, 8, 8), 1)
            .withVoxelSize(VoxelSize.isotropic(VOXEL))))
            .says("small has 8 x 8 x 8 voxels").says("The labels must cover the reference.");
    }

    @Test
    void greyValuesAreNoLabels() throws Exception {
        final Shape shape = new Shape(SIZE, SIZE, SIZE);
        Failures.of(discrete(), pairs, read(TestVolumes.floats("greys", shape, new float[(int)shape.voxels()])))
            .says("Labels are integers, but greys is of type FLOAT32.");
    }

    @Test
    void aParticleTooLargeForTheMemoryIsAWarning() throws Exception {
        final Result result = discrete().set("memory", 1).run(pairs, labels);
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.startsWith("T0 to T1: Particle 7 was left out: its box of 17 x 17 x 17 voxels takes 2 MiB, "
            + "but the working memory is 1 MiB."), warning);
        assertEquals("window refused", result.cell(1, 0, "Status").toString());
    }

    @Test
    void mostParticlesFailingIsAWarning() throws Exception {
        final Result result = discrete().set("maximumIterations", 1).set("tolerance", 1e-9).run(pairs, labels);
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.startsWith("T0 to T1: most particles failed, only 0 of 2 converged."), warning);
    }

    @Test
    void aColumnOfLabelsMustBeChosen() {
        final String message = assertThrows(InvalidSettingsException.class,
            () -> discrete().run(pairs, NodeTester.UNCONNECTED)).getMessage();
        assertEquals("Choose a column of labels (volumes) in the dialog.", message);
        assertThrows(InvalidSettingsException.class, () -> discrete().set("margin", 51).run(pairs, labels));
    }
}
