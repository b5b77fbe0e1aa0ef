// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.io.VolumeFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataTableSpec;

/** What cells keep, and when two of them are the same. */
class CellTest {

    @TempDir
    Path folder;

    private VolumeCell reference(final Volume volume, final String name) throws IOException {
        final Path file = TestVolumes.write(volume, folder.resolve(name));
        return VolumeStorage.reference(volume, file.toString(), "", Progress.NONE);
    }

    @Test
    void aReferenceOpensTheFile() throws Exception {
        final Volume volume = TestVolumes.counting("scan", 4, 3, 2).withMetadata(Map.of("Time [h]", "1.5"));
        final Volume opened = reference(volume, "scan.tif").getVolume();
        final float[] voxels = new float[24];
        opened.read(Block.of(opened.shape()), voxels);
        assertEquals(23, voxels[23]);
        assertEquals(TestVolumes.HALF, opened.voxelSize());
        assertEquals("1.5", opened.metadata().get("Time [h]"));
    }

    @Test
    void cellsAreEqualWhereTheirVolumesAre() throws Exception {
        final VolumeCell a = reference(TestVolumes.counting("a", 4, 3, 2), "a.npy");
        final VolumeCell b = reference(TestVolumes.counting("b", 4, 3, 2), "b.npy");
        final VolumeCell c = reference(TestVolumes.counting("c", 4, 2, 3), "c.npy");
        assertEquals(a, b);
        assertEquals(a.hashCode(), b.hashCode());
        assertNotEquals(a, c);
    }

    @Test
    void theTextIsOneLine() throws Exception {
        assertEquals("scan: 4 × 3 × 2 uint16, voxel 0.5 µm",
            reference(TestVolumes.counting("scan", 4, 3, 2), "scan.tif").toString());
    }

    @Test
    void aFileThatChangedIsNoticed() throws Exception {
        final VolumeCell cell = reference(TestVolumes.counting("scan", 4, 3, 2), "scan.tif");
        TestVolumes.write(TestVolumes.counting("scan", 5, 3, 2), folder.resolve("scan.tif"));
        final String message = assertThrows(VolumeFormatException.class, cell::getVolume).getMessage();
        assertTrue(message.contains("scan.tif") && message.contains("5 x 3 x 2"), message);
    }

    @Property(tries = 50)
    void aDescriptionSurvivesItsSerializer(@ForAll final String name,
        @ForAll @LongRange(min = 1, max = 1L << 40) final long x, @ForAll final VoxelType type,
        @ForAll @DoubleRange(min = 0.01, max = 1e6) final double size, @ForAll final double origin)
        throws IOException {
        final String shown = name.substring(0, Math.min(1000, name.length())).replaceAll("[^\\x20-\\x7E]", "é");
        final VolumeDescription description = new VolumeDescription(shown, new Shape(x, 2, 3), type,
            new VoxelSize(size, size, 2 * size), new Point(origin, 0, -origin),
            new TreeMap<>(Map.of("k", "v")), "hash");
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        description.write(new DataOutputStream(bytes));
        assertEquals(description,
            VolumeDescription.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
    }

    @Test
    void aNewerVersionIsRefused() {
        final var in = new DataInputStream(new ByteArrayInputStream(new byte[]{99}));
        assertTrue(assertThrows(IOException.class, () -> VolumeDescription.read(in)).getMessage().contains("99"));
    }

    @Test
    void aFieldComesBackFromItsStore() throws Exception {
        final NodeGrid grid = new NodeGrid(new Point(3, 3, 3), new Point(5, 5, 5), 2, 3, 4);
        final DeformationField field =
            DeformationField.uniform(grid, TestVolumes.HALF, Point.ORIGIN, Transformation.translation(1, -2, 0.25));
        try (NodeTester tester = NodeTester.open()) {
            final var context = tester.context();
            final DeformationFieldCell cell = FieldStorage.store(field, context, Progress.NONE);
            assertEquals(cell, FieldStorage.store(field, context, Progress.NONE));
            assertEquals(new Point(1, -2, 0.25), cell.getDeformationField().displacement(23));
            assertEquals("2 × 3 × 4 nodes every 5 voxels, 100.0 % converged, 0.0 % filled", cell.toString());
        }
    }

    @Test
    void cellsInTablesKeepTheirVoxels() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Volume volume = TestVolumes.counting("scan", 4, 3, 2);
            final VolumeCell stored = VolumeStorage.store(volume, tester.context(), Progress.NONE);
            final var table = tester.table(new DataTableSpec(SeriesColumns.column("Volume", VolumeCell.TYPE)),
                new VolumeCell[]{stored}, new VolumeCell[]{reference(volume, "scan.tif")});
            for (int row = 0; row < 2; row++) {
                final Volume read = ((VolumeValue)NodeTester.cell(table, row, "Volume")).getVolume();
                final float[] voxel = new float[1];
                read.read(new Block(3, 2, 1, 1, 1, 1), voxel);
                assertEquals(23, voxel[0]);
            }
        }
    }
}
