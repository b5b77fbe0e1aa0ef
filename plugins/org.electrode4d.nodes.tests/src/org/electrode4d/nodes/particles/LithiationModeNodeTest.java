// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.table.PairColumns;
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
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** Five particles of 4 µm in a row along x in voxels of 0.25 µm, the fifth cut by the border. */
class LithiationModeNodeTest {

    private static final int EDGE = 22;
    private static final int LENGTH = 4 * EDGE + 12;
    private static final double RADIUS = 8.2;

    private static final DataTableSpec SPEC = new DataTableSpec(
        SeriesColumns.column(PairColumns.DEFORMED_STEP, StringCell.TYPE),
        SeriesColumns.column("Particles", VolumeCell.TYPE), SeriesColumns.column("Residual", VolumeCell.TYPE));

    private static final DataTableSpec FIRST = new DataTableSpec(SeriesColumns.column("Particles", VolumeCell.TYPE),
        SeriesColumns.column("Phases", VolumeCell.TYPE));

    @TempDir
    Path folder;

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    /** The value at a place relative to the centre of a particle. */
    @FunctionalInterface
    private interface Value {
        int at(int particle, double radius, int x, int y);
    }

    private static Volume volume(final String name, final Value value) {
        final short[] voxels = new short[LENGTH * EDGE * EDGE];
        for (int i = 0; i < voxels.length; i++) {
            final int particle = i % LENGTH / EDGE;
            final int x = i % LENGTH % EDGE - 10;
            final int y = i / LENGTH % EDGE - 10;
            final int z = i / LENGTH / EDGE - 10;
            final double radius = Math.sqrt(x * x + y * y + z * z);
            voxels[i] = (short)(radius > RADIUS ? 0 : value.at(particle, radius, x, y));
        }
        return Volume.of(name, ArrayImgs.unsignedShorts(voxels, LENGTH, EDGE, EDGE), VoxelSize.isotropic(0.25));
    }

    private static Volume labels() {
        return volume("labels", (particle, radius, x, y) -> 11 + particle);
    }

    /** A growing shell in 11, crossing plates in 12, nothing in 13 and a lot in 14. */
    private static Volume residual(final int step) {
        return volume("residual", (particle, radius, x, y) -> switch (particle) {
            case 0 -> radius > RADIUS - step ? 9000 : 0;
            case 1 -> Math.abs(x) < step || Math.abs(y) < step ? 9000 : 0;
            case 2 -> 0;
            default -> 9000;
        });
    }

    /** Phase 2, with a gap in particle 14. */
    private static Volume phases() {
        return volume("phases", (particle, radius, x, y) -> particle == 3 && Math.abs(x) < 2 ? 1 : 2);
    }

    private DataCell[] row(final String step, final Volume labels, final Volume residual) throws Exception {
        return new DataCell[]{new StringCell(step), tester.stored(labels), tester.stored(residual)};
    }

    private BufferedDataTable series() throws Exception {
        return tester.table(SPEC, row("T1", labels(), residual(1)), row("T3", labels(), residual(2)),
            row("T8", labels(), residual(1)));
    }

    private BufferedDataTable first() throws Exception {
        return tester.table(FIRST, new DataCell[]{tester.stored(labels()), tester.stored(phases())});
    }

    private NodeTester.Node node() {
        return tester.node(new LithiationModeNodeFactory());
    }

    private static List<String> column(final Result result, final int port, final String name) {
        return IntStream.range(0, (int)result.table(port).size())
            .mapToObj(row -> result.cell(port, row, name).toString()).toList();
    }

    @Test
    void everyParticleHasAClassAndWhatDecided() throws Exception {
        final Result result = node().set("siliconColumn", "Phases").set("siliconLabels", "2").run(series(), first());
        assertTrue(result.warning().isEmpty(), result.warning().toString());
        assertEquals(List.of("11", "12", "13", "14", "15"), column(result, 0, "Particle"));
        assertEquals(List.of("Core-shell", "Network", "Inactive", "Cracked", "Undecided"), column(result, 0, "Class"));
        assertEquals(List.of("T3", "T3", "T1", "T1", "T1"), column(result, 0, "Decisive step"));
        assertEquals("cut by the border", result.cell(0, 4, "Reason").toString());
        assertEquals("true", result.cell(0, 4, "Touches border").toString());
        assertEquals(4.1, result.number(0, 0, "Equivalent diameter [µm]"), 0.1);
        assertTrue(result.number(0, 1, "Network [-]") > 0.9);
        assertEquals(result.number(0, 1, "Score [-]"), result.number(0, 1, "Network [-]"));
        assertTrue(result.number(0, 0, "Residual share, shell [%]") > 5);
        assertEquals(0, result.number(0, 0, "Residual share, core [%]"));
        assertTrue(result.number(0, 1, "Residual share, core [%]") > 20);
        assertTrue(result.number(0, 3, "Largest gap [%]") > 20);
        assertTrue(result.number(0, 3, "Planarity of the gap [-]") > 0.5);
    }

