// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.cell.DeformationFieldValue;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.correlation.LabelPropagationNodeFactory;
import org.electrode4d.nodes.correlation.StrainStatisticsNodeFactory;
import org.electrode4d.nodes.particles.EdgeResolutionNodeFactory;
import org.electrode4d.nodes.particles.ElectrodeThicknessNodeFactory;
import org.electrode4d.nodes.particles.NonLithiatedPhaseNodeFactory;
import org.electrode4d.nodes.particles.ParticleComparisonNodeFactory;
import org.electrode4d.nodes.particles.ParticleTableNodeFactory;
import org.electrode4d.nodes.reporting.ExpectedValuesNodeFactory;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.statistics.LabelCensus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObjectSpec;

/** Three scans of a small cube, rendered once. */
class DigitalTwinNodeTest {

    private static final DataTableSpec SCANS =
        new DataTableSpec(SeriesColumns.column("Step", StringCell.TYPE), SeriesColumns.column("Time [h]",
            DoubleCell.TYPE), SeriesColumns.column("Potential [V]", DoubleCell.TYPE),
            SeriesColumns.column("State of charge [%]", DoubleCell.TYPE),
            SeriesColumns.column("Failure", StringCell.TYPE));

    private static NodeTester tester;
    private static Result result;

    @BeforeAll
    static void render() throws Exception {
        tester = NodeTester.open();
        result = node().set("steps", "T0, T6, T8").set("phases", StoredTruth.ALL).set("regions", StoredTruth.NONE)
            .set("nodeSpacing", 12).run(NodeTester.UNCONNECTED);
    }

    @AfterAll
    static void close() throws Exception {
        tester.close();
    }

    private static NodeTester.Node node() {
        return tester.node(new DigitalTwinNodeFactory()).set("size", 48);
    }

    private static double number(final DataRow row, final String column) {
        final DataCell cell = row.getCell(result.table(1).getDataTableSpec().findColumnIndex(column));
        return cell instanceof DoubleValue value ? value.getDoubleValue() : Double.NaN;
    }

    /** The row of the expected table with some texts in it. */
    private static DataRow expected(final String... texts) {
        for (final DataRow row : result.table(1)) {
            final Set<String> found = new HashSet<>();
            row.forEach(cell -> found.add(cell.toString()));
            if (found.containsAll(List.of(texts))) {
                return row;
            }
        }
        throw new AssertionError("no row with " + Arrays.toString(texts));
    }

    @Test
    void aSeriesHasTheTruthsThatAreWanted() throws Exception {
        assertEquals(3, result.table(0).size());
        assertEquals("T6", result.cell(0, 1, "Step").toString());
        assertEquals(85, result.number(0, 1, "State of charge [%]"));
        assertTrue(result.cell(0, 1, "Potential [V]").isMissing());
        final Volume scan = ((VolumeValue)result.cell(0, 1, "Volume")).getVolume();
        assertEquals(VoxelType.UINT16, scan.type());
        assertEquals(48, scan.shape().z());
        final Volume phases = ((VolumeValue)result.cell(0, 1, "True phases")).getVolume();
        assertEquals("Silicon", LabelVolume.of(phases).name(2));
        assertTrue(result.cell(0, 1, "True particles").isMissing());
        assertTrue(result.cell(0, 0, "True regions").isMissing());
    }

    @Test
    void publishedNumbersStandBesideTrueOnes() {
        final DataRow thickness = expected("Thickness, mean", "T6", "µm", "Fig. 2c");
        assertEquals(30, number(thickness, "Published"));
        assertEquals(30, number(thickness, "True"), 0.1);
        assertEquals(2, number(thickness, "Tolerance [%]"));
        final DataRow strain = expected("Mean", "Volumetric strain", "Collector side", "T6", "%");
        assertEquals(34, number(strain, "Published"));
        assertEquals(34, number(strain, "True"), 0.3);
        assertTrue(Double.isNaN(number(expected("Mean", "Biot strain zz", "Whole", "T6"), "Published")));
        assertEquals(10, number(expected("Share", "Core-shell"), "Published"));
    }

