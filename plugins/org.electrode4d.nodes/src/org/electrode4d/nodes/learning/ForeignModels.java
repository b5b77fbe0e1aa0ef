// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;

import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.OnnxModel;
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
        return ModelFile.read(file);
    }
}
