// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.EngineLibrary;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.volume.Progress;

/** An engine in its worker, with the processor time and the memory that the worker takes (Linux). */
final class EngineProcess implements AutoCloseable {

    private static final long MEMORY = 8L << 30;
    private static final Path CACHE = Path.of("benchmarks/target/engines");
    private static final String OPTIONS = "META-INF/electrode4d-worker.options";
    private static final long KIB = 1024;

    private final WorkerEngine engine;
    private final ProcessHandle worker;

    private EngineProcess(final WorkerEngine engine, final ProcessHandle worker) {
        this.engine = engine;
        this.worker = worker;
    }

    /**
     * Starts an engine with one thread; nothing where it is not built.
     *
     * @param options of its Java machine instead of its own; none for its own
     */
    static Optional<EngineProcess> start(final String id, final List<String> options) throws IOException {
        final Optional<EngineLibrary> found = EngineLibraries.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        final EngineLibrary library = options.isEmpty() ? found.get() : with(options, found.get());
        final Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
        final WorkerEngine engine =
            WorkerEngine.start(library, new WorkerSettings(1, MEMORY, CACHE.toAbsolutePath()), Progress.NONE);
        final ProcessHandle worker = ProcessHandle.current().children().filter(child -> !before.contains(child))
            .findFirst().orElseThrow();
        return Optional.of(new EngineProcess(engine, worker));
    }

    /** The engine with other options, which are in a folder before its own. */
    private static EngineLibrary with(final List<String> options, final EngineLibrary library) throws IOException {
        final Path folder = Files.createTempDirectory("engine-options");
        Files.createDirectories(folder.resolve(OPTIONS).getParent());
        Files.write(folder.resolve(OPTIONS), options);
        final List<Path> classPath = new ArrayList<>(List.of(folder));
        classPath.addAll(library.classPath());
        return new EngineLibrary(library.id(), classPath);
    }

    Engine engine() {
        return engine;
    }

    /** CPU seconds of a call: the median, without the first calls, in which code is compiled. */
    double cpu(final int warm, final int calls, final IntConsumer call) {
        final double[] seconds = new double[calls];
        for (int i = 0; i < calls; i++) {
            final double start = cpu();
            call.accept(i);
            seconds[i] = cpu() - start;
        }
        final double[] measured = Arrays.copyOfRange(seconds, warm, calls);
        Arrays.sort(measured);
        return measured[measured.length / 2];
    }

    private double cpu() {
        return worker.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    /** The greatest resident size so far. */
    double peakBytes() {
        return status("VmHWM");
    }

    /** The resident size now. */
    double residentBytes() {
        return status("VmRSS");
    }

    private double status(final String name) {
        try {
            final String line = Files.readAllLines(Path.of("/proc", Long.toString(worker.pid()), "status")).stream()
                .filter(text -> text.startsWith(name)).findFirst().orElseThrow();
            return KIB * Double.parseDouble(line.replaceAll("\\D+", ""));
        } catch (IOException e) {
            throw new IllegalStateException("The worker cannot be watched.", e);
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