    @Test
    void classesAreCounted() throws Exception {
        final Result result = node().set("siliconColumn", "Phases").set("siliconLabels", "2").run(series(), first());
        assertEquals(List.of("Core-shell", "Network", "Inactive", "Cracked", "Undecided"), column(result, 1, "Class"));
        assertEquals(List.of("1", "1", "1", "1", "0"), column(result, 1, "Particles"));
        assertEquals(25, result.number(1, 0, "Share [%]"));
        assertTrue(result.cell(1, 4, "Score, mean [-]").isMissing());
        final Result none = node().set("leastCounted", 5.0).run(series(), first());
        assertTrue(none.cell(1, 0, "Share [%]").isMissing());
        assertTrue(none.warning().orElseThrow().getSummary()
            .startsWith("No whole particle has an equivalent diameter of 5.0 µm or more"));
    }

    @Test
    void theEvolutionHasARowPerParticleAndStep() throws Exception {
        final Result result = node().run(series());
        assertEquals(15, result.table(2).size());
        assertEquals(List.of("T1", "T3", "T8"), column(result, 2, "Step").subList(0, 3));
        assertTrue(result.cell(2, 0, "Growth [%]").isMissing());
        assertTrue(result.number(2, 1, "Growth [%]") > 10);
        assertEquals(0, result.number(2, 1, "Retraction [%]"));
        assertEquals(100 * (1 - result.number(2, 2, "Residual share [%]") / result.number(2, 1, "Residual share [%]")),
            result.number(2, 2, "Retraction [%]"), 1e-9);
        assertEquals(result.number(2, 2, "Retraction [%]"), result.number(0, 0, "Retraction at the last step [%]"));
    }

    @Test
    void withoutTheFirstScanNoParticleIsCracked() throws Exception {
        final Result result = node().run(series());
        assertEquals(List.of("Core-shell", "Network", "Inactive", "Network", "Undecided"), column(result, 0, "Class"));
        assertEquals(0, result.number(0, 3, "Largest gap [%]"));
    }

    @Test
    void missingInputsAreLeftOut() throws Exception {
        final DataCell[] gap = row("T2", labels(), null);
        final Result result = node().run(tester.table(SPEC, gap, row("T3", labels(), residual(2))), first());
        assertEquals(5, result.table(2).size());
        assertEquals("1 row has missing inputs and could not be worked on: Row0.",
            result.warning().orElseThrow().getSummary());
        final DataCell[] nothing = {new MissingCell("?"), new MissingCell("?"), new MissingCell("?")};
        final Result lost = node().set("pictures/folder", folder.toString()).run(tester.table(SPEC, nothing));
        assertEquals(0, lost.table(0).size() + lost.table(2).size() + lost.table(3).size());
        assertTrue(lost.warning().orElseThrow().getSummary().contains("cracks are not looked for"));
    }

    @Test
    void picturesShowCurvesAndASlice() throws Exception {
        final Result result = node().set("pictures/folder", folder.toString()).run(series(), first());
        assertEquals(List.of("Residual share of the classes over the steps", "Classes of particles at T3"),
            column(result, 3, "Shows"));
        for (final String path : column(result, 3, "Picture path")) {
            assertTrue(Files.size(Path.of(path)) > 3000);
        }
    }

    @Test
    void aStepOfAnotherShapeIsNamed() throws Exception {
        final Volume other = residual(1).crop(new Block(0, 0, 0, 40, EDGE, EDGE));
        Failures.of(node(), tester.table(SPEC, row("T4", labels(), other)), NodeTester.UNCONNECTED)
            .says("Both must have the same shape: crop one of them. This is step T4.");
        Failures.of(node().set("siliconColumn", "Phases"), series(),
            tester.table(FIRST, new DataCell[]{tester.stored(labels()), tester.stored(other)}))
            .says("Both must have the same shape: crop one of them. This is the first scan.");
    }

    @Test
    void phasesInsteadOfParticlesAreRefused() throws Exception {
        final Volume full = TestVolumes.constant("phases", residual(1).shape(), 1)
            .withVoxelSize(VoxelSize.isotropic(0.25));
        Failures.of(node(), tester.table(SPEC, row("T1", full, residual(1))), NodeTester.UNCONNECTED)
            .says("Label 1 fills the whole of phases, so that it has no surface.");
    }
}
