// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestVolumes;
import org.electrode4d.nodes.volumes.StepFilterNodeFactory;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.electrode4d.nodes.volumes.VolumeReaderNodeFactory;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** What the correlation nodes say to scans that they cannot work on. */
class CorrelationFailureTest {

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

    private BufferedDataTable series(final Volume a, final Volume b) throws Exception {
        final Path first = TestVolumes.write(a, folder.resolve("a.mha"));
        final Path second = TestVolumes.write(b, folder.resolve("b.mha"));
        return tester.node(new VolumeReaderNodeFactory()).set("location", "TWO_SCANS").set("path", first)
            .set("secondPath", second).run(NodeTester.UNCONNECTED).table(0);
    }

    private NodeTester.Node registration() {
        return tester.node(new GlobalRegistrationNodeFactory());
    }

    @Test
    void volumesOfDifferentShape() throws Exception {
        Failures.of(registration(),
            series(TestVolumes.counting("a", 24, 24, 24), TestVolumes.counting("b", 24, 24, 25)))
            .says("a has 24 x 24 x 24 voxels, but b has 24 x 24 x 25").says("Crop or pad").resolution("the input");
    }

    @Test
    void volumesOfDifferentVoxelSize() throws Exception {
        final Volume a = TestVolumes.counting("a", 24, 24, 24);
        Failures.of(registration(), series(a, a.withVoxelSize(VoxelSize.isotropic(0.7))))
            .says("a has voxels of 0.5").says("b of 0.7").says("Resample");
    }

    @Test
    void aConstantVolume() throws Exception {
        final Shape shape = new Shape(24, 24, 24);
        Failures.of(registration(), series(TestVolumes.constant("a", shape, 7), TestVolumes.constant("b", shape, 7)))
            .says("a has no texture: all its grey values are 7");
    }

    @Test
    void volumesWithoutNumbers() throws Exception {
        final Shape shape = new Shape(24, 24, 24);
        final float[] nothing = new float[(int)shape.voxels()];
        Arrays.fill(nothing, Float.NaN);
        Failures.of(registration(), series(TestVolumes.floats("a", shape, nothing),
            TestVolumes.floats("b", shape, nothing))).says("a holds no numbers, only NaN");
    }

