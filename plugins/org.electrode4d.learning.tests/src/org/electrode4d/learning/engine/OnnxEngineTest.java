// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.learning.engine.NetworkOptions.Precision;
import org.electrode4d.learning.network.ForeignModels;
import org.electrode4d.learning.network.OnnxExport;
import org.electrode4d.learning.network.Parameters;
import org.electrode4d.learning.network.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ONNX Runtime: the contract, and networks that were trained elsewhere. */
class OnnxEngineTest extends EngineContract {

    private static final Path SYSTEM = Path.of("/usr/bin/python3");

    /** A network of convolutions, pooling, both ways of enlarging and a skip, exported with free batch and sizes. */
    private static final String TORCH = """
        import sys, warnings, torch
        from torch import nn
        warnings.filterwarnings('ignore')
        torch.manual_seed(3)
        torch.set_num_threads(1)
        class Net(nn.Module):
            def __init__(self):
                super().__init__()
                self.a = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.LeakyReLU(0.1))
                self.b = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(4, 8, 3, padding=1), nn.ELU())
                self.up = nn.ConvTranspose2d(8, 4, 2, stride=2)
                self.wide = nn.Upsample(scale_factor=2, mode='bilinear', align_corners=False)
                self.c = nn.Conv2d(16, 3, 1)
            def forward(self, x):
                x = self.a(x)
                y = self.b(x)
                return torch.softmax(self.c(torch.cat([x, self.up(y), self.wide(y)], 1)), 1)
        net = Net().eval()
        x = torch.randn(2, 1, 12, 20)
        with torch.no_grad():
            y = net(x)
        axes = {0: 'n', 2: 'h', 3: 'w'}
        torch.onnx.export(net, x[:1, :, :8, :8], sys.argv[1] + '/net.onnx', input_names=['x'], output_names=['y'],
                          dynamic_axes={'x': axes, 'y': axes}, opset_version=13)
        x.numpy().astype('<f4').tofile(sys.argv[1] + '/x')
        y.numpy().astype('<f4').tofile(sys.argv[1] + '/y')
        """;

    @TempDir
    Path folder;

    @Override
    protected Engine start() {
        return EngineWorkers.start("onnx");
    }

    private Network open(final byte[] model, final boolean channelsLast) {
        return engine().open(new NetworkSource.Onnx(model, channelsLast), NetworkOptions.DEFAULT);
    }

    private String refused(final byte[] model, final boolean channelsLast, final Tensor images) {
        return assertThrows(EngineException.class, () -> {
            try (Network network = open(model, channelsLast)) {
                network.predict(images);
            }
        }).getMessage();
    }

    /** Its convolutions are of single precision; without training nobody needs more. */
    @Override
    @Test
    public void doublePrecisionPredictsTheSame() {
        final NetworkOptions exact = new NetworkOptions(Precision.DOUBLE, Loss.CROSS_ENTROPY);
        final EngineException error = assertThrows(EngineException.class,
            () -> engine().open(TinyNetwork.attention(2, 0.2), exact));
        assertTrue(error.getMessage().contains("single precision only"), error.getMessage());
    }

    @Test
    void whatIsExportedOpensAsAForeignModel() {
        final NetworkSource.Graph source = TinyNetwork.attention(3, 0.2);
        final byte[] model = OnnxExport.bytes(source.graph(), source.parameters());
        assertArrayEquals(model, OnnxExport.bytes(source.graph(), source.parameters()));
        final Tensor images = TinyNetwork.batch(2, 4, 6, 2, 1).images();
        try (Network own = engine().open(source, NetworkOptions.DEFAULT); Network foreign = open(model, false)) {
            assertEquals(own.predict(images), foreign.predict(images));
        }
    }

    @Test
    void channelsThatAreLastComeFirst() {
        try (Network network = open(ForeignModels.channelsLast("batch", "rows", "columns"), true)) {
            final Tensor images = new Tensor(new int[] {2, 2, 1, 3}, new float[] {1, 2, 3, 4, 5, 6,
                -1, -2, -3, -4, -5, 6});
            final Tensor logits = network.predict(images);
            assertArrayEquals(new int[] {2, 2, 1, 3}, logits.shape());
            assertArrayEquals(new float[] {41, 52, 63, 0, 0, 0, 0, 0, 57, 1, 2, 3}, logits.values());
        }
    }