    @Test
    void particlesHaveTheirPlacesAndVolumesAsInTheirVolumes() throws Exception {
        final LabelVolume labels =
            LabelVolume.of(((VolumeValue)result.cell(0, 0, "True particles")).getVolume());
        final LabelCensus census = LabelCensus.of(labels, Progress.NONE);
        final double voxel = labels.volume().voxelSize().volume();
        assertEquals(census.label(3), (int)result.number(2, 3, "Particle"));
        assertEquals(census.voxels(3) * voxel,
            result.number(2, 3, "Non-lithiated volume [µm³]") + result.number(2, 3, "Lithiated volume [µm³]")
                + result.number(2, 3, "Crack volume [µm³]"), 1e-6);
        assertEquals(100, result.number(2, 3, "Relative non-lithiated volume [%]"));
    }

    /** Two moves of the stage lie between T0 and T8 of this twin. */
    @Test
    void alignedFieldsAreWithoutTheMotionOfTheStage() throws Exception {
        final int pair = 2;
        assertEquals("T8", result.cell(3, pair, "Deformed step").toString());
        assertEquals("T0", result.cell(3, pair, "Reference step").toString());
        final DeformationField scanned =
            ((DeformationFieldValue)result.cell(3, pair, "True field")).getDeformationField();
        final DeformationField aligned =
            ((DeformationFieldValue)result.cell(3, pair, "True aligned field")).getDeformationField();
        final Point node = aligned.grid().position(aligned.grid().size() / 2);
        final Point stage = scanned.at(node).displacement().minus(aligned.at(node).displacement());
        assertEquals(0.7, stage.x(), 0.02, "with some rotation");
        assertEquals(-0.5, stage.y(), 0.02);
        assertEquals(0.4, stage.z(), 1e-9);
    }

    private static DataCell[] scan(final String step, final double potential, final double charge,
        final String failure) {
        return new DataCell[]{new StringCell(step), new DoubleCell(7), new DoubleCell(potential),
            new DoubleCell(charge), failure == null ? new MissingCell("none") : new StringCell(failure)};
    }

    @Test
    void scansOfARunAreAtTheirStatesOfCharge() throws Exception {
        final BufferedDataTable table = tester.table(SCANS, scan("S1", 0.9, 0, null), scan("S2", 0.1, 40, null),
            scan("S3", 0.2, 50, "time-out"), scan("S4", 0.3, 85, null), scan("S5", 0.4, 78, null),
            scan("S6", 0.4, 78.05, null));
        final TwinScans scans = TwinScans.read(table, TwinStateSource.STATE_OF_CHARGE);
        assertEquals(List.of("S1", "S2", "S4", "S5", "S6"), scans.states().stream().map(s -> s.step()).toList());
        assertEquals(0.385, scans.states().get(3).strain(), 1e-9, "on the way down");
        assertTrue(scans.states().get(1).strain() > 0.119 && scans.states().get(1).strain() < 0.249);
        assertEquals(scans.states().get(3).thickness(), scans.states().get(4).thickness(), "a double scan");
        assertEquals(7, scans.states().get(0).time());
        assertEquals("0.1", scans.potentials().get(1).toString());
        assertEquals("Scans that failed or of which a cell is missing were left out: S3.", scans.skipped());
    }

    @Test
    void scansOfARunAreAtThePublishedStatesOfTheirSteps() throws Exception {
        final TwinScans scans = TwinScans.read(tester.table(SCANS, scan("T0", 0.9, 3, null),
            scan("T6", 0.1, 60, null)), TwinStateSource.STEP);
        assertEquals(0.44, scans.states().get(1).strain());
        assertEquals("The scan S1 is none of the published T0 to T9. Set 'State from' to 'State of charge'.",
            assertThrows(InvalidSettingsException.class, () -> TwinScans.read(
                tester.table(SCANS, scan("S1", 0.9, 3, null)), TwinStateSource.STEP)).getMessage());
    }

    @Test
    void aTableWithoutScansIsRefused() {
        Failures.of(node(), tester.table(SCANS, scan("T3", 0.9, 0, "no answer")))
            .says("The table of scans has no scan that can be shown. Scans that failed or of which a cell is missing "
                + "were left out: T3.").resolution("Connect a table with scans, or none.");
    }

    @Test
    void settingsThatNoTwinHasAreNamed() {
        assertEquals("'Steps' is 'T0, T12', but 'T12' is none of the published scans T0 to T9. Write for instance T0, "
            + "T2, T6, T8, T9.", message("steps", "T0, T12"));
        assertEquals("'Steps' is 'T1, T2', but must begin with T0: the others are compared with it.",
            message("steps", "T1, T2"));
        assertTrue(message("voxelSize", 3.0).contains("0.02 to 1 µm"), message("voxelSize", 3.0));
    }