    @Test
    void aWindowLargerThanTheVolume() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 32).run();
        final Result pairs = registration().run(phantom.table(0));
        Failures.of(tester.node(new LocalCorrelationNodeFactory()).set("nodeSpacings", "60"), pairs.table(0))
            .says("121 voxels").says("32 x 32 x 32").resolution("Change the setting");
    }

    @Test
    void mostNodesFailingIsAWarning() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 48).run();
        final Result pairs = registration().run(phantom.table(0));
        final Result fields = tester.node(new LocalCorrelationNodeFactory()).set("nodeSpacings", "10")
            .set("maximumIterations", 1).set("tolerance", 1e-9).set("secondChances", 0).run(pairs.table(0));
        final String warning = fields.warning().get().getSummary();
        assertTrue(warning.startsWith("T0 to T1: most nodes failed, only 0 of 64 converged."), warning);
        assertTrue(warning.contains("try larger windows"), warning);
    }

    private Result pairs() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 48).run();
        return registration().run(phantom.table(0));
    }

    private NodeTester.Node correlation() {
        return tester.node(new LocalCorrelationNodeFactory()).set("nodeSpacings", "12");
    }

    @Test
    void aMaskThatCoversNothing() throws Exception {
        Failures.of(correlation().set("useMask", true).set("maskColumn", "Reference").set("maskLabel", 65535), pairs().table(0))
            .says("T0, Label 65535 covers nothing: all its 48 x 48 x 48 voxels are 0").resolution("Change the setting");
    }

    @Test
    void aMaskColumnThatIsNotThere() throws Exception {
        final Result pairs = pairs();
        assertThrows(InvalidSettingsException.class, () -> correlation().set("useMask", true).set("maskColumn", "pores")
            .run(pairs.table(0)));
    }

    @Test
    void aMaskOfEverythingChangesNothing() throws Exception {
        final Result pairs = pairs();
        final Result whole = correlation().run(pairs.table(0));
        final Result masked = correlation().set("useMask", true).set("maskColumn", "Deformed").run(pairs.table(0));
        for (int node = 0; node < whole.table(1).size(); node++) {
            assertEquals(whole.cell(1, node, "Displacement z [µm]"), masked.cell(1, node, "Displacement z [µm]"));
        }
    }

    @Test
    void masksOfASeriesAreFoundByTheStep() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 48).run();
        final Result pairs = registration().run(phantom.table(0));
        final Result masked =
            correlation().set("useMask", true).set("maskColumn", "Volume").run(pairs.table(0), phantom.table(0));
        assertEquals(correlation().run(pairs.table(0)).cell(1, 0, "Displacement z [µm]"),
            masked.cell(1, 0, "Displacement z [µm]"));
        final Result later = tester.node(new StepFilterNodeFactory()).set("steps", "T1").run(phantom.table(0));
        final Result none =
            correlation().set("useMask", true).set("maskColumn", "Volume").run(pairs.table(0), later.table(0));
        assertTrue(none.cell(0, 0, "Deformation field").isMissing());
        assertEquals("T0 to T1: there are no labels of the reference. The table of labels has T1 in 'Step'; it needs a "
            + "row for the step of every reference.", none.warning().orElseThrow().getSummary());
    }

    @Test
    void saturatedSlicesAreAWarning() throws Exception {
        final float[] grey = new float[40 * 40 * 40];
        final Random random = new Random(3);
        for (int i = 0; i < grey.length; i++) {
            grey[i] = random.nextFloat();
        }
        Arrays.fill(grey, 20 * 1600, 22 * 1600, 65535);
        final Volume scan = TestVolumes.floats("scan", new Shape(40, 40, 40), grey);
        final Result pairs = registration().run(series(scan, scan));
        final String warning = correlation().run(pairs.table(0)).warning().get().getSummary();
        assertTrue(warning.contains("Slices 20 to 21 of a hold one single value (saturated, missing or padded) and "
            + "were not used."), warning);
    }

    @Test
    void aCheckpointFolderIsMadeAndLeftEmpty() throws Exception {
        final Path checkpoints = folder.resolve("new/checkpoints");
        final Result pairs = pairs();
        correlation().set("checkpointFolder", checkpoints).run(pairs.table(0));
        assertEquals(0, checkpoints.toFile().list().length);
    }

    @Test
    void aCheckpointFolderThatIsAFile() throws Exception {
        final Path file = Files.writeString(folder.resolve("file"), "x");
        Failures.of(correlation().set("checkpointFolder", file), pairs().table(0)).says("file is not a folder")
            .resolution("Choose a folder");
    }

    @Test
    void settingsAreCheckedBeforeTheNodeRuns() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 24).run();
        assertThrows(InvalidSettingsException.class,
            () -> registration().set("searchRange", 0.9).run(phantom.table(0)));
        assertThrows(InvalidSettingsException.class,
            () -> registration().set("bins", "2, 8").run(phantom.table(0)));
        assertThrows(InvalidSettingsException.class,
            () -> tester.node(new LocalCorrelationNodeFactory()).set("nodeSpacings", "35, 70").run(phantom.table(0)));
        assertThrows(InvalidSettingsException.class, () -> tester.node(new LocalCorrelationNodeFactory())
            .set("halfWindowSizes", "10, 5").run(phantom.table(0)));
        assertThrows(InvalidSettingsException.class, () -> tester.node(new LocalCorrelationNodeFactory())
            .set("minimumZncc", 1.5).run(phantom.table(0)));
        assertThrows(InvalidSettingsException.class, () -> tester.node(new LocalCorrelationNodeFactory())
            .set("maskLabel", -1).run(phantom.table(0)));
    }

    @Test
    void aTableWithoutTheColumnsThatAreNeeded() throws Exception {
        final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 24).run();
        final String message = assertThrows(InvalidSettingsException.class,
            () -> tester.node(new LocalCorrelationNodeFactory()).run(phantom.table(0))).getMessage();
        assertEquals("The input table has no column 'Reference'. A column of volumes is needed; the table has Step, "
            + "Time [h], Potential [V], State of charge [%], Volume.", message);
    }
}
