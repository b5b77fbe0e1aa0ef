// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
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

class ThicknessNodeTest {

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

    /** 12 x 10 x 20 voxels of 0.5 µm with label 3 from z = 4 on, and a column without; a stray voxel at z = 0. */
    private static Volume electrode(final int thickness) {
        final byte[] voxels = new byte[12 * 10 * 20];
        for (int i = 0; i < voxels.length; i++) {
            final int z = i / 120;
            voxels[i] = (byte)(i % 120 != 7 && z >= 4 && z < 4 + thickness ? 3 : 0);
        }
        voxels[0] = 3;
        return Volume.of("phases", ArrayImgs.unsignedBytes(voxels, 12, 10, 20), TestVolumes.HALF);
    }

    private BufferedDataTable series(final Volume... phases) throws Exception {
        final List<DataCell[]> rows = new ArrayList<>();
        for (int i = 0; i < phases.length; i++) {
            rows.add(new DataCell[]{new StringCell("T" + i), new DoubleCell(2.5 * i), tester.stored(phases[i])});
        }
        return tester.table(SERIES, rows.toArray(DataCell[][]::new));
    }

    private NodeTester.Node node() {
        return tester.node(new ElectrodeThicknessNodeFactory()).set("labels", "3");
    }

    @Test
    void anElectrodeThatSwellsIsMeasuredAgainstTheFirstScan() throws Exception {
        final Result result = node().set("leastRun", 2).run(series(electrode(8), electrode(10)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(4, result.number(0, 0, "Thickness, mean [µm]"), 1e-9);
        assertEquals(0, result.number(0, 0, "Thickness, SD [µm]"), 1e-9);
        assertEquals(0, result.number(0, 0, "Expansion [%]"), 1e-9);
        assertEquals(25, result.number(0, 1, "Expansion [%]"), 1e-9);
        assertEquals("119", result.cell(0, 0, "Columns").toString());
        assertEquals("1", result.cell(0, 0, "Columns without electrode").toString());
        assertEquals(0, result.number(0, 1, "Top Sz [µm]"), 1e-9);
        final Volume map = ((VolumeValue)result.cell(0, 1, "Thickness map")).getVolume();
        assertEquals(new Shape(12, 10, 1), map.shape());
        final float[] values = new float[120];
        map.read(Block.of(map.shape()), values);
        assertEquals(5, values[0]);
        assertTrue(Float.isNaN(values[7]), "no electrode in this column");
        assertEquals("µm", map.metadata().get("unit"));
        assertEquals(0, result.table(1).size(), "no folder for pictures");
    }

    @Test
    void strayVoxelsCountUnlessTheyAreLeftOut() throws Exception {
        final BufferedDataTable series = series(electrode(8));
        assertEquals(6, node().run(series).number(0, 0, "Thickness, maximum [µm]"), 1e-9);
        assertEquals(4, node().set("largestPiece", true).set("largestGap", 2).run(series).number(0, 0,
            "Thickness, maximum [µm]"), 1e-9);
        assertEquals(4.5, node().set("reading", "SOLID").run(series).number(0, 0, "Thickness, maximum [µm]"), 1e-9);
    }

    @Test
    void picturesShowMeanAndMaps(@TempDir final Path folder) throws Exception {
        final Result result = node().set("pictures/folder", folder.toString())
            .run(series(electrode(8), electrode(9), electrode(10)));
        assertEquals(4, result.table(1).size());
        assertTrue(Files.exists(folder.resolve("thickness-mean.png")));
        final Path map = folder.resolve("thickness-map-T2.png");
        assertEquals(map.toString(), result.cell(1, 3, "Picture path").toString());
        assertTrue(ImageIO.read(map.toFile()).getWidth() > 300);
    }

    @Test
    void aScanWithoutElectrodeIsNamed() throws Exception {
        final Result result = node().set("leastRun", 2).run(series(electrode(0), electrode(8), electrode(10)));
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.startsWith("No column of T0 holds electrode: its cells are missing. Label 3 is not there"),
            warning);
        assertTrue(warning.contains("The expansion refers to T1, the first scan with an electrode."), warning);
        assertTrue(result.cell(0, 0, "Thickness, mean [µm]").isMissing());
        assertEquals(25, result.number(0, 2, "Expansion [%]"), 1e-9);
    }

    @Test
    void scansOfTheSameStepHaveTheirOwnMaps(@TempDir final Path folder) throws Exception {
        final DataCell[] row = {new StringCell("T0"), new DoubleCell(0), tester.stored(electrode(8))};
        final Result result = node().set("pictures/folder", folder.toString()).run(tester.table(SERIES, row, row));
        assertEquals(3, result.table(1).size());
        assertTrue(Files.exists(folder.resolve("thickness-map-T0.png")));
        assertTrue(Files.exists(folder.resolve("thickness-map-T0-Row1.png")));
    }

    @Test
    void anElectrodeThatFillsTheVolumeIsAWarning() throws Exception {
        final Volume phases = TestVolumes.constant("phases", new Shape(12, 10, 20), 1);
        final Result result = node().set("labels", "").run(series(phases, electrode(8)));
        assertEquals("Every column of T0 is electrode from the first voxel to the last, so that its thickness is the "
            + "height of the volume. Set 'Labels of the electrode'; the pore is 1, not 0, in phases of thresholds.",
            result.warning().get().getSummary());
        assertEquals(10, result.number(0, 0, "Thickness, mean [µm]"), 1e-9);
    }

    @Test
    void emptyTablesAndMissingCellsAreNoFailures() throws Exception {
        assertEquals(0, node().run(series()).table(0).size());
        final Result result = node().run(series(electrode(8), null));
        assertTrue(result.warning().get().getSummary().contains("missing"), result.warning().toString());
        assertTrue(result.cell(0, 1, "Columns").isMissing());
    }

    @Test
    void greyValuesAreNoPhases() throws Exception {
        final Volume grey = TestVolumes.floats("scan", new Shape(2, 1, 1), 1, 2);
        Failures.of(node(), series(grey)).says("Labels are integers, but scan is of type FLOAT32.").resolution("input");
    }

    @Test
    void labelsThatAreNoNumbersAreNamed() throws Exception {
        final BufferedDataTable series = series(electrode(8));
        final String message = assertThrows(InvalidSettingsException.class,
            () -> node().set("labels", "3, Si").run(series)).getMessage();
        assertTrue(message.contains("'Labels of the electrode' is '3, Si', but 'Si' is not a whole number."), message);
    }
}
