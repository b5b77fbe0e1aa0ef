// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.imglib2.parallel.Parallelization;
import org.electrode4d.correlation.Accuracy;
import org.electrode4d.correlation.ConvergenceSettings;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.GridPlacement;
import org.electrode4d.correlation.LocalCorrelation;
import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeLevel;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.phantom.Detector;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.TexturePhantom;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.io.Compression;
import org.electrode4d.volume.io.Format;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;
import org.electrode4d.volume.io.WriteOptions;

/**
 * What a node costs, by the size of the volume, the number of nodes, the window and the number of threads: time per
 * node should be the same everywhere in a column of one window, and memory should not grow with the volume. Each
 * measurement runs in a Java process of its own with a heap of 2 GB ({@code -Delectrode4d.heap=2g}).
 *
 * <p>Volumes are phantoms of blobs with a signal-to-noise ratio of 5 and an affine motion, rendered block by block into
 * OME-Zarr (uncompressed, chunks of 64³) below {@code benchmarks/target/scaling} the first time they are needed. Every
 * node starts half a voxel beside the truth. A part of the volume is correlated for some seconds before, so that the
 * compiler is warm.
 *
 * <p>Arguments: edges ({@code 200,400,800}), windows as node spacing / half-window size
 * ({@code 20/10,35/35,70/35}), numbers of threads ({@code 1,2}), accuracy ({@code EXACT}; {@code EXACT,FAST}).
 */
public final class Scaling {

    private static final Path FOLDER = Path.of("benchmarks/target/scaling");
    private static final Point OFFSET = new Point(0.3, -0.2, 0.4);
    private static final int WARM_UP_EDGE = 200;
    private static final double WARM_UP_SECONDS = 6;
    private static final double MEGABYTE = 1e6;

    private final int edge;
    private final NodeLevel level;
    private final int threads;
    private final Accuracy accuracy;

