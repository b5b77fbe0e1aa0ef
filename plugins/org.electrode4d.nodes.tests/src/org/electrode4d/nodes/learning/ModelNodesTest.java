// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.OnnxModel;
import org.electrode4d.learning.model.OutputActivation;
import org.electrode4d.learning.network.OnnxExport;
import org.electrode4d.nodes.Failures;
import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Node;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.TestModels;
import org.electrode4d.nodes.cell.SegmentationModelValue;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.VoxelSize;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;

/** Models go to files and come back. */
class ModelNodesTest {

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

    private BufferedDataTable models(final ModelFile... files) throws Exception {
        final ModelTable table = new ModelTable(tester.context());
        for (final ModelFile file : files) {
            table.add(file, "T0-T2", Progress.NONE);
        }
        return table.close();
    }

    private Node writer() {
        return tester.node(new ModelWriterNodeFactory()).set("folder", folder.toString());
    }

    private Node reader(final Path file) {
        return tester.node(new ModelReaderNodeFactory()).set("path", file.toString());
    }

    private static void assertInvalid(final Node node, final String message) {
        final Exception failure = assertThrows(InvalidSettingsException.class, node::run);
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }

    @Test
    void aModelComesBackFromItsFile() throws Exception {
        final ModelFile model = TestModels.network("silicon", 1, 0.9);
        final Result written = writer().run(models(model));
        final Path file = folder.resolve("silicon.e4dmodel");
        assertEquals(file.toString(), written.cell(0, 0, "Model path").toString());
        final Result read = reader(file).set("steps", "T3-T8").run();
        assertEquals("silicon", read.cell(0, 0, "Name").toString());
        assertEquals("U-Net", read.cell(0, 0, "Kind").toString());
        assertEquals("T3-T8", read.cell(0, 0, "Steps").toString());
        assertEquals("pore, silicon", read.cell(0, 0, "Classes").toString());
        assertEquals(0.5, read.number(0, 0, "Voxel size x [µm]"), 0);
        assertEquals(0.9, read.number(0, 0, "Validation Dice [-]"), 1e-12);
        assertEquals("T0", read.cell(0, 0, "Trained on").toString());
        final ModelFile back = ((SegmentationModelValue)read.cell(0, 0, "Model")).getModel();
        assertEquals(model.description(), back.description());
    }

