// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.model.KerasWeights;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.OnnxModel;
import org.electrode4d.learning.network.AttentionResUNet;
import org.knime.core.node.InvalidSettingsException;

/** Reads models of this and of other programs; the end of the name tells which. */
final class ForeignModels {

    private ForeignModels() {
    }

    /** @param parameters say what files of other programs do not */
    static ModelFile read(final Path file, final ModelReaderNodeParameters parameters)
        throws IOException, InvalidSettingsException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        final String fileName = file.getFileName().toString();
        final String stem = fileName.replaceAll("\\.[^.]*$", "");
        final String name = parameters.m_name.isBlank() ? stem : parameters.m_name.strip();
        final String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".onnx")) {
            return new OnnxModel(parameters.m_foreign.describe(ModelKind.ONNX, name, "ONNX file " + fileName,
                Collections.emptySortedMap()), Files.readAllBytes(file), parameters.m_foreign.image()).toFile();
        }
        return isHdf5(lower) ? ofKeras(file, name, parameters) : ModelFile.read(file);
    }

    private static boolean isHdf5(final String name) {
        return name.endsWith(".h5") || name.endsWith(".hdf5");
    }

    private static ModelFile ofKeras(final Path file, final String name, final ModelReaderNodeParameters parameters)
        throws IOException, InvalidSettingsException {
        final KerasWeights weights = KerasWeights.read(file);
        final AttentionResUNet network = weights.architecture();
        final SortedMap<String, String> architecture = new TreeMap<>(Map.of("network", "attention residual U-Net",
            "depth", Integer.toString(network.depth()), "base width", Integer.toString(network.baseWidth())));
        final ModelDescription description = parameters.m_foreign.describe(ModelKind.NETWORK, name,
            "Keras weights " + file.getFileName(), architecture);
        if (description.classes().classes().size() != network.classes()) {
            throw new LearningException(file + " tells " + network.classes() + " classes apart, but 'Classes' names "
                + description.classes().classes().size() + ": " + description.classes().text() + ". Name all of them "
                + "in the order of the outputs.");
        }
        return new NetworkModel(description, network.graph(), weights.parameters()).toFile();
    }
}
