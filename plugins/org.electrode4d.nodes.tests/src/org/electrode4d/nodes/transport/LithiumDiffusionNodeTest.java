// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.transport.diffusion.DiffusivityRule;
import org.electrode4d.transport.diffusion.SolvedPhase;
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
import org.knime.core.node.KNIMEException;

/** A pore (0) of one voxel on top of SEI (1) and a particle (3) below: 0.1 µm voxels, 12 x 4 x 11. */
class LithiumDiffusionNodeTest {

    private static final int[] SHAPE = {12, 4, 11};

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE), SeriesColumns.column("Particles", VolumeCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private static Volume layers(final int... labels) {
        final byte[] values = new byte[SHAPE[0] * SHAPE[1] * SHAPE[2]];
        for (int i = 0; i < values.length; i++) {
            final int z = i / (SHAPE[0] * SHAPE[1]);
            values[i] = (byte)labels[z == 0 ? 0 : z < 8 ? 1 : 2];
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(values, SHAPE[0], SHAPE[1], SHAPE[2]),
            VoxelSize.isotropic(0.1));
    }

    private BufferedDataTable series(final Volume phases) throws Exception {
        return tester.table(SERIES, new DataCell[]{new StringCell("T0"), tester.stored(phases),
            tester.stored(layers(0, 0, 7))});
    }

    private NodeTester.Node node() {
        return tester.node(new LithiumDiffusionNodeFactory()).set("phases", "1 = 1; 3 = 1").set("diffusivity", 1e-12)
            .set("massTransfer", 1e-6).set("outputTimes", "0.5, 2").set("endTime", 10.0);
    }

    @Test
    void mapsCurvesUptakeAndReportAreTold(@TempDir final Path folder) throws Exception {
        final Result result = node().set("probes", "I: 0.5, 0, 0.2; II: 0.5, 0, 1").set("useParticles", true)
            .set("pictures/folder", folder.toString()).set("files/folder", folder.toString())
            .run(series(layers(0, 1, 3)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(2, result.table(0).size());
        final Volume map = ((VolumeValue)result.cell(0, 0, "Concentration")).getVolume();
        assertEquals(11, map.shape().z());
        assertEquals(1, map.shape().y());
        final float[] values = new float[(int)map.shape().voxels()];
        map.read(Block.of(map.shape()), values);
        assertTrue(Float.isNaN(values[0]));
        assertTrue(values[12] > values[10 * 12] && values[10 * 12] > 0, "more near the pore");
        assertEquals("Mean", result.cell(1, 0, "Probe").toString());
        assertEquals(0, result.number(1, 0, "Concentration [mol/L]"));
        final List<String> names = List.of("Solved phases", "Label 1", "Label 3", "7", "I", "II");
        for (int row = 0; row < names.size(); row++) {
            assertEquals(names.get(row), result.cell(2, row, "Name").toString());
        }
        assertEquals(1.2, result.number(2, 0, "Volume [µm³]"), 1e-6);
        assertEquals(result.number(2, 2, "Uptake [fmol]"), result.number(2, 3, "Uptake [fmol]"), 1e-9);
        assertEquals(result.number(2, 0, "Uptake [fmol]"), result.number(3, 0, "Inflow [fmol]"), 1e-7);
        assertTrue(result.number(2, 4, "Time to 90 % [s]") < result.number(2, 5, "Time to 90 % [s]"));
        assertEquals(100, result.number(3, 0, "Connected part [%]"), 1e-9);
        assertEquals(3, result.table(4).size());
        assertTrue(Files.exists(folder.resolve("diffusion-T0-curves.png")));
        assertTrue(Files.size(folder.resolve("diffusion-T0-0.5 s.vtu")) > 1000);
    }

    @Test
    void elementsThatAreTooLargeForATimeAreTold() throws Exception {
        final Result result = node().set("diffusivity", 1e-17).set("massTransfer", 1e-3).set("outputTimes", "0.01")
            .set("endTime", 0.01).run(series(layers(0, 1, 3)));
        assertTrue(result.warning().toString().contains("mol/L leave the range from 0 to 1.00 mol/L, since lithium "
            + "has not come as far as the elements are large."), result.warning().toString());
    }

    /** With the planes across it, as set at first, one row of voxels would be left. */
    @Test
    void anImageIsItsOwnSlice() throws Exception {
        final byte[] values = new byte[12 * 11];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte)(i < 12 ? 0 : 1);
        }
        final Volume image =
            Volume.of("image", ArrayImgs.unsignedBytes(values, 12, 11, 1), VoxelSize.isotropic(0.1));
        final Result result = node().set("phases", "1 = 1").run(
            tester.table(SERIES, new DataCell[]{new StringCell("T0"), tester.stored(image), tester.stored(image)}));
        assertEquals(1.2, result.number(2, 0, "Volume [µm³]"), 1e-6);
        assertEquals(11, ((VolumeValue)result.cell(0, 0, "Concentration")).getVolume().shape().y());
    }

    @Test
    void aVolumeIsComputedInSpace() throws Exception {
        final Result result = node().set("region", "VOLUME").set("mesh/finest", 1).set("mesh/coarsest", 4)
            .run(series(layers(0, 1, 3)));
        assertEquals(0.48, result.number(2, 0, "Volume [µm³]"), 1e-6);
        assertEquals(4, ((VolumeValue)result.cell(0, 0, "Concentration")).getVolume().shape().y());
    }

    @Test
    void theNumbersOfThePaperFillASmallRegionAtOnce() throws Exception {
        final Result result = tester.node(new LithiumDiffusionNodeFactory()).run(series(layers(0, 1, 3)));
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.startsWith("T0 is full before the first map at 2.0 s: its mean reached 90 % after 0.0"),
            warning);
        assertEquals(3, result.table(0).size());
    }

    @Test
    void withoutContactNothingComesIn() throws Exception {
        final Result result = node().set("sources", "5").run(series(layers(0, 1, 3)));
        assertEquals("No source phase touches a solved phase in T0: nothing comes in, and the concentration stays 0. "
            + "Check 'Source phases'.", result.warning().get().getSummary());
        assertEquals(0, result.number(2, 0, "Mean concentration [mol/L]"));
        assertTrue(result.cell(2, 0, "Time to 90 % [s]").isMissing());
    }

    @Test
    void whatIsCutOffIsTold() throws Exception {
        final Result result = node().set("phases", "1 = 0.5; 3 = 0.5").run(series(separated()));
        assertEquals("22.2 % of the solved phases of T0 are cut off from all sources and stay empty.",
            result.warning().get().getSummary());
    }

    /** As {@link #layers}, with a sheet of another phase (2) between SEI and particle. */
    private static Volume separated() {
        final byte[] values = new byte[SHAPE[0] * SHAPE[1] * SHAPE[2]];
        for (int i = 0; i < values.length; i++) {
            final int z = i / (SHAPE[0] * SHAPE[1]);
            values[i] = (byte)(z == 0 ? 0 : z < 8 ? 1 : z == 8 ? 2 : 3);
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(values, SHAPE[0], SHAPE[1], SHAPE[2]),
            VoxelSize.isotropic(0.1));
    }

    @Test
    void aPhaseThatIsNowhereIsNamed() throws Exception {
        final Result some = node().set("phases", "1 = 1; 6 = 1").run(series(layers(0, 1, 3)));
        assertEquals("Label 6 is nowhere in the phases of T0.", some.warning().get().getSummary());
        final Result none = node().set("phases", "6 = 1").run(series(layers(0, 1, 3)));
        assertEquals("There is no solved phase in T0. Check 'Solved phases'.", none.warning().get().getSummary());
        assertEquals(0, none.table(0).size());
    }

    @Test
    void aProbeOutsideIsRefused() throws Exception {
        final BufferedDataTable series = series(layers(0, 1, 3));
        final KNIMEException failure = assertThrows(KNIMEException.class, () -> node().set("probes", "III: 0.5, 0, 0")
            .run(series));
        assertEquals("Probe III at (0.5000, 0.000) µm is outside of the solved phases. The nearest place in them is "
            + "(0.4500, 0.05000) µm, 0.07071 µm away. This is step T0.", failure.getKNIMEMessage().getSummary());
    }

    @Test
    void settingsThatCannotBeAreNamed() throws Exception {
        assertRefused("The porosity of phase 1 is 0.0, but must be greater than 0", "phases", "1 = 0");
        assertRefused("'Solved phases' is '1: 0.5', but '1: 0.5' is not a label", "phases", "1: 0.5");
        assertRefused("'Solved phases' is ' ', but '' is not a label with its value. Write for instance 1 = 0.64; 3 = "
            + "0.2, 1e-13.", "phases", " ");
        assertRefused("The diffusivity of phase 1 is 0.0 m²/s", "phases", "1 = 1, 0");
        assertRefused("There is no source phase", "sources", "");
        assertRefused("'Output times [s]' is '2, soon', but 'soon' is not a number", "outputTimes", "2, soon");
        assertRefused("Output time 20.0 s is not between", "outputTimes", "2, 20");
        assertRefused("'Probes [µm]' is 'A: 1, 2', but 'A: 1, 2' does not have the three", "probes", "A: 1, 2");
        assertRefused("'Probes [µm]' is 'A: 1, 2, 3; A: 4, 5, 6', in which two", "probes", "A: 1, 2, 3; A: 4, 5, 6");
        assertRefused("The finest elements of a mesh are 3 voxels", "mesh/finest", 3);
    }

    private void assertRefused(final String start, final String key, final Object value) throws Exception {
        final BufferedDataTable series = series(layers(0, 1, 3));
        final NodeTester.Node node = node();
        final Exception failure = assertThrows(Exception.class,
            () -> (value instanceof Integer number ? node.set(key, number) : node.set(key, value.toString()))
                .run(series));
        assertTrue(failure.getMessage().contains(start), failure.getMessage());
    }

    @Test
    void phasesMayHaveADiffusivityOfTheirOwn() throws InvalidSettingsException {
        assertEquals(List.of(new SolvedPhase(1, 0.25, 1e-10 * 0.125), new SolvedPhase(3, 1, 1e-14)),
            DiffusionText.phases("1=0.25, 3 = 1; 1e-14;", 1e-10, DiffusivityRule.BRUGGEMAN));
        assertEquals(List.of(new SolvedPhase(1, 0.25, 0.25e-10)),
            DiffusionText.phases("1=0.25", 1e-10, DiffusivityRule.LINEAR));
        assertArrayEquals(new double[]{0.001, 2}, DiffusionText.times("1e-3 2"));
    }
}