    @Test
    void aBatchIsComputedOneByOneWhereTheModelTakesOneImage() {
        try (Network network = open(ForeignModels.channelsLast(1, 1, 3), true)) {
            final Tensor images = new Tensor(new int[] {2, 2, 1, 3}, new float[] {1, 2, 3, 4, 5, 6,
                -1, -2, -3, -4, -5, 6});
            assertArrayEquals(new float[] {41, 52, 63, 0, 0, 0, 0, 0, 57, 1, 2, 3}, network.predict(images).values());
        }
    }

    @Test
    void fixedSizesAreAskedFor() {
        assertEquals("The network takes 3 columns, not 4: its input is [1, 2, 3, 2] with the channels last. (-1 stands "
            + "for any number.) Change the tiles, or say that the channels are first.",
            refused(ForeignModels.channelsLast(1, 2, 3), true, Tensor.zeros(1, 2, 2, 4)));
        assertEquals("The network takes 64 channels, not 1: its input is [-1, 64, 64, 1] with the channels first. (-1 "
            + "stands for any number.) Change the tiles, or say that the channels are last.",
            refused(ForeignModels.doubling("batch", 64, 64, 1), false, Tensor.zeros(1, 1, 64, 64)));
        assertTrue(refused(ForeignModels.doubling(4, 1, "rows", "columns"), false, Tensor.zeros(2, 1, 8, 8))
            .startsWith("The network takes 4 images at once, not 2: "));
    }

    @Test
    void whatIsNoSegmentationIsRefused() {
        final Tensor image = Tensor.zeros(1, 1, 4, 4);
        assertEquals("The network has 2 inputs [image, prior], but a segmentation needs one. Export it with the image "
            + "alone.", refused(ForeignModels.twoInputs(), false, image));
        assertEquals("The network has 2 outputs [sum, bent], but a segmentation needs one. Export it with the image "
            + "alone.", refused(ForeignModels.twoOutputs(), false, image));
        assertEquals("The input \"image\" of the network has 2 axes, but an image has 4: batch, channel, rows and "
            + "columns.", refused(ForeignModels.doubling("batch", 16), false, image));
        assertEquals("The network turns images of shape [1, 1, 4, 4] into [1, 1, 2, 2] [batch, channel, row, column], "
            + "but a segmentation needs a value for every pixel.", refused(ForeignModels.halving(), false, image));
    }

    @Test
    void whatIsNoModelIsRefused() {
        final Tensor image = Tensor.zeros(1, 1, 4, 4);
        assertTrue(refused(new byte[] {1, 2, 3}, false, image).startsWith("ONNX Runtime cannot open the model: "));
        final String unknown = refused(ForeignModels.unknownOperator(), false, image);
        assertTrue(unknown.contains("Magic"), unknown);
        image.values()[6] = Float.NaN;
        assertTrue(refused(ForeignModels.halving(), false, image).contains("NaN in row 1, column 2"));
    }

    @Test
    void theParametersOfForeignModelsAreNotKnown() {
        try (Network network = open(ForeignModels.halving(), false)) {
            assertTrue(assertThrows(EngineException.class, network::parameters).getMessage().contains("ONNX file"));
            final Parameters parameters = TinyNetwork.line(1, 0).parameters();
            assertThrows(EngineException.class, () -> network.setParameters(parameters));
        }
    }

    @Test
    void modelsOfPyTorchPredictWhatPyTorchPredicts() throws IOException {
        exportFromTorch();
        try (Network network = open(Files.readAllBytes(folder.resolve("net.onnx")), false)) {
            final Tensor logits = network.predict(new Tensor(new int[] {2, 1, 12, 20}, floats("x")));
            assertArrayEquals(new int[] {2, 3, 12, 20}, logits.shape());
            assertArrayEquals(floats("y"), logits.values(), 2e-6f);
        }
    }

    private void exportFromTorch() throws IOException {
        final String python = Files.exists(SYSTEM) ? SYSTEM.toString() : "python3";
        final Process process;
        try {
            process = new ProcessBuilder(python, "-c", TORCH, folder.toString()).redirectErrorStream(true).start();
        } catch (IOException e) {
            assumeTrue(false, "no python3: " + e.getMessage());
            return;
        }
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assumeTrue(!output.contains("ModuleNotFoundError"), python + " lacks a module: " + output);
        assertTrue(Files.exists(folder.resolve("y")), output);
    }

    private float[] floats(final String name) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name)));
        final float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }
}