    private Scaling(final int edge, final String window, final int threads, final Accuracy accuracy) {
        this.edge = edge;
        final String[] sizes = window.split("/");
        level = NodeLevel.of(Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]));
        this.threads = threads;
        this.accuracy = accuracy;
    }

    public static void main(final String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("child")) {
            new Scaling(Integer.parseInt(arguments[1]), arguments[2], Integer.parseInt(arguments[3]),
                Accuracy.valueOf(arguments[4])).measure();
            return;
        }
        final MarkdownTable table = new MarkdownTable("volume", "spacing", "window", "mode", "threads", "nodes",
            "converged, %", "wall, ms/node", "CPU, ms/node", "heap peak, MB", "heap after collection, MB", "RSS, MB");
        for (final String edge : choice(arguments, 0, "200,400,800")) {
            create(Integer.parseInt(edge));
        }
        for (final String window : choice(arguments, 1, "20/10,35/35,70/35")) {
            for (final String accuracy : choice(arguments, 3, "EXACT")) {
                for (final String threads : choice(arguments, 2, "1,2")) {
                    for (final String edge : choice(arguments, 0, "200,400,800")) {
                        addRow(table, edge, window, threads, accuracy);
                    }
                }
            }
        }
        System.out.println(table);
    }

    private static List<String> choice(final String[] arguments, final int index, final String otherwise) {
        return Arrays.asList((index < arguments.length ? arguments[index] : otherwise).split(","));
    }

    private static void addRow(final MarkdownTable table, final String edge, final String window,
        final String threads, final String accuracy) throws IOException {
        final Map<String, Double> told = ChildJvm.run(List.of("-Xmx" + System.getProperty("electrode4d.heap", "2g"),
            "-XX:+UseG1GC", "-XX:ActiveProcessorCount=" + threads), Scaling.class,
            List.of("child", edge, window, threads, accuracy));
        final String[] sizes = window.split("/");
        final int width = 2 * Integer.parseInt(sizes[1]) + 1;
        final List<String> cells = new ArrayList<>(List.of(edge + "³", sizes[0], width + "³", accuracy, threads));
        cells.add(number("%.0f", told.get("nodes")));
        cells.add(number("%.1f", told.get("converged")));
        cells.add(number("%.2f", told.get("wall")));
        cells.add(number("%.2f", told.get("cpu")));
        for (final String memory : List.of("heap", "live", "rss")) {
            cells.add(number("%.0f", told.get(memory)));
        }
        table.add(cells);
        System.err.println(String.join("  ", cells));
    }

    private static String number(final String format, final double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static Path file(final int edge, final int state) {
        return FOLDER.resolve("blobs" + edge + "_T" + state + ".ome.zarr");
    }

    private static Deformation exact(final int edge) {
        return DeformationCase.AFFINE.in(new Shape(edge, edge, edge));
    }

    private static void create(final int edge) throws IOException {
        final TexturePhantom phantom = TexturePhantom.of(PhantomSettings.of(new Shape(edge, edge, edge))
            .withDetector(Detector.NOISE_FREE.withNoise(5, 7)));
        final List<Volume> states = List.of(phantom.reference(), phantom.deformed(exact(edge)));
        for (int state = 0; state < states.size(); state++) {
            if (!Files.exists(file(edge, state))) {
                System.err.println("Rendering " + file(edge, state));
                VolumeFiles.write(states.get(state), file(edge, state), WriteOptions.of(Format.OME_ZARR)
                    .withCompression(Compression.NONE).creatingFolders(), Progress.NONE);
            }
        }
    }

    /** In the child. */
    private void measure() throws IOException {
        final VolumePair pair = new VolumePair(VolumeFiles.open(VolumeSource.of(file(edge, 0))),
            VolumeFiles.open(VolumeSource.of(file(edge, 1))));
        warmUp(pair);
        try (PeakMemory memory = PeakMemory.watching(); LiveHeap live = LiveHeap.watching()) {
            final Measured<DeformationField> found = Measured.of(() -> correlate(pair));
            final DeformationField field = found.value();
            final int nodes = field.grid().size();
            ChildJvm.tell("nodes", nodes);
            ChildJvm.tell("converged", 100.0 * field.count(NodeStatus.CONVERGED) / nodes);
            ChildJvm.tell("wall", 1e3 * found.wall() / nodes);
            ChildJvm.tell("cpu", 1e3 * found.cpu() / nodes);
            ChildJvm.tell("heap", memory.heap() / MEGABYTE);
            ChildJvm.tell("live", live.bytes() / MEGABYTE);
            ChildJvm.tell("rss", memory.residentBytes() / MEGABYTE);
        }
    }

    /** On the middle of the volume, which moves about the same centre. */
    private void warmUp(final VolumePair pair) {
        final int size = Math.min(edge, WARM_UP_EDGE + edge % 2);
        final long first = (edge - size) / 2;
        final Block middle = new Block(first, first, first, size, size, size);
        final VolumePair part = new VolumePair(pair.reference().crop(middle), pair.deformed().crop(middle));
        double cpu = 0;
        while (cpu < WARM_UP_SECONDS) {
            cpu += Measured.of(() -> correlate(part)).cpu();
        }
    }

    private DeformationField correlate(final VolumePair pair) {
        final DeformationField start = DeformationField.uniform(NodeGrid.single(pair.centre()),
            pair.reference().voxelSize(), pair.centre(),
            Transformation.of(exact(edge).gradient(pair.centre()), OFFSET));
        final LocalCorrelationSettings settings = LocalCorrelationSettings.defaults().withLevels(List.of(level))
            .withPlacement(GridPlacement.SPAM).withConvergence(ConvergenceSettings.local().withAccuracy(accuracy));
        // the common pool has one thread besides the caller on machines of one and of two processors
        return threads == 1
            ? Parallelization.runSingleThreaded(() -> LocalCorrelation.correlate(pair, start, settings, Progress.NONE))
            : LocalCorrelation.correlate(pair, start, settings, Progress.NONE);
    }
}
