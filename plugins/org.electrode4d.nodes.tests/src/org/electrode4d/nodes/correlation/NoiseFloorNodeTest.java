// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.cell.DeformationFieldCell;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** The noise floor of T8 and T9, and the residual map of T0 and T1 that it is for. */
class NoiseFloorNodeTest {

    private static final Shape SHAPE = new Shape(40, 30, 30);
    private static final double NOISE = 100;

    private static final DataTableSpec PAIRS =
        new DataTableSpec(SeriesColumns.column(PairColumns.REFERENCE_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
            SeriesColumns.column(PairColumns.REFERENCE, VolumeCell.TYPE),
            SeriesColumns.column(PairColumns.DEFORMED, VolumeCell.TYPE),
            SeriesColumns.column(PairColumns.FIELD, DeformationFieldCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** The same texture in every scan, with noise of its own, and a change of grey value in a cube. */
    private static Volume scan(final String name, final float change) {
        final Random texture = new Random(1);
        final Random noise = new Random(name.hashCode());
        final float[] voxels = new float[(int)SHAPE.voxels()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (float)(30000 + 2000 * texture.nextGaussian() + NOISE * noise.nextGaussian());
            final int z = i / 1200;
            final int y = i / 40 % 30;
            final int x = i % 40;
            voxels[i] += x >= 18 && x < 23 && y >= 13 && y < 18 && z >= 13 && z < 18 ? change : 0;
        }
        return TestVolumes.floats(name, SHAPE, voxels);
    }

    private DataCell[] pair(final Volume reference, final Volume deformed) throws Exception {
        final DeformationField field = DeformationField.uniform(NodeGrid.centred(SHAPE, 10), TestVolumes.HALF,
            NodeGrid.centred(SHAPE, 10).position(0), Transformation.IDENTITY);
        return new DataCell[]{new StringCell(reference.name()), new StringCell(deformed.name()),
            VolumeStorage.store(reference, tester.context(), Progress.NONE),
            VolumeStorage.store(deformed, tester.context(), Progress.NONE),
            FieldStorage.store(field, tester.context(), Progress.NONE)};
    }

    private BufferedDataTable pairs() throws Exception {
        return tester.table(PAIRS, pair(scan("T0", 0), scan("T1", 4000)), pair(scan("T8", 4000), scan("T9", 4000)));
    }

    private NodeTester.Node floor() {
        return tester.node(new NoiseFloorNodeFactory());
    }

    private static double number(final BufferedDataTable table, final String column) {
        return ((DoubleValue)NodeTester.cell(table, 0, column)).getDoubleValue();
    }

    @Test
    void theLastRowIsTheDoubleScan() throws Exception {
        final Result result = floor().run(pairs(), NodeTester.UNCONNECTED);
        final BufferedDataTable noise = result.table(1);
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(1, noise.size());
        assertEquals("T8", NodeTester.cell(noise, 0, "Reference step").toString());
        assertEquals("T9", NodeTester.cell(noise, 0, "Deformed step").toString());
        assertEquals(99.9, number(noise, "Percentile [%]"));
        assertEquals(NOISE, number(noise, "Noise of one scan [grey value]"), 0.03 * NOISE);
        assertEquals(number(noise, "99.9th percentile [grey value]"), number(noise, PairColumns.NOISE_THRESHOLD));
        assertTrue(number(noise, "95th percentile [grey value]") < number(noise, "99.99th percentile [grey value]"));
        assertTrue(number(noise, "Robust standard deviation [grey value]") < 12, "7.5 is what smoothing leaves");
        assertEquals(24 * 14 * 14, Integer.parseInt(NodeTester.cell(noise, 0, "Voxels").toString()));
        assertEquals(2, result.table(0).size());
    }

    @Test
    void theResidualMapTakesTheThresholdFromTheColumn() throws Exception {
        final Result floor = floor().run(pairs(), NodeTester.UNCONNECTED);
        final Result maps = tester.node(new ResidualMapNodeFactory()).set("thresholdSource", "COLUMN")
            .set("signed", true).run(floor.table(0));
        final Volume map = ((VolumeValue)maps.cell(0, 0, "Residual")).getVolume();
        final float[] inner = new float[24 * 14 * 14];
        map.read(new Block(8, 8, 8, 24, 14, 14), inner);
        assertTrue(inner[(7 * 14 + 7) * 24 + 12] > 1000, "the change is seen");
        assertEquals(0, inner[0], "noise is not");
        final Volume signed = ((VolumeValue)maps.cell(0, 0, "Signed residual")).getVolume();
        final float[] row = new float[40];
        signed.read(new Block(0, 15, 15, 40, 1, 1), row);
        assertEquals(inner[(7 * 14 + 7) * 24 + 12], row[20]);
        assertTrue(row[2] != 0, "without threshold");
        assertTrue(((DoubleValue)maps.cell(0, 1, "Residual, mean [grey value]")).getDoubleValue() < 1,
            "the double scan itself is empty, but for its faces");
    }

    @Test
    void stepsAndPercentileAreChosenAndAnotherTableGetsTheThreshold() throws Exception {
        final BufferedDataTable other = tester.table(PAIRS, pair(scan("T0", 0), scan("T9", 4000)));
        final Result result = floor().set("referenceStep", "T8").set("deformedStep", "T9").set("percentile", 95.0)
            .run(pairs(), other);
        assertEquals(1, result.table(0).size());
        assertEquals("T0", result.cell(0, 0, "Reference step").toString());
        assertEquals(number(result.table(1), "95th percentile [grey value]"),
            number(result.table(0), PairColumns.NOISE_THRESHOLD));
    }

    @Test
    void aNewResidualMapBehindItUsesTheColumn() throws Exception {
        final Result floor = floor().run(pairs(), NodeTester.UNCONNECTED);
        final Result byDefault = tester.node(new ResidualMapNodeFactory()).run(floor.table(0));
        final Result byColumn = tester.node(new ResidualMapNodeFactory()).set("thresholdSource", "COLUMN")
            .run(floor.table(0));
        assertEquals(byColumn.cell(0, 0, "Residual"), byDefault.cell(0, 0, "Residual"));
        final Result byValue = tester.node(new ResidualMapNodeFactory()).run(pairs());
        assertFalse(byValue.cell(0, 0, "Residual").equals(byDefault.cell(0, 0, "Residual")), "5000 empties it");
    }

    @Test
    void aStepThatIsNotThereIsNamed() throws Exception {
        Failures.of(floor().set("deformedStep", "T7"), pairs(), NodeTester.UNCONNECTED)
            .says("No row has the deformed step 'T7' but only T0 to T1, T8 to T9.").resolution("dialog");
    }

    @Test
    void scansOfDifferentStatesAreDoubted() throws Exception {
        final Result result = floor().set("referenceStep", "T0").run(pairs(), NodeTester.UNCONNECTED);
        final String warning = result.warning().get().getSummary();
        assertTrue(warning.startsWith("T0 to T1 may not be two scans of one state: "), warning);
        assertTrue(warning.contains("more than 5 times the noise"), warning);
    }
}
