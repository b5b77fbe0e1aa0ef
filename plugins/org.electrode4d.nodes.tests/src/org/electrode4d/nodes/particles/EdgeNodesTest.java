// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
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
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Edge Resolution and Line Profile. */
class EdgeNodesTest {

    private static final int X = 64;
    private static final int Y = 40;
    private static final int Z = 40;

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Particles", VolumeCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** An edge at x = 31.2 voxels of 50 nm, whose profile is a logistic function of nearly Gaussian derivative. */
    private static Volume scan(final double contrast) {
        final float[] values = new float[X * Y * Z];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float)(100 + contrast / (1 + Math.exp(-(i % X - 31.2) / 1.3)));
        }
        return Volume.of("scan", ArrayImgs.floats(values, X, Y, Z), VoxelSize.isotropic(0.05));
    }

    private static Volume particle() {
        final byte[] values = new byte[X * Y * Z];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i % X > 31 ? 9 : 0);
        }
        return Volume.of("particles", ArrayImgs.unsignedBytes(values, X, Y, Z), VoxelSize.isotropic(0.05));
    }

    private BufferedDataTable series(final Volume... scans) throws Exception {
        final List<DataCell[]> rows = new ArrayList<>();
        for (final Volume scan : scans) {
            rows.add(new DataCell[]{new StringCell("T" + rows.size()), tester.stored(scan == null ? null : particle()),
                tester.stored(scan)});
        }
        return tester.table(SERIES, rows.toArray(DataCell[][]::new));
    }

    @Test
    void widthsAreToldInNanometresAndVoxels(@TempDir final Path folder) throws Exception {
        final Result result = tester.node(new EdgeResolutionNodeFactory()).set("edges", 3).set("separation", 5.0)
            .set("pictures/folder", folder.toString()).run(series(scan(1000), scan(500)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals("3", result.cell(0, 1, "Edges").toString());
        final double logistic = 2 * 1.3 * Math.log(3 + 2 * Math.sqrt(2));
        assertEquals(logistic, result.number(0, 0, "FWHM spline, mean [voxel]"), 0.03 * logistic);
        assertEquals(50 * result.number(0, 0, "FWHM erf, mean [voxel]"), result.number(0, 0, "FWHM erf, mean [nm]"),
            1e-9);
        assertEquals(0, result.number(0, 0, "FWHM erf, SD [nm]"), 1);
        assertEquals(6, result.table(1).size());
        assertEquals(31.2 * 0.05, result.number(1, 0, "x [µm]"), 1e-3);
        assertEquals(1, result.number(1, 0, "Normal x [-]"), 1e-6);
        assertEquals(1000, result.number(1, 0, "Contrast [grey value]"), 20);
        assertTrue(result.cell(1, 0, "Particle").isMissing());
        assertEquals(6 * 49, result.table(2).size());
        assertEquals(-600, result.number(2, 0, "Distance [nm]"), 1e-9);
        assertEquals(2, result.table(3).size());
        assertTrue(ImageIO.read(folder.resolve("edges-T0.png").toFile()).getHeight() > 1000);
    }

    @Test
    void aParticleGivesOneEdgeAndTheNodeTellsThatItIsOne() throws Exception {
        final Result result =
            tester.node(new EdgeResolutionNodeFactory()).set("source", "PARTICLES").run(series(scan(1000)));
        assertEquals("1", result.cell(0, 0, "Edges").toString());
        assertEquals("9", result.cell(1, 0, "Particle").toString());
        assertTrue(result.cell(0, 0, "FWHM erf, SD [nm]").isMissing(), "one edge has no scatter");
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.startsWith("Only 1 of 10 edges were found in T0. Of "), warning);
        assertTrue(warning.contains("of the same particle"), warning);
    }

    @Test
    void scansOfTheSameStepHaveTheirOwnPictures(@TempDir final Path folder) throws Exception {
        final DataCell[] row = {new StringCell("T0"), tester.stored(particle()), tester.stored(scan(1000))};
        final Result result = tester.node(new EdgeResolutionNodeFactory()).set("edges", 1)
            .set("pictures/folder", folder.toString()).run(tester.table(SERIES, row, row));
        assertEquals(folder.resolve("edges-T0.png").toString(), result.cell(3, 0, "Picture path").toString());
        assertEquals(folder.resolve("edges-T0-Row1.png").toString(), result.cell(3, 1, "Picture path").toString());
    }

    @Test
    void aScanWithoutEdgesIsNamed() throws Exception {
        final Result result = tester.node(new EdgeResolutionNodeFactory()).run(series(scan(0)));
        assertEquals("No edge of T0 will do. Its grey values change nowhere.", result.warning().get().getSummary());
        assertEquals("0", result.cell(0, 0, "Edges").toString());
        assertTrue(result.cell(0, 0, "FWHM erf, mean [nm]").isMissing());
        assertEquals(0, result.table(1).size());
    }

    @Test
    void profilesThatAreTooShortAreRefused() throws Exception {
        final BufferedDataTable series = series(scan(1000));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> tester.node(new EdgeResolutionNodeFactory()).set("halfLength", 2.0).run(series)).getMessage();
        assertTrue(message.contains("The half length of profiles is 2.0, but must lie between 4.0 and 100.0."),
            message);
    }

    @Test
    void theLineIsSampledInEveryScan(@TempDir final Path folder) throws Exception {
        final Result result = tester.node(new LineProfileNodeFactory()).set("fromX", 1.0).set("fromY", 1.0)
            .set("fromZ", 1.0).set("toX", 2.0).set("toY", 1.0).set("toZ", 1.0).set("width", 0.2)
            .set("pictures/folder", folder.toString()).run(series(scan(1000), scan(500)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(42, result.table(0).size());
        assertEquals("T1", result.cell(0, 21, "Step").toString());
        assertEquals(0.05, result.number(0, 1, "Distance [µm]"), 1e-9);
        assertEquals(100 + 1000 / (1 + Math.exp(-(30 - 31.2) / 1.3)), result.number(0, 10, "Mean [grey value]"), 1);
        assertEquals("25", result.cell(0, 10, "Values").toString());
        assertTrue(ImageIO.read(folder.resolve("line-profile-profiles.png").toFile()).getHeight() > 300);
    }

    @Test
    void aLineOutsideOfTheScanIsNamed() throws Exception {
        final Result result = tester.node(new LineProfileNodeFactory()).set("fromX", 50.0).set("toX", 51.0)
            .run(series(scan(1000)));
        assertEquals("The line is outside of T0: it has no values there.", result.warning().get().getSummary());
        assertTrue(result.cell(0, 0, "Mean [grey value]").isMissing());
        final BufferedDataTable series = series(scan(1000));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> tester.node(new LineProfileNodeFactory()).set("toX", 0.0).run(series)).getMessage();
        assertTrue(message.contains("has no length"), message);
    }

    @Test
    void labelsOfAnotherShapeAreNamed() throws Exception {
        final Volume small = scan(1000).crop(new Block(0, 0, 0, X, Y, 20));
        Failures.of(tester.node(new EdgeResolutionNodeFactory()).set("source", "PARTICLES"), series(small))
            .says("Both must have the same shape").resolution("input");
    }

    @Test
    void emptyTablesAndMissingCellsAreNoFailures() throws Exception {
        assertEquals(0, tester.node(new EdgeResolutionNodeFactory()).run(series()).table(0).size());
        assertEquals(0, tester.node(new LineProfileNodeFactory()).run(series()).table(0).size());
        for (final Result result : List.of(tester.node(new EdgeResolutionNodeFactory()).run(series((Volume)null)),
            tester.node(new LineProfileNodeFactory()).run(series((Volume)null)))) {
            assertTrue(result.warning().get().getSummary().contains("missing"), result.warning().toString());
        }
    }
}
