// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** One row of six voxels; particle 7 is at x 1 and 2, particle 9 at x 4. */
class LabelPropagationNodeTest {

    private static final DataTableSpec SERIES =
        new DataTableSpec(SeriesColumns.column(SeriesColumns.STEP, StringCell.TYPE),
            SeriesColumns.column("Particles", VolumeCell.TYPE), SeriesColumns.column("Phases", VolumeCell.TYPE));

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private static Volume row(final int... values) {
        final byte[] voxels = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            voxels[i] = (byte)values[i];
        }
        return Volume.of("row", ArrayImgs.unsignedBytes(voxels, values.length, 1, 1), TestVolumes.HALF);
    }

    private DataCell[] scan(final String step, final Volume particles, final Volume phases) throws IOException {
        return new DataCell[]{new StringCell(step), tester.stored(particles), tester.stored(phases)};
    }

    private BufferedDataTable series() throws IOException {
        return tester.table(SERIES, scan("T0", row(0, 7, 7, 0, 9, 0), row(1, 2, 2, 1, 2, 1)),
            scan("T1", null, row(1, 1, 2, 3, 1, 2)), scan("T2", null, null));
    }

    private BufferedDataTable fields() throws IOException {
        return TestFields.table(tester, TestFields.pair("T0 T1", TestFields.shift(1, 0, 0)),
            TestFields.pair("T1 T2", TestFields.shift(1, 0, 0)), TestFields.pair("T0 T3", TestFields.shift(-1, 0, 0)));
    }

    private NodeTester.Node node() {
        return tester.node(new LabelPropagationNodeFactory()).set("fieldColumn", "Deformation field");
    }

    private static int[] labels(final DataCell cell) throws IOException {
        final Volume volume = ((VolumeValue)cell).getVolume();
        final float[] values = new float[6];
        volume.read(new Block(0, 0, 0, 6, 1, 1), values);
        final int[] labels = new int[6];
        for (int i = 0; i < 6; i++) {
            labels[i] = (int)values[i];
        }
        return labels;
    }

    @Test
    void labelsOfTheReferenceAreCarriedIntoEveryScanThatAFieldLeadsTo() throws Exception {
        final Result result = node().run(fields(), series());
        assertArrayEquals(new int[]{0, 7, 7, 0, 9, 0}, labels(result.cell(0, 0, "Propagated labels")));
        assertArrayEquals(new int[]{0, 0, 7, 7, 0, 9}, labels(result.cell(0, 1, "Propagated labels")));
        assertTrue(result.cell(0, 2, "Propagated labels").isMissing());
        assertEquals(result.cell(0, 1, "Propagated labels"), result.cell(1, 0, "Propagated labels"));
        assertTrue(result.cell(1, 1, "Propagated labels").isMissing());
        assertArrayEquals(new int[]{7, 7, 0, 9, 0, 0}, labels(result.cell(1, 2, "Propagated labels")));
        assertEquals("No field leads from T0 to T2. Fields from other scans were not used: T1 to T2. Combine them with "
            + "the Deformation Field Composer.",
            result.warning().orElseThrow().getSummary());
    }

    @Test
    void whatIsLeftOfAParticleIsInsideTheMask() throws Exception {
        final Result result = node().set("useMask", true).set("maskColumn", "Phases").set("maskLabels", "2")
            .set("reach", 0).run(fields(), series());
        assertArrayEquals(new int[]{0, 7, 7, 0, 9, 0}, labels(result.cell(0, 0, "Masked labels")));
        assertArrayEquals(new int[]{0, 0, 7, 0, 0, 9}, labels(result.cell(0, 1, "Masked labels")));
        assertArrayEquals(new int[]{0, 0, 7, 7, 0, 9}, labels(result.cell(1, 0, "Propagated labels")));
        assertTrue(result.cell(1, 2, "Masked labels").isMissing());
        assertTrue(result.warning().orElseThrow().getSummary()
            .contains("T3: there is no mask, and masked labels are missing."));
    }

    @Test
    void voxelsOfTheMaskBesideAParticleBelongToIt() throws Exception {
        final BufferedDataTable series = tester.table(SERIES, scan("T0", row(0, 7, 7, 0, 9, 0), null),
            scan("T1", null, row(2, 2, 2, 1, 2, 2)));
        final Result result = node().set("useMask", true).set("maskColumn", "Phases").set("maskLabels", "2")
            .set("reach", 1).run(fields(), series);
        assertArrayEquals(new int[]{0, 7, 7, 0, 7, 9}, labels(result.cell(0, 1, "Masked labels")));
    }

    @Test
    void anotherReferenceCanBeChosen() throws Exception {
        final BufferedDataTable series = tester.table(SERIES, scan("T0", row(1, 1, 1, 1, 1, 1), null),
            scan("T1", row(5, 0, 0, 0, 0, 0), null), scan("T2", null, null));
        final Result result = node().set("reference", "T1").run(fields(), series);
        assertArrayEquals(new int[]{0, 5, 0, 0, 0, 0}, labels(result.cell(0, 2, "Propagated labels")));
        assertTrue(result.cell(0, 0, "Propagated labels").isMissing());
        Failures.of(node().set("reference", "T2"), fields(), series)
            .says("The reference step 'T2' has no labels in 'Particles'; the steps are T0, T1, T2.");
    }

    @Test
    void labelsOfTheMaskAreNumbers() {
        assertEquals("'Labels of the mask' is 'silicon', but 'silicon' is not a whole number. Write for instance 0, 3.",
            assertThrows(InvalidSettingsException.class, () -> node().set("useMask", true).set("maskColumn", "Phases")
                .set("maskLabels", "silicon").run(fields(), series())).getMessage());
    }
}
