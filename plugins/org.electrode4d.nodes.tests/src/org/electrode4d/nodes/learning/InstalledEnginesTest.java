// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.Platform;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.EngineLibrary;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.volume.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.node.KNIMEException;

/** Engines are found among the plug-ins of the platform that these tests run in. */
class InstalledEnginesTest {

    private static final long MEMORY = 1L << 30;

    @TempDir
    private Path folder;

    private static void inOsgi() {
        assumeTrue(Platform.isRunning(), "skipped: not inside OSGi");
    }

    @Test
    void onnxRuntimeIsInstalledAndItsWorkerStarts() throws IOException, KNIMEException {
        inOsgi();
        final EngineLibrary library = InstalledEngines.forPrediction(EngineChoice.AUTOMATIC);
        assertEquals("onnx", library.id());
        try (WorkerEngine engine = WorkerEngine.start(library, new WorkerSettings(1, MEMORY, folder), Progress.NONE)) {
            assertTrue(engine.description().startsWith("ONNX Runtime 1.23.2"), engine.description());
        }
    }

    @Test
    void deeplearning4jComesWithTheNativeCodeOfThisMachine() throws IOException {
        inOsgi();
        final Optional<EngineLibrary> library = InstalledEngines.find("dl4j");
        assumeTrue(library.isPresent() || !System.getProperty("os.arch").equals("amd64"),
            "skipped: no native code for this machine");
        final List<Path> classPath = library.orElseThrow().classPath();
        assertEquals(List.of(), classPath.stream().filter(Files::notExists).toList());
        assertTrue(classPath.stream().map(Path::getFileName).map(Path::toString)
            .anyMatch(name -> name.matches("nd4j-native-.*-x86_64-onednn-avx.*\\.jar")), classPath.toString());
    }

    @Test
    void anEngineThatIsNotInstalledIsNamedWithItsFeature() {
        final String before = System.clearProperty(EngineLibraries.FOLDER);
        try {
            final KNIMEException failure = assertThrows(KNIMEException.class,
                () -> InstalledEngines.forTraining(EngineChoice.PYTORCH));
            assertEquals("The engine pytorch is not installed.", failure.getKNIMEMessage().getSummary());
            assertEquals(List.of("Install 'Electrode4D learning: PyTorch' (Help, Install New Software, the site that "
                + "Electrode4D came from), or set 'Engine' to 'Automatic'."),
                failure.getKNIMEMessage().getResolutions());
        } finally {
            if (before != null) {
                System.setProperty(EngineLibraries.FOLDER, before);
            }
        }
    }

    @Test
    void onnxRuntimeDoesNotTrain() {
        assertEquals("ONNX Runtime cannot train.", assertThrows(KNIMEException.class,
            () -> InstalledEngines.forTraining(EngineChoice.ONNX)).getKNIMEMessage().getSummary());
    }
}
