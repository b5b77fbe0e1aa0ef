// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.network.Tensor;

/**
 * Engines of learning beside each other and beside PyTorch from Python, on the attention residual U-Net of the paper,
 * 256 x 512 pixels, batch 1, one thread: CPU seconds of a training step and of a prediction, greatest resident memory
 * of the process, and whether equal parameters give equal logits. Engines that are not built in the folder of
 * plug-ins that {@code -Delectrode4d.engines} names, and peers that are not installed, are named and left out. Prints
 * a table in Markdown, also into {@code benchmarks/results/engine-peers.md}.
 *
 * <p>Arguments: base widths ({@code 16,32}) and steps ({@code 8}, medians without the first two); or {@code memory},
 * an engine ({@code dl4j}) and steps ({@code 500}): the resident memory of a training at base width 16 after each
 * step, as a table in {@code benchmarks/results/engine-memory.csv} and a plot beside it.
 */
public final class EnginePeers {

    private static final Path SCRIPT = Path.of("benchmarks/peers/learning.py");
    private static final Path RESULTS = Path.of("benchmarks/results");
    private static final List<String> ENGINES = List.of("dl4j", "pytorch", "onnx");
    private static final int WARM = 2;

    private final int steps;
    private final MarkdownTable table = new MarkdownTable("program", "base width", "training step, CPU s",
        "prediction, CPU s", "resident, MB", "largest difference of logits");
    private final Set<String> missing = new LinkedHashSet<>();

    private EnginePeers(final int steps) {
        this.steps = steps;
    }

    public static void main(final String[] arguments) throws IOException {
        Files.createDirectories(RESULTS);
        final String what = arguments.length > 0 ? arguments[0] : "16,32";
        if (what.equals("memory")) {
            final String engine = arguments.length > 1 ? arguments[1] : "dl4j";
            EngineMemory.measure(engine, arguments.length > 2 ? Integer.parseInt(arguments[2]) : 500,
                RESULTS.resolve("engine-memory"));
            return;
        }
        final EnginePeers peers = new EnginePeers(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8);
        for (final String width : what.split(",")) {
            peers.compare(Integer.parseInt(width));
        }
        System.out.println(peers.report());
        Files.writeString(RESULTS.resolve("engine-peers.md"), peers.report());
    }

    private void compare(final int width) throws IOException {
        final EngineTask task = new EngineTask(width);
        Optional<Tensor> reference = Optional.empty();
        for (final String id : ENGINES) {
            final Optional<EngineProcess> engine = EngineProcess.start(id, List.of());
            if (engine.isEmpty()) {
                missing.add(id);
                continue;
            }
            reference = Optional.of(measure(engine.get(), task, reference, steps));
        }
        // as Deeplearning4j comes a step takes many times as long, so that fewer must do
        final Optional<EngineProcess> plain =
            EngineProcess.start("dl4j", List.of("-Dorg.electrode4d.learning.dl4j.onednn=false"));
        if (plain.isPresent()) {
            measure(plain.get(), task, reference, WARM + 1);
        }
        if (reference.isPresent()) {
            python(task, reference.get());
        }
    }

    private Tensor measure(final EngineProcess process, final EngineTask task, final Optional<Tensor> reference,
        final int repetitions) {
        try (process; Network network = process.engine().open(task.source(), EngineTask.OPTIONS)) {
            final Tensor logits = network.predict(task.batch().images());
            final double predict = process.cpu(WARM, repetitions, step -> network.predict(task.batch().images()));
            final double train = process.engine().trains()
                ? process.cpu(WARM, repetitions, step -> network.train(task.batch(), EngineTask.step(step)))
                : Double.NaN;
            add(process.engine().description(), task.width(), train, predict, process.peakBytes(),
                reference.map(tensor -> difference(tensor, logits)).orElse(Double.NaN));
            return reference.orElse(logits);
        }
    }

    private void python(final EngineTask task, final Tensor logits) throws IOException {
        final Optional<PeerPython> python = PeerPython.with("numpy, torch");
        if (python.isEmpty()) {
            missing.add("PyTorch in Python");
            return;
        }
        final Path folder = Files.createDirectories(RESULTS.resolve("engine-" + task.width()));
        task.write(folder, logits);
        final Map<String, Double> told =
            python.get().tell(List.of(SCRIPT.toString(), folder.toString(), Integer.toString(steps)));
        add("PyTorch in Python", task.width(), told.get("train"), told.get("predict"), told.get("resident"),
            told.get("difference"));
    }

    private static double difference(final Tensor one, final Tensor other) {
        double largest = 0;
        for (int i = 0; i < one.values().length; i++) {
            largest = Math.max(largest, Math.abs(one.values()[i] - other.values()[i]));
        }
        return largest;
    }

    private void add(final String program, final int width, final double train, final double predict,
        final double bytes, final double difference) {
        final List<String> cells = List.of(program, Integer.toString(width), number("%.2f", train),
            number("%.2f", predict), number("%.0f", bytes / 1e6), number("%.1e", difference));
        System.err.println(String.join("  ", cells));
        table.add(cells);
    }

    private static String number(final String format, final double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private String report() {
        return String.format(Locale.ROOT, """
            %d processors, Java %s. CPU seconds of the whole process of the engine, one thread; resident size is its
            peak. Differences of logits are those from the first row of the same width.

            %s
            %s""", Runtime.getRuntime().availableProcessors(), Runtime.version(), table,
            missing.isEmpty() ? "" : "Not installed, left out: " + String.join(", ", missing) + ".\n");
    }
}
