// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.learning.model.OnnxModel.ForeignImage;
import org.electrode4d.learning.network.Layer;
import org.electrode4d.learning.network.Normalized;
import org.electrode4d.learning.network.Operation.BatchNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    /** Written by the first version of the program; never to be written again. */
    private static final String FIRST_VERSION = "network-1.e4dmodel";

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsRead() throws IOException {
        final NetworkModel model = Models.network();
        final Path file = folder.resolve("new folder").resolve("a.e4dmodel");
        model.toFile().write(file);
        assertEquals(model, NetworkModel.of(ModelFile.read(file)));
        assertEquals(model, SliceModel.of(ModelFile.read(file)));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aFileOfTheFirstVersionIsReadForEver() throws IOException {
        try (InputStream in = ModelFileTest.class.getResourceAsStream(FIRST_VERSION)) {
            assertEquals(Models.network(), NetworkModel.of(ModelFile.read(in, FIRST_VERSION)));
        }
    }

    @Test
    void theMomentumOfRunningMeansIsKept() throws IOException {
        final NetworkModel model = Models.network(Normalized.ALL_BUT_OUTPUT);
        final NetworkModel read = NetworkModel.of(read(bytes(model.toFile())));
        assertEquals(model, read);
        assertEquals(Set.of(0.9), momenta(read));
    }

    /** The first programs did not write it: all their networks had that of Keras. */
    @Test
    void withoutAMomentumItIsThatOfKeras() throws IOException {
        try (InputStream in = ModelFileTest.class.getResourceAsStream(FIRST_VERSION)) {
            final ModelFile file = ModelFile.read(in, FIRST_VERSION);
            assertFalse(new String(file.parts().get("graph.json"), StandardCharsets.UTF_8).contains("momentum"));
            assertEquals(Set.of(0.99), momenta(NetworkModel.of(file)));
        }
    }

    private static Set<Double> momenta(final NetworkModel model) {
        return model.graph().layers().stream().map(Layer::operation).filter(BatchNormalization.class::isInstance)
            .map(operation -> ((BatchNormalization)operation).momentum()).collect(Collectors.toSet());
    }

    @Test
    void equalModelsGiveEqualBytes() throws IOException {
        assertArrayEquals(bytes(Models.network().toFile()), bytes(Models.network().toFile()));
    }

    @Test
    void aForeignNetworkKeepsItsBytesAndItsImages() throws IOException {
        final OnnxModel model = new OnnxModel(Models.description(ModelKind.ONNX, "a = 0; b = 1; c = *"),
            new byte[] {8, 7, 6}, new ForeignImage(true, OutputActivation.PROBABILITIES, 16));
        final OnnxModel read = (OnnxModel)SliceModel.of(read(bytes(model.toFile())));
        assertEquals(model.description(), read.description());
        assertEquals(model.image(), read.image());
        assertArrayEquals(model.network(), read.network());
        assertTrue(read.source() instanceof NetworkSource.Onnx onnx && onnx.channelsLast());
        assertEquals(16, read.divisor());
    }

    @Test
    void anotherKindOfModelIsRefused() {
        final ModelFile file = new ModelFile(Models.description(ModelKind.FOREST, "a = 0; b = 1"), new TreeMap<>());
        assertEquals("The model silicon µ is of the kind forest, but one of the kind network is needed here. Choose "
            + "another model, or another node.", message(() -> SliceModel.of(file)));
    }

    @Test
    void aNetworkThatDoesNotFitItsClassesIsRefused() {
        final NetworkModel model = Models.network();
        assertEquals("The model silicon µ has 1 outputs, which do not fit its 3 classes. Write the model again.",
            message(() -> new NetworkModel(Models.description(ModelKind.NETWORK, "a = 0; b = 1; c = 2"), model.graph(),
                model.parameters())));
    }

    @Test
    void whatIsNoModelSaysSo() {
        assertEquals("a: This is no model of Electrode4D: it is not a zip with model.json in it. Choose a file written "
            + "by 'Model Writer'.", message(() -> read("no zip at all".getBytes(StandardCharsets.US_ASCII))));
        assertEquals("There is no model " + folder.resolve("none") + ". Check its name and folder.",
            message(() -> ModelFile.read(folder.resolve("none"))));
    }

    @Test
    void aFileThatIsCutOffAnywhereIsRefused() throws IOException {
        final byte[] whole = bytes(Models.network().toFile());
        final int end = lastEntryEnd(whole);
        for (int length = 0; length < end; length += 11) {
            final byte[] part = Arrays.copyOf(whole, length);
            assertThrows(LearningException.class, () -> read(part));
        }
        assertEquals("a: The model is damaged or cut off (Unexpected end of ZLIB input stream). Copy or write it "
            + "again.",
            message(() -> read(Arrays.copyOf(whole, end / 2))));
    }

    /** Where the directory of the zip begins, which repeats what was before. */
    private static int lastEntryEnd(final byte[] zip) {
        for (int i = 0;; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                return i;
            }
        }
    }

    @Test
    void aFlippedBitNeverGivesAnotherModel() throws IOException {
        final byte[] whole = bytes(Models.network().toFile());
        final NetworkModel model = Models.network();
        for (int i = 0; i < whole.length; i += 5) {
            final byte[] damaged = whole.clone();
            damaged[i] ^= (byte)(1 << i % 8);
            try {
                assertEquals(model, NetworkModel.of(read(damaged)), "byte " + i);
            } catch (LearningException e) {
                assertTrue(e.getMessage().length() > 20, e.getMessage());
            }
        }
    }

    @Test
    void whatIsMissingOrTooNewIsNamed() throws IOException {
        final byte[] whole = bytes(Models.network().toFile());
        assertEquals("a: The part weights.bin of the model is missing. Copy or write it again.",
            message(() -> read(changed(whole, "weights.bin", "", ""))));
        assertEquals("a: The model has version 2 of the format, but this program knows no newer one than 1. Update "
            + "Electrode4D.", message(() -> read(changed(whole, "", "\"version\" : 1", "\"version\" : 2"))));
        assertEquals("a: The model is of the kind 'oracle', which is unknown. Update Electrode4D.",
            message(() -> read(changed(whole, "", "\"network\"", "\"oracle\""))));
        assertEquals("a: The field 'provenance' is missing. Copy or write the model again.",
            message(() -> read(changed(whole, "", "provenance", "origin"))));
        assertEquals("a: This is no model of Electrode4D: its format is \"x\", not \"electrode4d.model\". Choose "
            + "another file.", message(() -> read(changed(whole, "", "electrode4d.model", "x"))));
        assertTrue(message(() -> read(changed(whole, "", "\"format\"", "format")))
            .startsWith("a: model.json in the model is not JSON ("));
    }

    @Test
    void damagedPartsAreNamed() {
        final ModelFile file = Models.network().toFile();
        final TreeMap<String, byte[]> parts = new TreeMap<>(file.parts());
        parts.put("weights.bin", Arrays.copyOf(parts.get("weights.bin"), 100));
        assertEquals("The weights are cut off at byte 100. Copy or write the model again.",
            message(() -> NetworkModel.of(new ModelFile(file.description(), parts))));
        parts.putAll(Map.of("weights.bin", new byte[] {1, 2}));
        assertEquals("The weights do not begin with E4DT. Copy or write the model again.",
            message(() -> NetworkModel.of(new ModelFile(file.description(), parts))));
        parts.remove("weights.bin");
        assertEquals("The model silicon µ has no weights.bin in it, but only graph.json. Write the model again.",
            message(() -> NetworkModel.of(new ModelFile(file.description(), parts))));
    }

    /** The zip without an entry, and with another text in model.json. */
    private static byte[] changed(final byte[] zip, final String without, final String text, final String other)
        throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
            ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(without)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    final byte[] content = in.readAllBytes();
                    out.write(!entry.getName().equals("model.json") ? content
                        : new String(content, StandardCharsets.UTF_8).replace(text, other)
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return bytes.toByteArray();
    }

    private interface Reading {
        Object run() throws IOException;
    }

    private static String message(final Reading reading) {
        return assertThrows(LearningException.class, reading::run).getMessage();
    }

    private static ModelFile read(final byte[] bytes) throws IOException {
        return ModelFile.read(new ByteArrayInputStream(bytes), "a");
    }

    private static byte[] bytes(final ModelFile file) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        file.write(bytes);
        return bytes.toByteArray();
    }
}
