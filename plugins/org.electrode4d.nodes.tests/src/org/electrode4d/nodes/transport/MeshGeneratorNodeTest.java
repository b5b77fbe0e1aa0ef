// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class MeshGeneratorNodeTest {

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.TIME, DoubleCell.TYPE), SeriesColumns.column("Phases", VolumeCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** 12 x 10 x 8 voxels of 0.5 µm: label 1, and label 2 where x and z are 4 or more. */
    private static Volume phases() {
        final byte[] voxels = new byte[12 * 10 * 8];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (byte)(i % 12 >= 4 && i / 120 >= 4 ? 2 : 1);
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(voxels, 12, 10, 8), TestVolumes.HALF);
    }

    private BufferedDataTable series(final Volume phases) throws Exception {
        return tester.table(SERIES, new DataCell[]{new StringCell("T0"), new DoubleCell(0), tester.stored(phases)});
    }

    private NodeTester.Node node() {
        return tester.node(new MeshGeneratorNodeFactory());
    }

    /** With the planes across it, as set at first, one row of voxels would be left. */
    @Test
    void anImageIsItsOwnSlice() throws Exception {
        final Volume image = phases().crop(new Block(0, 0, 5, 12, 10, 1));
        final Result result = node().set("mesh/interfaces", "STEPS").run(series(image));
        assertEquals(12 * 10 * 0.25, result.number(0, 0, "Area [µm²]"), 1e-9);
    }

    @Test
    void aSliceIsMeshedInTriangles() throws Exception {
        final Result result = node().set("mesh/interfaces", "STEPS").run(series(phases()));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals("All", result.cell(0, 0, "Phase").toString());
        assertEquals(12 * 8 * 0.25, result.number(0, 0, "Area [µm²]"), 1e-9);
        assertTrue(result.cell(0, 0, "Volume [µm³]").isMissing());
        assertEquals(8 * 4 * 0.25, result.number(0, 2, "Area [µm²]"), 1e-9);
        assertEquals(0, result.number(0, 2, "Deviation from voxels [%]"), 1e-9);
        assertEquals((8 + 4) * 0.5, result.number(0, 1, "Interface length [µm]"), 1e-9);
        assertEquals(45, result.number(0, 0, "Smallest angle, minimum [°]"), 1e-4);
        assertEquals("2", result.cell(0, 2, "Label").toString());
        double elements = 0;
        for (int bin = 0; bin < 18; bin++) {
            elements += result.number(1, bin, "Elements");
        }
        assertEquals(result.number(0, 0, "Elements"), elements);
        assertEquals("Smallest angle [°]", result.cell(1, 0, "Quality").toString());
    }

    @Test
    void everyPlaneIsMeshedWithItsOwnVoxels() throws Exception {
        final Volume stretched = phases().withVoxelSize(new VoxelSize(1, 2, 3));
        for (final String plane : new String[]{"XY", "XZ", "YZ"}) {
            final Result result = node().set("plane", plane).set("position", 1.0).run(series(stretched));
            final double area = switch (plane) {
                case "XY" -> 12 * 10 * 2;
                case "XZ" -> 12 * 8 * 3;
                default -> 10 * 8 * 6;
            };
            assertEquals(area, result.number(0, 0, "Area [µm²]"), 1e-9, plane);
        }
    }

    @Test
    void aVolumeIsMeshedInTetrahedra() throws Exception {
        final Result result = node().set("region", "VOLUME").run(series(phases()));
        assertEquals(12 * 10 * 8 * 0.125, result.number(0, 0, "Volume [µm³]"), 1e-9);
        assertTrue(result.cell(0, 0, "Area [µm²]").isMissing());
        assertTrue(result.number(0, 0, "Smallest angle, minimum [°]") > 5);
        assertTrue(result.number(0, 1, "Interface area [µm²]") < (8 + 4) * 10 * 0.25);
    }

    @Test
    void meshesAndPicturesAreWritten(@TempDir final Path folder) throws Exception {
        final Result result = node().set("files/folder", folder.toString()).set("pictures/folder", folder.toString())
            .run(series(phases()));
        final Path mesh = Path.of(result.cell(0, 0, "Mesh path").toString());
        assertEquals("mesh-T0.vtu", mesh.getFileName().toString());
        assertTrue(Files.size(mesh) > 1000);
        assertTrue(result.cell(0, 1, "Mesh path").isMissing());
        final BufferedImage picture = ImageIO.read(Path.of(result.cell(2, 0, "Picture path").toString()).toFile());
        assertTrue(picture.getWidth() > picture.getHeight());
        assertNotEquals(picture.getRGB(picture.getWidth() / 10, picture.getHeight() / 4),
            picture.getRGB(picture.getWidth() * 9 / 10, picture.getHeight() * 9 / 10));
    }

    @Test
    void aSinglePhaseIsAWarning() throws Exception {
        final Result result = node().set("plane", "XY").set("position", 0.0).run(series(phases()));
        assertEquals("T0 has one phase, Label 1, so that its mesh has no interfaces.",
            result.warning().get().getSummary());
    }

    @Test
    void aPhaseThatIsLostInCoarseCellsIsAWarning() throws Exception {
        final byte[] voxels = new byte[8 * 8];
        voxels[0] = 3;
        final Result result = node().set("region", "VOLUME").set("mesh/finest", 4).run(series(
            Volume.of("phases", ArrayImgs.unsignedBytes(voxels, 8, 8, 1), TestVolumes.HALF)));
        assertTrue(result.warning().get().getSummary().contains("Label 3 of T0 is not in the mesh: it is nowhere "
            + "most of the voxels of a cell. Choose smaller finest elements."), result.warning().toString());
    }

    @Test
    void tooManyElementsAreRefused() throws Exception {
        Failures.of(node().set("mesh/mostElements", 10), series(phases())).says("at most 10 are allowed. Choose "
            + "larger finest elements or fewer halvings, crop the image, or allow more.");
    }

    @Test
    void sizesThatAreNoPowersOfTwoAreRefused() throws Exception {
        final BufferedDataTable series = series(phases());
        assertEquals("The finest elements of a mesh are 3 voxels, but must be a power of two from 1 to 1024.",
            assertThrows(InvalidSettingsException.class, () -> node().set("mesh/finest", 3).run(series)).getMessage());
    }

    @Test
    void greyValuesAreNoPhases() throws Exception {
        Failures.of(node(), series(Volume.of("scan", ArrayImgs.floats(new float[8], 2, 2, 2), TestVolumes.HALF)))
            .says("The values of the phases must be integers, but scan is of type FLOAT32.").resolution("input");
    }
}