    private static String message(final String key, final Object value) {
        return assertThrows(InvalidSettingsException.class, () -> node().set(key, value).run(NodeTester.UNCONNECTED))
            .getMessage();
    }

    @Test
    void relativeVolumesShrinkAndDisplacementsGrowTowardsTheSeparator() {
        assertEquals(67, number(expected("Relative non-lithiated volume, total", "T6"), "True"), 8);
        assertTrue(number(expected("Displacement from collector, mean", "Nearest to the separator", "T6"), "True")
            > 3 * number(expected("Displacement from collector, mean", "Nearest to the collector", "T6"), "True"));
        assertEquals(IntStream.range(0, 4).mapToDouble(i -> number(expected("Share", List.of("Core-shell", "Network",
            "Inactive", "Cracked").get(i)), "True")).sum(), 100, 1e-9);
    }

    /** The true fields carry the true particles of T0, the true phases are the mask: the result has to be the truth. */
    @Test
    void aPerfectWorkflowFindsTheTruth() throws Exception {
        final Result propagated = tester.node(new LabelPropagationNodeFactory())
            .set("labelColumn", "True particles").set("fieldColumn", "True field").set("useMask", true)
            .set("maskColumn", "True phases").set("maskLabels", "2").run(result.table(3), result.table(0));
        final Result particles = tester.node(new ParticleTableNodeFactory()).set("labelColumn", "Masked labels")
            .run(propagated.table(0));
        final Result volumes = tester.node(new NonLithiatedPhaseNodeFactory()).set("phaseColumn", "Masked labels")
            .set("labelColumn", "Masked labels").run(propagated.table(0), NodeTester.UNCONNECTED);
        final Result comparison = tester.node(new ParticleComparisonNodeFactory()).set("frame", "SCANNED")
            .run(propagated.table(0), particles.table(0), result.table(0), result.table(2));
        final Result expected = tester.node(new ExpectedValuesNodeFactory()).run(result.table(1), volumes.table(0),
            comparison.table(2));
        assertDifference(expected.table(0), "Relative non-lithiated volume, total", "T6", 0.2);
        assertDifference(expected.table(0), "Trajectory error, 95th percentile", "T6", 0.01);
        assertDifference(expected.table(0), "Trajectory error, 95th percentile", "T8", 0.01);
    }

    private static void assertDifference(final BufferedDataTable table, final String quantity, final String step,
        final double most) {
        final DataTableSpec spec = table.getDataTableSpec();
        for (final DataRow row : table) {
            if (row.getCell(0).toString().equals(quantity)
                && row.getCell(spec.findColumnIndex("Step")).toString().equals(step)) {
                assertEquals(0, ((DoubleValue)row.getCell(spec.findColumnIndex("Difference"))).getDoubleValue(), most,
                    quantity);
                assertEquals(BooleanCell.TRUE, row.getCell(spec.findColumnIndex("Within tolerance")), quantity);
                return;
            }
        }
        throw new AssertionError("no " + quantity + " of " + step);
    }

    @Test
    void quantitiesAreSpeltAsTheMeasuringNodesSpellThem() throws Exception {
        final DataTableSpec series = result.table(0).getDataTableSpec();
        final List<String> measured = new ArrayList<>(List.of("Share [%]", "Right classes above 3 µm [%]",
            "Displacement from collector, mean [µm]", "Trajectory error, 95th percentile [µm]"));
        for (final PortObjectSpec spec : List.of(
            tester.node(new ElectrodeThicknessNodeFactory()).set("phaseColumn", "True phases").configure(series)[0],
            tester.node(new EdgeResolutionNodeFactory()).configure(series)[0],
            tester.node(new NonLithiatedPhaseNodeFactory()).set("phaseColumn", "True phases")
                .set("labelColumn", "True particles").configure(series, null)[0],
            tester.node(new StrainStatisticsNodeFactory()).configure(result.table(3).getDataTableSpec(), null)[0])) {
            ((DataTableSpec)spec).forEach(column -> measured.add(column.getName()));
        }
        final DataTableSpec spec = result.table(1).getDataTableSpec();
        for (final DataRow row : result.table(1)) {
            final String quantity = row.getCell(0).toString();
            final String unit = row.getCell(spec.findColumnIndex("Unit")).toString();
            assertTrue(measured.contains(quantity + " [" + unit + "]") || measured.contains(quantity), quantity);
        }
    }
}
