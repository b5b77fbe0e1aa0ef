// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.electrode4d.learning.worker.server.EngineServer;

/**
 * How a worker is started: with the Java that runs this program, a small heap, and what the engine asks for in
 * {@value #OPTIONS} on its class path. There is one option of the Java machine in a line, in which {@code ${cache}} is
 * the folder for unpacked native code, {@code ${threads}} the number of threads, and {@code ${memory}},
 * {@code ${heap}} and {@code ${native}} are the bytes of the whole worker, of its heap, and of the rest.
 */
record WorkerCommand(EngineLibrary library, WorkerSettings settings, WorkerFolder folder) {

    static final String OPTIONS = "META-INF/electrode4d-worker.options";

    private static final List<String> THREAD_VARIABLES = List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS");

    /** They would change memory and class path of the worker without anybody knowing. */
    private static final Set<String> FOREIGN_OPTIONS = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS",
        "_JAVA_OPTIONS", "CLASSPATH", "ENGINE_CACHE_DIR");

    /** Of variables that engines and their libraries obey rather than the options of their worker. */
    private static final Pattern ENGINE_VARIABLES = Pattern.compile("(DJL|PYTORCH|TORCH|OMP|KMP|GOMP|MKL|OPENBLAS|"
        + "DNNL|ONEDNN|MKLDNN|ND4J|BACKEND|SD)_.*");

    Process start() throws IOException {
        final Path cache = settings.cache().resolve(library.id());
        Files.createDirectories(cache);
        final List<String> command = new ArrayList<>();
        command.add(java().toString());
        command.addAll(List.of("-Xmx" + settings.heapBytes(), "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash", "-XX:ErrorFile=" + folder.path().resolve("crash.log"),
            "-Djava.io.tmpdir=" + folder.path(), "-Djava.awt.headless=true"));
        command.addAll(engineOptions(cache));
        command.add("-cp");
        command.add(library.classPath().stream().map(path -> path.toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)));
        command.add(EngineServer.class.getName());
        command.add(library.id());
        command.add(folder.path().toString());
        final ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile())
            .redirectErrorStream(true).redirectOutput(folder.logFile().toFile());
        prepare(builder.environment());
        return builder.start();
    }

    /** Leaves out what was set for other programs, and sets how many threads work and how they wait. */
    void prepare(final Map<String, String> environment) {
        environment.keySet()
            .removeIf(name -> FOREIGN_OPTIONS.contains(name) || ENGINE_VARIABLES.matcher(name).matches());
        THREAD_VARIABLES.forEach(name -> environment.put(name, Integer.toString(settings.threads())));
        // Threads that wait actively take the processor from those they wait for, if other work keeps it busy.
        environment.put("OMP_WAIT_POLICY", "PASSIVE");
    }

    private static Path java() throws IOException {
        final Path bin = Path.of(System.getProperty("java.home"), "bin");
        for (final String name : List.of("java", "java.exe")) {
            if (Files.exists(bin.resolve(name))) {
                return bin.resolve(name);
            }
        }
        throw new IOException("there is no java in " + bin);
    }

    private List<String> engineOptions(final Path cache) throws IOException {
        final Map<String, Object> values = Map.of("${cache}", cache.toAbsolutePath(), "${threads}", settings.threads(),
            "${memory}", settings.memoryBytes(), "${heap}", settings.heapBytes(), "${native}", settings.nativeBytes());
        final List<URL> urls = new ArrayList<>();
        for (final Path path : library.classPath()) {
            urls.add(path.toUri().toURL());
        }
        final String text;
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), null);
                InputStream in = loader.getResourceAsStream(OPTIONS)) {
            text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).map(line -> {
            String option = line;
            for (final Map.Entry<String, Object> value : values.entrySet()) {
                option = option.replace(value.getKey(), value.getValue().toString());
            }
            return option;
        }).toList();
    }
}
