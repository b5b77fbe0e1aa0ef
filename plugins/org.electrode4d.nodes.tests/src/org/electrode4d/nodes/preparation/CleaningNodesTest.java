// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Conversion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;

/** Scans that are cropped, cleaned and matched. */
class CleaningNodesTest {

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column(SeriesColumns.VOLUME, VolumeCell.TYPE),
            SeriesColumns.column("Phases", VolumeCell.TYPE), SeriesColumns.column("Mask", VolumeCell.TYPE),
            SeriesColumns.column("Pores", VolumeCell.TYPE));

    private static final Shape SHAPE = new Shape(20, 16, 12);

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    static List<NodeFactory<?>> nodes() {
        return List.of(new CropNodeFactory(), new RingFilterNodeFactory(), new DenoiserNodeFactory(),
            new GreyMatchingNodeFactory(), new EqualiserNodeFactory());
    }

    /** Pores at 80 in the lower half along x, collector at 200, with noise; drifted. */
    private static Volume scan(final double gain, final double offset) {
        final Random random = new Random(1);
        final float[] voxels = new float[(int)SHAPE.voxels()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = (float)(gain * ((i % 20 < 10 ? 80 : 200) + 4 * random.nextGaussian()) + offset);
        }
        return Conversion.of(TestVolumes.floats("scan", SHAPE, voxels), VoxelType.UINT8);
    }

    /** 1 in the lower half along x, {@code upper} in the other. */
    private static Volume halves(final int lower, final int upper) {
        final float[] voxels = new float[(int)SHAPE.voxels()];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = i % 20 < 10 ? lower : upper;
        }
        return Conversion.of(TestVolumes.floats("phases", SHAPE, voxels), VoxelType.UINT8);
    }

    private DataCell[] row(final String step, final Volume scan) throws Exception {
        return new DataCell[]{new StringCell(step), tester.stored(scan), tester.stored(halves(0, 3)),
            tester.stored(halves(0, 1)), tester.stored(halves(1, 0))};
    }

    private BufferedDataTable series() throws Exception {
        return tester.table(SERIES, row("T0", scan(1, 0)), row("T1", scan(1.1, -12)));
    }

    private static float[] read(final Volume volume) {
        final float[] values = new float[(int)volume.shape().voxels()];
        volume.read(Block.of(volume.shape()), values);
        return values;
    }

    private static Volume volume(final Result result, final int row, final String column) throws Exception {
        return ((VolumeValue)result.cell(0, row, column)).getVolume();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void runOnAnEmptyTable(final NodeFactory<?> factory) throws Exception {
        final Result result = tester.node(factory).run(tester.table(SERIES));
        assertEquals(0, result.table(0).size());
        assertTrue(result.warning().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void missingCellsAreAWarning(final NodeFactory<?> factory) throws Exception {
        final DataCell missing = new MissingCell("no scan");
        final Result result = tester.node(factory).run(
            tester.table(SERIES, new DataCell[]{new StringCell("T0"), missing, missing, missing, missing}));
        assertTrue(result.warning().orElseThrow().getSummary().contains("missing"));
        assertTrue(NodeTester.row(result.table(0), 0).getCell(5).isMissing());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void newVolumesReplaceTheOldOnesOnDemand(final NodeFactory<?> factory) throws Exception {
        final Result result = tester.node(factory).set("replace", true).run(series());
        final DataTableSpec spec = result.table(0).getDataTableSpec();
        for (int i = 0; i < SERIES.getNumColumns(); i++) {
            assertEquals(SERIES.getColumnSpec(i).getName(), spec.getColumnSpec(i).getName());
        }
        assertTrue(volume(result, 1, "Volume").shape().x() <= 20);
        assertEquals("phases", volume(result, 1, "Phases").name());
    }

    @Test
    void theSameBoxIsCutOutOfAllVolumesOfARow() throws Exception {
        final Volume scan = scan(1, 0).withOrigin(new Point(100, 0, 0));
        final Result result = tester.node(new CropNodeFactory()).set("columns", "ALL").set("fromX", 103.0)
            .set("fromY", 1.0).set("fromZ", 0.0).set("toX", 104.0).set("toY", 2.0).set("toZ", 5.5)
            .run(tester.table(new DataTableSpec(SeriesColumns.column("Scan", VolumeCell.TYPE),
                SeriesColumns.column("Mask", VolumeCell.TYPE)),
                new DataCell[]{tester.stored(scan), tester.stored(halves(0, 1).withOrigin(new Point(100, 0, 0)))}));
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        final Volume cropped = volume(result, 0, "Scan cropped");
        assertEquals(new Shape(3, 3, 12), cropped.shape());
        assertEquals(new Point(103, 1, 0), cropped.origin());
        assertEquals(new Shape(3, 3, 12), volume(result, 0, "Mask cropped").shape());
        assertArrayEquals(read(scan.crop(new Block(6, 2, 0, 3, 3, 12))), read(cropped));
    }

    @Test
    void aBoxThatSticksOutIsAWarning() throws Exception {
        final Result result = tester.node(new CropNodeFactory()).set("definition", "CENTRE").set("centreX", 9.5)
            .set("centreY", 4.0).set("centreZ", 3.0).set("sizeX", 4.0).set("sizeY", 2.0).set("sizeZ", 2.0)
            .run(series());
        assertTrue(result.warning().orElseThrow().getSummary().contains(
            "T0: the volume of interest sticks out of scan, which has 20 x 16 x 12 voxels of 0.5 x 0.5 x 0.5 µm; it "
                + "was cut to what is there."), result.warning().toString());
        assertEquals(new Shape(5, 5, 5), volume(result, 0, "Cropped").shape());
    }

    @Test
    void aBoxOutsideOfTheScanIsAnError() throws Exception {
        Failures.of(tester.node(new CropNodeFactory()).set("fromX", 40.0), series())
            .says("No voxel of scan lies between")
            .says("its voxels lie between").resolution("Change the setting");
        Failures.of(tester.node(new CropNodeFactory()).set("definition", "VOXELS").set("firstX", 20), series())
            .says("lies in scan, which has 20 x 16 x 12 voxels");
    }

    @Test
    void voxelsAreCountedFromTheFirst() throws Exception {
        final Result result = tester.node(new CropNodeFactory()).set("definition", "VOXELS").set("firstX", 4)
            .set("voxelsX", 2).set("voxelsY", 16).set("voxelsZ", 1).run(series());
        assertEquals(new Shape(2, 16, 1), volume(result, 0, "Cropped").shape());
        assertEquals(new Point(2, 0, 0), volume(result, 0, "Cropped").origin());
    }

    @Test
    void ringsAreSubtracted() throws Exception {
        final float[] voxels = new float[101 * 101];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = Math.abs(Math.hypot(i % 101 - 50, i / 101 - 50) - 20) < 0.5 ? 130 : 100;
        }
        final Result result = tester.node(new RingFilterNodeFactory()).run(tester.table(
            new DataTableSpec(SeriesColumns.column("Volume", VolumeCell.TYPE)),
            new DataCell[]{tester.stored(TestVolumes.floats("rings", new Shape(101, 101, 1), voxels))}));
        final float[] filtered = read(volume(result, 0, "Filtered"));
        double before = 0;
        double after = 0;
        for (int i = 0; i < filtered.length; i++) {
            before += (voxels[i] - 100) * (voxels[i] - 100);
            after += (filtered[i] - 100) * (filtered[i] - 100);
        }
        assertTrue(after < 0.2 * before, after + " of " + before);
        assertTrue(result.number(0, 0, "Rings, root mean square [grey value]") > 2);
    }

    @Test
    void voxelsThatAreNoSquaresHaveNoRings() throws Exception {
        final Volume flat = scan(1, 0).withVoxelSize(new VoxelSize(0.5, 0.5, 2));
        Failures.of(tester.node(new RingFilterNodeFactory()).set("axis", "X"),
            tester.table(SERIES, row("T0", flat))).says("Rings are circles where voxels are squares")
            .says("0.5 x 0.5 x 2.0 µm").resolution("Change the setting");
    }

    @Test
    void noiseIsEstimatedAndRemoved() throws Exception {
        final Result result = tester.node(new DenoiserNodeFactory()).run(series());
        assertEquals(4, result.number(0, 0, "Noise [grey value]"), 0.6);
        final Volume denoised = volume(result, 0, "Denoised");
        assertEquals(VoxelType.UINT8, denoised.type());
        final float[] values = read(denoised);
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            final double error = values[i] - (i % 20 < 10 ? 80 : 200);
            squares += error * error;
        }
        assertTrue(Math.sqrt(squares / values.length) < 1.2, Math.sqrt(squares / values.length) + " is left");
    }

    @Test
    void otherMethodsHaveNoNoise() throws Exception {
        for (final String method : List.of("MEDIAN", "GAUSSIAN")) {
            final Result result =
                tester.node(new DenoiserNodeFactory()).set("method", method).set("keepType", false).run(series());
            assertTrue(result.cell(0, 0, "Noise [grey value]").isMissing());
            assertEquals(80, read(volume(result, 0, "Denoised"))[2], 4);
        }
    }

    @Test
    void aScanWithoutNoiseIsAWarning() throws Exception {
        final Result result = tester.node(new DenoiserNodeFactory()).run(tester.table(SERIES, row("T0", halves(7, 7))));
        assertTrue(result.warning().orElseThrow().getSummary().contains("has no noise that differs"));
        assertArrayEquals(read(halves(7, 7)), read(volume(result, 0, "Denoised")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PEAKS", "LABELS", "MASKS"})
    void greyValuesOfTheSeriesBecomeThoseOfTheFirstScan(final String source) throws Exception {
        final Result result = tester.node(new GreyMatchingNodeFactory()).set("source", source).set("labels", "0, 3")
            .set("secondMaskColumn", "Pores").run(series());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertArrayEquals(read(scan(1, 0)), read(volume(result, 0, "Matched")));
        final float[] reference = read(scan(1, 0));
        final float[] matched = read(volume(result, 1, "Matched"));
        for (int i = 0; i < matched.length; i++) {
            assertEquals(reference[i], matched[i], 2.01);
        }
        assertEquals("T1", result.cell(1, 1, "Step").toString());
        assertEquals(0, result.number(1, 0, "Contrast drift [%]"), 1e-9);
        assertEquals(10, result.number(1, 1, "Contrast drift [%]"), 1);
        assertEquals(1 / 1.1, result.number(1, 1, "Gain a [-]"), 0.01);
        assertEquals(10.9, result.number(1, 1, "Offset b [grey value]"), 1.5);
        assertEquals(0, result.number(1, 1, "Residual [grey value]"));
        assertEquals("0", result.cell(1, 1, "Voxels clipped").toString());
    }

    @Test
    void withoutTheFirstScanTheSecondIsTheReference() throws Exception {
        final DataCell[] gap = row("T0", scan(1, 0));
        gap[1] = new MissingCell("no scan");
        final Result result = tester.node(new GreyMatchingNodeFactory()).run(
            tester.table(SERIES, gap, row("T1", scan(1, 0)), row("T2", scan(1.1, -12))));
        assertTrue(result.warning().orElseThrow().getSummary()
            .endsWith("The series refers to T1, the first scan with all inputs."), result.warning().toString());
        assertEquals("T1", result.cell(1, 0, "Step").toString());
        assertEquals(1, result.number(1, 0, "Gain a [-]"), 1e-9);
    }

    @Test
    void theDriftNamesThePhases() throws Exception {
        final Result result = tester.node(new GreyMatchingNodeFactory()).set("source", "LABELS").set("labels", "0, 3")
            .set("level", "MEAN").run(series());
        assertEquals(80, result.number(1, 0, "Label 0 [grey value]"), 0.3);
        assertEquals(208, result.number(1, 1, "Label 3 [grey value]"), 0.3);
        assertEquals(Long.toString(10 * 16 * 12), result.cell(1, 1, "Label 3, voxels").toString());
        assertEquals(100 * 2 / 120.0, result.number(1, 1, "Brightness drift [%]"), 0.3);
    }

    @Test
    void aPhaseThatIsMissingInAScanIsNamed() throws Exception {
        Failures.of(tester.node(new GreyMatchingNodeFactory()).set("source", "LABELS").set("labels", "0, 5"), series())
            .says("The reference phase Label 5 is missing in T0").resolution("Change the setting");
    }

    @Test
    void aHistogramWithOnePeakIsExplained() throws Exception {
        Failures.of(tester.node(new GreyMatchingNodeFactory()), tester.table(SERIES, row("T0", halves(7, 7))))
            .says("The histogram of T0 has no two peaks").resolution("Change the setting");
    }

    @Test
    void clippedVoxelsAreAWarning() throws Exception {
        final Result result = tester.node(new GreyMatchingNodeFactory()).set("source", "LABELS").set("labels", "0, 3")
            .run(tester.table(SERIES, row("T0", scan(1.2, 10)), row("T1", scan(0.5, 0))));
        assertTrue(result.warning().orElseThrow().getSummary().contains("voxels were clipped to the range of UINT8"),
            result.warning().toString());
        assertTrue(Long.parseLong(result.cell(1, 1, "Voxels clipped").toString()) > 100);
    }

    @Test
    void wrongNumbersOfPhasesAreExplained() throws Exception {
        final InvalidSettingsException one = assertThrows(InvalidSettingsException.class,
            () -> tester.node(new GreyMatchingNodeFactory()).set("source", "LABELS").set("labels", "1").run(series()));
        assertTrue(one.getMessage().contains("'Numbers of the phases' is '1', but must be two or more different whole"),
            one.getMessage());
        final InvalidSettingsException same = assertThrows(InvalidSettingsException.class,
            () -> tester.node(new GreyMatchingNodeFactory()).set("source", "MASKS").set("secondMaskColumn", "Mask")
                .run(series()));
        assertTrue(same.getMessage().contains("are both 'Mask'"), same.getMessage());
    }

    @Test
    void greyValuesAreSpread() throws Exception {
        final Result result = tester.node(new EqualiserNodeFactory()).set("output", "SIXTEEN_BIT").run(series());
        final Volume equalised = volume(result, 0, "Equalised");
        assertEquals(VoxelType.UINT16, equalised.type());
        double sum = 0;
        for (final float value : read(equalised)) {
            sum += value;
        }
        assertEquals(32_768, sum / SHAPE.voxels(), 1500);
    }

    @Test
    void theHistogramMayBeThatOfAMaskOrOfEachSlice() throws Exception {
        final Result mask = tester.node(new EqualiserNodeFactory()).set("scope", "MASK").run(series());
        final float[] values = read(volume(mask, 0, "Equalised"));
        assertEquals(values[0], values[5], 1e-6, "pores are darker than all that is in the mask");
        final Result slices = tester.node(new EqualiserNodeFactory()).set("scope", "SLICES").run(series());
        float largest = 0;
        for (final float value : read(volume(slices, 0, "Equalised").crop(new Block(0, 0, 7, 20, 16, 1)))) {
            largest = Math.max(largest, value);
        }
        assertEquals(1, largest, "every slice reaches 1");
    }

    @Test
    void aScanOfOneValueIsAWarning() throws Exception {
        final Result result =
            tester.node(new EqualiserNodeFactory()).run(tester.table(SERIES, row("T0", halves(7, 7))));
        assertTrue(result.warning().orElseThrow().getSummary().contains("has one single grey value"));
    }

    @Test
    void anEmptyMaskIsAnError() throws Exception {
        final BufferedDataTable table = tester.table(SERIES, new DataCell[]{new StringCell("T0"),
            tester.stored(scan(1, 0)), tester.stored(halves(0, 3)), tester.stored(halves(0, 0)),
            tester.stored(halves(1, 0))});
        Failures.of(tester.node(new EqualiserNodeFactory()).set("scope", "MASK"), table)
            .says("No voxel of scan inside the mask phases holds a number").resolution("Change the setting");
    }
}
