// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.engine.NetworkSource;
import org.electrode4d.volume.Progress;

/** Workers with the {@link FakeEngine}. */
final class FakeWorkers {

    private static final long MEMORY = 1L << 29;

    private FakeWorkers() { }

    /** @param options of the Java machine, as the engine's jar would bring them */
    static EngineLibrary library(final Path folder, final String... options) throws IOException {
        final Path services = folder.resolve("META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve(Engine.class.getName()), FakeEngine.class.getName());
        Files.writeString(folder.resolve(WorkerCommand.OPTIONS), String.join("\n", options));
        return new EngineLibrary("fake", List.of(folder, place(FakeEngine.class), place(Engine.class)));
    }

    /** The folder or jar a class was loaded from. */
    static Path place(final Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static WorkerEngine start(final Path folder, final Progress progress, final String... options)
            throws IOException {
        return WorkerEngine.start(library(folder.resolve("engine"), options),
            new WorkerSettings(1, MEMORY, folder.resolve("cache")), progress);
    }

    static Network open(final WorkerEngine engine, final FakeEngine.Fault fault) {
        return engine.open(new NetworkSource.Onnx(fault.name().getBytes(StandardCharsets.US_ASCII), false),
            NetworkOptions.DEFAULT);
    }
}
