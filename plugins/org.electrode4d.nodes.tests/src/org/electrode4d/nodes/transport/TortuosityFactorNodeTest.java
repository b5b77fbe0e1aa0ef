// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.AxisChoice;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class TortuosityFactorNodeTest {

    private static final int EDGE = 12;

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private static Volume body(final IntUnaryOperator labelAtIndex) {
        final byte[] values = new byte[EDGE * EDGE * EDGE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)labelAtIndex.applyAsInt(i);
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(values, EDGE, EDGE, EDGE), TestVolumes.HALF);
    }

    /** Pore (0) where x is below 3, solid (1) elsewhere; in the second half along z pore is twice as wide. */
    private static Volume funnel() {
        return body(i -> i % EDGE < (i / EDGE / EDGE < EDGE / 2 ? 3 : 6) ? 0 : 1);
    }

    private static Volume channel() {
        return body(i -> i % EDGE < 3 ? 0 : 1);
    }

    private static Volume wall() {
        return body(i -> i / EDGE / EDGE == 5 ? 1 : 0);
    }

    private BufferedDataTable series(final Volume... phases) throws Exception {
        final DataCell[][] rows = new DataCell[phases.length][];
        for (int i = 0; i < phases.length; i++) {
            rows[i] = new DataCell[]{new StringCell("T" + i),
                phases[i] == null ? new MissingCell("no scan") : tester.stored(phases[i])};
        }
        return tester.table(SERIES, rows);
    }

    private NodeTester.Node node() {
        return tester.node(new TortuosityFactorNodeFactory());
    }

    @Test
    void aScanHasItsNumbersLayersAndParameters(@TempDir final Path folder) throws Exception {
        final Result result = node().set("concentration", true).set("pictures/folder", folder.toString())
            .set("files/folder", folder.toString()).run(series(channel()));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(25, result.number(0, 0, "Conducting fraction [%]"), 1e-12);
        assertEquals(0.25 * 3.01e-10, result.number(0, 0, "Effective diffusivity [m²/s]"), 1e-18);
        assertEquals(0.25, result.number(0, 0, "Relative effective diffusivity [-]"), 1e-9);
        assertEquals(1, result.number(0, 0, "Tortuosity factor [-]"), 1e-9);
        assertEquals(4, result.number(0, 0, "MacMullin number [-]"), 1e-8);
        assertEquals("true", result.cell(0, 0, "Percolates").toString());
        final Volume field = ((VolumeValue)result.cell(0, 0, "Concentration")).getVolume();
        assertEquals(1 - 0.5 / EDGE, field.image().getAt(0, 0, 0).getRealDouble(), 1e-6);
        assertTrue(Double.isNaN(field.image().getAt(5, 0, 0).getRealDouble()));
        assertEquals(EDGE, result.table(1).size());
        assertEquals(1, result.number(1, 2, "Position [µm]"), 1e-12);
        assertEquals(1 - 2.5 / EDGE, result.number(1, 2, "Mean concentration [-]"), 1e-9);
        assertEquals(0.25 * 3.01e-10, result.number(1, 2, "Flux behind the layer as diffusivity [m²/s]"), 1e-18);
        assertEquals(1, result.table(2).size());
        assertEquals(0.25, result.number(2, 0, "Negative electrode porosity"), 1e-12);
        assertEquals(1, result.number(2, 0, "Negative electrode tortuosity factor (electrolyte)"), 1e-9);
        assertEquals(1, result.number(2, 0, "Negative electrode Bruggeman coefficient (electrolyte)"), 1e-9);
        assertTrue(Files.exists(folder.resolve("tortuosity-factor.png")));
        final String json = Files.readString(folder.resolve("parameters-T0.json"));
        assertTrue(json.startsWith("{\n  \"Negative electrode porosity\": 0.25,\n"), json);
        assertTrue(json.contains("\"Negative electrode tortuosity factor (electrolyte)\": "), json);
    }

    @Test
    void slicesAreSolvedAlone() throws Exception {
        final Result result = node().set("slices", 2).set("region", CellRegion.SEPARATOR.name())
            .run(series(funnel()));
        assertEquals(3, result.table(2).size());
        assertEquals("Whole", result.cell(2, 0, "Part").toString());
        assertEquals(0.375, result.number(2, 0, "Separator porosity"), 1e-12);
        assertTrue(result.number(2, 0, "Separator tortuosity factor (electrolyte)") > 1.1);
        assertEquals("Slice 2", result.cell(2, 2, "Part").toString());
        assertEquals(2.75, result.number(2, 2, "From [µm]"), 1e-12);
        assertEquals(5.75, result.number(2, 2, "To [µm]"), 1e-12);
        assertEquals(0.5, result.number(2, 2, "Separator porosity"), 1e-12);
        assertEquals(1, result.number(2, 2, "Separator tortuosity factor (electrolyte)"), 1e-9);
    }

    @Test
    void solidConductsElectrons() throws Exception {
        final Result result = node().set("conductors", "1 = 2").set("region", CellRegion.POSITIVE_ELECTRODE.name())
            .run(series(channel()));
        assertEquals(0.25, result.number(2, 0, "Positive electrode porosity"), 1e-12);
        assertEquals(1, result.number(2, 0, "Positive electrode Bruggeman coefficient (electrode)"), 1e-9);
    }

    @Test
    void severalPhasesConduct() throws Exception {
        final Result result = node().set("conductors", "0 = 1; 1 = 0.1").set("axis", AxisChoice.X.name())
            .set("held", HeldConcentration.LAYERS.name()).run(series(channel()));
        // 2.5 and 8.5 voxels in a row
        assertEquals(11 / (2.5 + 85), result.number(0, 0, "Effective diffusivity [m²/s]"), 1e-6);
        assertEquals(0.325, result.number(0, 0, "Wiener upper bound [m²/s]"), 1e-12);
        final Result along = node().set("conductors", "0 = 1; 1 = 0.1").set("reference", 2.0).run(series(channel()));
        assertEquals(0.325, along.number(0, 0, "Effective diffusivity [m²/s]"), 1e-9);
        assertEquals(2 / 0.325, along.number(0, 0, "MacMullin number [-]"), 1e-7);
        assertTrue(result.cell(1, 0, "Flux before the layer as diffusivity [m²/s]").isMissing());
    }

    @Test
    void whatDoesNotPercolateIsZeroAndNamed(@TempDir final Path folder) throws Exception {
        final Result result = node().set("files/folder", folder.toString())
            .run(series(channel(), new LabelVolume(wall(), new TreeMap<>(Map.of(0, "Pore"))).named()));
        assertEquals("The conducting phases 0 (Pore) of T1 do not connect both ends along z: the effective diffusivity "
            + "is 0 and the tortuosity factor infinite.\nThere is no parameter file of T1: JSON has no infinity.",
            result.warning().get().getSummary());
        assertEquals(0, result.number(0, 1, "Effective diffusivity [m²/s]"));
        assertEquals(Double.POSITIVE_INFINITY, result.number(0, 1, "Tortuosity factor [-]"));
        assertEquals("false", result.cell(0, 1, "Percolates").toString());
        assertTrue(result.cell(1, EDGE, "Mean concentration [-]").isMissing());
        assertFalse(Files.exists(folder.resolve("parameters-T1.json")));
    }

    @Test
    void aPhaseThatIsNowhereIsNamed() throws Exception {
        final Result result = node().set("conductors", "5 = 1e-10").run(series(channel()));
        assertEquals("None of the conducting phases 5 is in T0: its effective diffusivity is 0. Check 'Conducting "
            + "phases'.", result.warning().get().getSummary());
    }

    @Test
    void imagesHaveNoLengthAlongZ() throws Exception {
        final Volume image = Volume.of("image", ArrayImgs.unsignedBytes(new byte[] {0, 1, 0, 0}, 2, 2, 1),
            TestVolumes.HALF);
        final Result result = node().set("conductors", "0 = 1").run(series(image));
        assertEquals("T0 has one layer along z, through which every way is straight: the tortuosity factor is 1. "
            + "Choose another axis, for images x or y.", result.warning().get().getSummary());
        assertTrue(node().set("conductors", "0 = 1").set("axis", "Y").run(series(image)).warning().isEmpty());
    }

    @Test
    void tooFewIterationsAreAWarning() throws Exception {
        final String warning = node().set("iterations", 1).set("tolerance", 1e-9).run(series(funnel())).warning()
            .get().getSummary();
        assertTrue(warning.startsWith("The fluxes through the planes of T0 still differ by "), warning);
        assertTrue(warning.endsWith("Allow more, or a larger tolerance."), warning);
    }

    @Test
    void aMissingScanIsPassedOver() throws Exception {
        final Result result = node().run(series(channel(), null));
        assertEquals("1 row has missing inputs and could not be worked on: Row1.",
            result.warning().get().getSummary());
        assertEquals(1, result.table(2).size());
    }

    @Test
    void tooManySlicesAreExplained() throws Exception {
        Failures.of(node().set("slices", 13), series(channel())).says("The scan has 12 layers along the axis, but is "
            + "to be divided into 13 slices. Choose fewer slices. This is step T0.");
    }

    @Test
    void greyValuesAreNoPhases() throws Exception {
        final Volume grey = TestVolumes.floats("scan", new Shape(2, 1, 1), 0, 1);
        Failures.of(node(), series(grey)).says("Labels are integers, but scan is of type FLOAT32.");
    }

    @Test
    void conductorsAreReadOrRefused() throws Exception {
        assertEquals(Map.of(0, 3.01e-10, 2, 5.0), DiffusivityList.parse(" 0 = 3.01e-10 ;2=5", "C"));
        for (final String text : List.of("0", "", "pore = 1", "0 = NaN", "0 = 1, 1e-3")) {
            assertRefused(text, "'C' is '" + text + "', but '" + text + "' is not a label with its value. Write for "
                + "instance 0 = 3.01e-10, 1 = 1e-11.");
        }
        assertRefused("0 = -1", "The diffusivity of label 0 in 'C' is -1.0 m²/s, but must be greater than 0. Leave a "
            + "phase out that does not conduct.");
        assertRefused("0 = 0", "The diffusivity of label 0 in 'C' is 0.0 m²/s, but must be greater than 0. Leave a "
            + "phase out that does not conduct.");
        assertRefused("0 = 1, 0 = 2", "Label 0 is twice in 'C'.");
    }

    private static void assertRefused(final String text, final String message) {
        assertEquals(message,
            assertThrows(InvalidSettingsException.class, () -> DiffusivityList.parse(text, "C")).getMessage());
    }
}
