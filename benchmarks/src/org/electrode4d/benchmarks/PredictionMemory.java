// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.Normalization;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.engine.NetworkOptions;
import org.electrode4d.learning.model.ModelDescription;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.ModelKind;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.model.Provenance;
import org.electrode4d.learning.model.TrainingLog;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.prediction.PredictionSettings;
import org.electrode4d.learning.prediction.VolumePredictor;
import org.electrode4d.learning.worker.EngineLibraries;
import org.electrode4d.learning.worker.WorkerEngine;
import org.electrode4d.learning.worker.WorkerSettings;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;

/**
 * What it takes to segment slices of 2048 x 2048 pixels with a network of base width 16, tile by tile: resident memory
 * of this program and of its worker together after every slice, and CPU time, with what 2048 such slices would take.
 * Linux only. Arguments: the engine, the number of slices. Run with a small heap:
 * <pre>{@code java -Xmx512m -Delectrode4d.engines=plugins -cp <class path> \
 *     org.electrode4d.benchmarks.PredictionMemory onnx 8}</pre>
 */
public final class PredictionMemory {

    private static final int EDGE = 2048;
    private static final int BASE_WIDTH = 16;
    private static final long WORKER = 1L << 30;
    private static final double MEGABYTE = 1e6;
    private static final VoxelSize VOXEL = VoxelSize.isotropic(0.05);

    private final MarkdownTable table = new MarkdownTable("slices", "program [MB]", "worker [MB]", "together [MB]",
        "CPU time [s]");
    private final int slices;
    private int done;

    private PredictionMemory(final int slices) {
        this.slices = slices;
    }

    public static void main(final String[] arguments) throws IOException {
        final String engine = arguments.length > 0 ? arguments[0] : "onnx";
        new PredictionMemory(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8).run(engine);
    }

    private void run(final String engine) throws IOException {
        final NetworkModel model = model();
        final WorkerSettings settings = WorkerSettings.of(WORKER);
        try (WorkerEngine worker = WorkerEngine.start(EngineLibraries.find(engine).orElseThrow(), settings,
            Progress.NONE); Network network = worker.open(model.source(), NetworkOptions.DEFAULT);
            ScratchSpace scratch = ScratchSpace.open()) {
            final double before = cpuSeconds();
            new VolumePredictor(model, network, PredictionSettings.DEFAULT).predict(noise(), scratch, new Sampler());
            final double hours = (cpuSeconds() - before) / slices * EDGE / 3600;
            System.out.println(worker.description() + ", base width " + BASE_WIDTH + "\n\n" + table);
            System.out.printf(Locale.ROOT, "%d slices would take %.1f h of CPU time.%n", EDGE, hours);
        }
    }

    private static NetworkModel model() {
        final AttentionResUNet architecture = AttentionResUNet.of(2, BASE_WIDTH);
        return new NetworkModel(new ModelDescription(ModelKind.NETWORK, "untrained", ClassScheme.parse(
            "background = 0; silicon = 1", OptionalInt.empty()), Normalization.DEVIATION, new ModelInput(VOXEL, 0.1, 0,
                0), new TreeMap<>(), new Provenance("benchmark", "", "", List.of(), 1), TrainingLog.NONE),
            architecture.graph(), architecture.initial(1));
    }

    /** Noise: what the voxels are does not change what they take. */
    private Volume noise() {
        return LazyVolume.load("noise", new LazyVolume.Layout(new Shape(EDGE, EDGE, slices), VoxelType.UINT16, EDGE, 64,
            1), VOXEL, block -> {
                final SplittableRandom random = new SplittableRandom(31 * block.minY() + block.minZ());
                final short[] values = new short[block.voxels()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = (short)random.nextInt();
                }
                return values;
            });
    }

    /** Looks at memory whenever a slice is done. */
    private final class Sampler implements Progress {
        @Override
        public void check() {
            // nobody cancels
        }

        @Override
        public void report(final double fraction, final String message) {
            if (fraction * slices >= done + 1) {
                done = (int)(fraction * slices);
                final double own = resident(ProcessHandle.current());
                final double worker = ProcessHandle.current().descendants().mapToDouble(PredictionMemory::resident)
                    .sum();
                table.add(List.of(String.valueOf(done), megabytes(own), megabytes(worker),
                    megabytes(own + worker), String.format(Locale.ROOT, "%.1f", cpuSeconds())));
            }
        }
    }

    private static String megabytes(final double bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / MEGABYTE);
    }

    private static double resident(final ProcessHandle process) {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:")).flatMapToLong(line ->
                    LongStream.of(Long.parseLong(line.replaceAll("\\D", "")) * 1024)).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double cpuSeconds() {
        return Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
            .mapToDouble(process -> process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3).sum();
    }
}