    @Test
    void aFileThatIsThereStopsTheWriterUnlessItIsToBeReplaced() throws Exception {
        final BufferedDataTable table = models(TestModels.network("silicon", 1, 0.9));
        writer().run(table);
        Failures.of(writer(), table).says("silicon.e4dmodel exists already").resolution("overwrite");
        writer().set("existing", "OVERWRITE").run(table);
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void allModelsAreWrittenOrNone() throws Exception {
        final BufferedDataTable table =
            models(TestModels.network("silicon", 1, 0.9), TestModels.network("silicon", 2, 0.9));
        Failures.of(writer(), table).says("Two files would be called 'silicon.e4dmodel'");
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
        assertEquals(2, writer().set("nameTemplate", "{Name}-{RowID}").run(table).table(0).size());
    }

    @Test
    void twoModelsForEarlyAndLateSteps() throws Exception {
        writer().set("nameTemplate", "{RowID}")
            .run(models(TestModels.network("a", 1, 0.9), TestModels.network("b", 2, 0.9)));
        final Node two = reader(folder.resolve("Row0.e4dmodel")).set("location", "TWO_MODELS").set("steps", "T0-T2")
            .set("secondPath", folder.resolve("Row1.e4dmodel").toString());
        final Result result = two.run();
        assertEquals("T0-T2", result.cell(0, 0, "Steps").toString());
        assertEquals("b", result.cell(0, 1, "Name").toString());
        assertEquals("*", result.cell(0, 1, "Steps").toString());
        final Node all = tester.node(new ModelReaderNodeFactory()).set("location", "FOLDER")
            .set("folder", folder.toString());
        assertEquals("T3-T8", all.set("folderSteps", "T0-T2; T3-T8").run().cell(0, 1, "Steps").toString());
        Failures.of(all.set("folderSteps", "T0-T2")).says("'Steps of the models' has 1 entries, but there are 2 "
            + "models: Row0.e4dmodel, Row1.e4dmodel.");
    }

    @Test
    void aForeignNetworkIsDescribedInTheDialog() throws Exception {
        final Path file = Files.write(folder.resolve("net.onnx"), new byte[]{1, 2, 3});
        final Result result = reader(file).set("foreign/classes", "pore = 0; silicon = 3")
            .set("foreign/voxelSize", 0.05).set("foreign/channelsLast", true)
            .set("foreign/output", "LOGITS").set("foreign/unit", 100.0).set("foreign/divisor", 8).run();
        assertEquals("ONNX network, 2 classes, voxel 0.05 µm", result.cell(0, 0, "Model").toString());
        assertTrue(result.cell(0, 0, "Validation Dice [-]").isMissing());
        final OnnxModel model = OnnxModel.of(((SegmentationModelValue)result.cell(0, 0, "Model")).getModel());
        assertArrayEquals(new byte[]{1, 2, 3}, model.network());
        assertTrue(model.image().channelsLast());
        assertEquals(OutputActivation.LOGITS, model.activation());
        assertEquals(8, model.divisor());
        assertEquals(Normalization.fixed(new GreyScale(0, 100)), model.description().normalization());
        assertEquals(VoxelSize.isotropic(0.05), model.description().input().voxelSize());
        Failures.of(reader(file)).says("which classes the network tells apart").resolution("dialog");
        Failures.of(reader(file).set("foreign/classes", "pore = 0; silicon = 1"))
            .says("which voxels the network knows");
        // an ONNX network is written as it was read
        writer().set("format", "ONNX").set("existing", "OVERWRITE").run(result.table(0));
        assertArrayEquals(new byte[]{1, 2, 3}, Files.readAllBytes(folder.resolve("net.onnx")));
    }

    @Test
    void aNetworkIsWrittenAsOnnx() throws Exception {
        final ModelFile model = TestModels.network("silicon", 1, 0.9);
        writer().set("format", "ONNX").run(models(model));
        final NetworkModel network = NetworkModel.of(model);
        assertArrayEquals(OnnxExport.bytes(network.graph(), network.parameters()),
            Files.readAllBytes(folder.resolve("silicon.onnx")));
        final ModelFile forest = new ModelFile(
            TestModels.description(ModelKind.FOREST, "trees", 0.9, Map.of("trees", "100", "features", "30")),
            new TreeMap<>(Map.of("forest.bin", new byte[1])));
        Failures.of(writer().set("format", "ONNX"), models(forest))
            .says("The model trees is a pixel classifier, which ONNX networks cannot hold.");
        assertFalse(Files.exists(folder.resolve("trees.onnx")));
    }

    @Test
    void filesThatAreNoModelsAreNamed() throws Exception {
        Failures.of(reader(folder.resolve("missing.e4dmodel"))).says("There is no file or folder")
            .resolution("Correct the path");
        final Path text = Files.writeString(folder.resolve("text.e4dmodel"), "no model");
        Failures.of(reader(text)).says("text.e4dmodel");
        Failures.of(reader(Files.writeString(folder.resolve("weights.h5"), "no weights"))).says("weights.h5");
        writer().run(models(TestModels.network("silicon", 1, 0.9)));
        final Path file = folder.resolve("silicon.e4dmodel");
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        Failures.of(reader(file)).says("silicon.e4dmodel").says("damaged or cut off");
    }

    @Test
    void settingsThatCannotBeAreNamed() {
        assertInvalid(tester.node(new ModelReaderNodeFactory()), "Enter the path of the data in 'Model'");
        assertInvalid(reader(folder).set("steps", "T5-T2"), "run backwards");
        assertInvalid(reader(folder).set("foreign/classes", "pore"), "\"pore\" is not a class with its labels");
        assertInvalid(reader(folder).set("foreign/unit", 0.0), "unit above 0");
        assertInvalid(reader(folder).set("foreign/voxelSize", -1.0), "must be above 0");
        assertInvalid(reader(folder).set("location", "FOLDER").set("namePattern", ""), "'Name pattern' is empty");
    }
}
