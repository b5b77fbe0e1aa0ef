// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class RepresentativeVolumeNodeTest {

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

    /** Phases 1, 2 and 3 at random in cubes of 2 voxels, of which phase 1 takes 60 %. */
    private static Volume noise(final int edge, final int seed) {
        final Random random = new Random(seed);
        final int cubes = edge / 2;
        final byte[] drawn = new byte[cubes * cubes * cubes];
        for (int i = 0; i < drawn.length; i++) {
            final double part = random.nextDouble();
            drawn[i] = (byte)(part < 0.6 ? 1 : part < 0.8 ? 2 : 3);
        }
        final byte[] values = new byte[edge * edge * edge];
        for (int i = 0; i < values.length; i++) {
            values[i] = drawn[i / (edge * edge) / 2 * cubes * cubes + i / edge % edge / 2 * cubes + i % edge / 2];
        }
        return Volume.of("phases", ArrayImgs.unsignedBytes(values, edge, edge, edge), TestVolumes.HALF);
    }

    private BufferedDataTable series(final Volume... volumes) throws Exception {
        final DataCell[][] rows = new DataCell[volumes.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new DataCell[]{new StringCell("T" + i), tester.stored(volumes[i])};
        }
        return tester.table(SERIES, rows);
    }

    private NodeTester.Node node() {
        return tester.node(new RepresentativeVolumeNodeFactory());
    }

    /** 8 voxels of independent cubes: 0.6 +/- sqrt(0.6 0.4 / (4 x 4 x 4 cubes)) for places that fall onto cubes. */
    @Test
    void everySizeHasItsScatter(@TempDir final Path folder) throws Exception {
        final Result result = node().set("edges", "4, 8").set("placement", "TILES").set("count", 64)
            .set("tolerance", 6.0).set("pictures/folder", folder.toString()).run(series(noise(32, 1), noise(32, 2)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(4, result.table(0).size());
        assertEquals(4, result.number(0, 0, "Edge [µm]"));
        assertEquals(64, result.number(0, 0, "Volume [µm³]"), 1e-9);
        assertEquals("64", result.cell(0, 0, "Sub-volumes").toString());
        assertEquals("64", result.cell(0, 0, "Disjoint sub-volumes").toString());
        assertEquals("0", result.cell(0, 0, "Without value").toString());
        assertEquals(60, result.number(0, 0, "Fraction, mean [%]"), 1.5);
        assertEquals(result.number(1, 0, "Fraction, whole volume [%]"), result.number(0, 0, "Fraction, mean [%]"), 1e-9,
            "tiles fill the volume");
        assertEquals(100 * Math.sqrt(0.24 / 64), result.number(0, 0, "Fraction, SD [%]"), 1.2);
        assertEquals(100 * result.number(0, 0, "Fraction, SD [%]") / result.number(0, 0, "Fraction, mean [%]"),
            result.number(0, 0, "Coefficient of variation [%]"), 1e-9);
        assertEquals("8", result.cell(0, 1, "Sub-volumes").toString());
        assertEquals(8, result.number(1, 0, "Representative edge [µm]"));
        assertEquals(1, result.table(2).size());
        assertTrue(Files.exists(folder.resolve("representative-volume.png")));
    }

    @ParameterizedTest
    @EnumSource(RepresentativeQuantity.class)
    void everyQuantityIsStudied(final RepresentativeQuantity quantity) throws Exception {
        final Result result = node().set("quantity", quantity.name()).set("count", 6).set("edges", "6").set("tolerance",
            90.0).run(series(noise(24, 3)));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        final double mean = result.number(0, 0, quantity.column("mean"));
        assertEquals(1, mean / result.number(1, 0, quantity.column("whole volume")), 0.2);
        assertTrue(result.number(0, 0, quantity.column("SD")) > 0);
    }

    @Test
    void whatScattersTooMuchIsToldAndHasNoEdge() throws Exception {
        final Result result = node().set("tolerance", 0.1).run(series(noise(32, 4)));
        assertEquals("No size of sub-volumes of T0 has a coefficient of variation within 0.1 %: they are not "
            + "representative of the fraction.", result.warning().get().getSummary());
        assertTrue(result.cell(1, 0, "Representative edge [µm]").isMissing());
        assertEquals(5, result.table(0).size(), "1/8, 3/16, 1/4, 3/8, 1/2 of 16 µm: the first has 4 voxels");
    }

    @Test
    void aPhaseThatIsNowhereIsTold() throws Exception {
        final BufferedDataTable series = series(noise(24, 5));
        final String nowhere = node().set("phase", 9).run(series).warning().get().getSummary();
        assertTrue(nowhere.contains("The fraction of all of T0 is 0, so that nothing is related to it."), nowhere);
        final Result blocked = node().set("phase", 9).set("quantity", "TORTUOSITY_FACTOR").set("edges", "6")
            .set("count", 4).run(series);
        final String warning = blocked.warning().get().getSummary();
        assertTrue(warning.contains("The tortuosity factor of all of T0 is infinite"), warning);
        assertTrue(warning.contains("4 sub-volumes of T0 have no finite tortuosity factor and were left out."),
            warning);
        assertEquals("4", blocked.cell(0, 0, "Without value").toString());
        assertTrue(blocked.cell(0, 0, "Tortuosity factor, mean [-]").isMissing());
    }

    @Test
    void subVolumesThatDoNotFitAreNamed() throws Exception {
        Failures.of(node().set("edges", "20"), series(noise(24, 6)))
            .says("Sub-volumes with an edge of 20.0 µm have 40 x 40 x 40 voxels, but phases has 24 x 24 x 24.")
            .resolution("setting");
    }

    @Test
    void settingsAreChecked() throws Exception {
        final BufferedDataTable series = series(noise(24, 7));
        assertTrue(invalid(node().set("count", 1), series).contains("There must be at least 2 sub-volumes"));
        assertTrue(invalid(node().set("edges", "3, x"), series).contains("'x' is not a number"));
        assertTrue(invalid(node().set("edges", "0"), series).contains("must be above 0"));
        assertTrue(invalid(node().set("tolerance", 0.0), series).contains("'Tolerance' is 0.0 %"));
        assertTrue(invalid(node().set("quantity", "SPECIFIC_INTERFACE").set("second", 1), series)
            .contains("Label 1 has no interface with itself. Name two phases."));
    }

    private static String invalid(final NodeTester.Node node, final BufferedDataTable series) {
        return assertThrows(InvalidSettingsException.class, () -> node.run(series)).getMessage();
    }

    @Test
    void greyValuesAreRefused() throws Exception {
        Failures.of(node(), series(TestVolumes.floats("scan", new Shape(2, 1, 1), 1, 2)))
            .says("The values of the phases must be integers, but").resolution("input");
    }
}
