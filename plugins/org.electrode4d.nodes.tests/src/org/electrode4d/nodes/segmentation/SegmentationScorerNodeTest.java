// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

class SegmentationScorerNodeTest {

    private static final String[] REFERENCE = {"1111....", "1111....", "1111...."};

    private NodeTester tester;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    private BufferedDataTable table(final String[] reference, final String[] segmentation) throws Exception {
        final Volume named = new LabelVolume(LabelImages.image("reference", reference),
            new TreeMap<>(Map.of(0, "Pore", 1, "Graphite"))).named();
        return tester.table(LabelImages.spec("Reference", "Phases"), new DataCell[]{new StringCell("T0"),
            tester.stored(named), tester.stored(LabelImages.image("phases", segmentation))});
    }

    private Node scorer() {
        return tester.node(new SegmentationScorerNodeFactory());
    }

    @Test
    void anEdgeThatIsMisplacedByAVoxel() throws Exception {
        final Result result = scorer().run(table(REFERENCE, new String[]{"11111...", "11111...", "11111..."}));
        assertTrue(result.warning().isEmpty());
        assertEquals(21 / 24.0, result.number(0, 0, "Accuracy [-]"), 1e-12);
        assertEquals("24", result.cell(0, 0, "Scored voxels").toString());
        assertEquals(2, result.table(1).size());
        assertEquals("Graphite", result.cell(1, 1, "Name").toString());
        assertEquals(24 / 27.0, result.number(1, 1, "Dice [-]"), 1e-12);
        assertEquals(12 / 15.0, result.number(1, 1, "IoU [-]"), 1e-12);
        assertEquals(1, result.number(1, 1, "Recall [-]"), 0);
        assertEquals(0.5, result.number(1, 1, "Hausdorff distance [µm]"), 1e-6);
        assertEquals(0.5, result.number(1, 1, "Boundary distance, mean [µm]"), 1e-6);
        assertEquals(1, result.number(1, 1, "Boundary F1 [-]"), 0);
        assertEquals((24 / 27.0 + 18 / 21.0) / 2, result.number(0, 0, "Dice, mean [-]"), 1e-12);
        assertEquals(4, result.table(2).size());
        assertEquals("3", result.cell(2, 1, "Voxels").toString());
        assertEquals(25, result.number(2, 1, "Share of the class in the reference [%]"), 1e-12);
    }

    @Test
    void otherLabelsAreTranslatedAndWhatIsNotLabelledIsLeftOut() throws Exception {
        final Result result = scorer().set("mapping", "5 = 1; 6=2").set("ignore", true).set("boundaries", false)
            .run(table(new String[]{"..1122"}, new String[]{"556566"}));
        assertEquals("4", result.cell(0, 0, "Scored voxels").toString());
        assertEquals(0.75, result.number(0, 0, "Accuracy [-]"), 0);
        assertTrue(result.cell(1, 0, "Hausdorff distance [µm]").isMissing());
    }

    @Test
    void aClassThatOneOfThemLacksIsAWarning() throws Exception {
        final Result result = scorer().run(table(new String[]{"..11"}, new String[]{"...."}));
        assertEquals("T0: Graphite is only in the reference, so that some of its scores are missing.",
            result.warning().orElseThrow().getSummary());
        assertEquals(0, result.number(1, 1, "Dice [-]"), 0);
        assertTrue(result.cell(1, 1, "Precision [-]").isMissing());
        assertTrue(result.cell(1, 1, "Boundary distance, mean [µm]").isMissing());
        assertFalse(result.cell(0, 0, "Precision, mean [-]").isMissing(), "the pore has one");
    }

    @Test
    void labelVolumesOfDifferentShapeAreExplained() throws Exception {
        Failures.of(scorer(), table(new String[]{"..11"}, new String[]{"..1"}))
            .says("reference has 4 x 1 x 1 voxels, but phases has 3 x 1 x 1.");
    }

    @Test
    void nothingToScoreIsExplained() throws Exception {
        Failures.of(scorer().set("ignore", true).set("ignoredLabel", 1), table(new String[]{"11"}, new String[]{"11"}))
            .says("No voxel of reference can be scored: the mask is empty, or all voxels have the label that is "
                + "ignored.");
    }

    @Test
    void aMeaningOfLabelsIsPairsOfNumbers() {
        for (final String mapping : new String[]{"2", "2 = a", "2 = 1, 2 = 3"}) {
            assertThrows(InvalidSettingsException.class,
                () -> scorer().set("mapping", mapping).run(table(REFERENCE, REFERENCE)));
        }
    }

    @Test
    void rowsThatMissAVolumeAreAWarning() throws Exception {
        final Result result = scorer().run(tester.table(LabelImages.spec("Reference", "Phases"),
            new DataCell[]{new StringCell("T0"), new MissingCell("no"), new MissingCell("no")}));
        assertTrue(result.warning().orElseThrow().getSummary().contains("missing"));
        assertEquals(0, result.table(1).size());
        assertEquals(0, scorer().run(tester.table(LabelImages.spec("Reference", "Phases"))).table(0).size());
    }

    @Test
    void aSegmentationIsNotScoredAgainstItself() {
        final Exception failure = assertThrows(Exception.class, () -> scorer().set("referenceColumn", "Phases")
            .run(table(REFERENCE, REFERENCE)));
        assertTrue(failure.getMessage().contains("a segmentation agrees with itself"), failure.getMessage());
    }
}
