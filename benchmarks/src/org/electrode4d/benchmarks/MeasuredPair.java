// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.GlobalRegistration;
import org.electrode4d.correlation.LocalCorrelation;
import org.electrode4d.correlation.LocalCorrelationSettings;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.RegistrationSettings;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.correlation.io.FieldVtk;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;
import org.electrode4d.volume.picture.ColourMap;
import org.electrode4d.volume.picture.SliceAxis;
import org.electrode4d.volume.picture.SliceImage;
import org.electrode4d.volume.picture.ValueRange;

/**
 * Local correlation at default settings on two X-ray tomograms of a loaded cylinder, against displacements that an
 * independent program found at 300 points: median and 90th percentile of the difference per component, the share of
 * converged nodes, and pictures of ZNCC, status and displacement, one per layer of nodes, with the field for ParaView,
 * in {@code benchmarks/results/measured-pair}.
 *
 * <p>Arguments: another folder for the pictures. {@code -Delectrode4d.shared} names the folder with the data.
 */
public final class MeasuredPair {

    private static final VoxelSize VOXEL = VoxelSize.isotropic(117.9);
    private static final double MEDIAN = 0.015;
    private static final double NINETIETH = 0.05;

    private final Path folder;
    private final DeformationField field;
    private final List<Known> known;

    /** A displacement of the independent program, voxels. */
    private record Known(Point position, Point displacement) {

        static Known parse(final String line) {
            final double[] v = Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
            return new Known(new Point(v[2], v[1], v[0]), new Point(v[5], v[4], v[3]));
        }
    }

    private MeasuredPair(final Path folder, final DeformationField field, final List<Known> known) {
        this.folder = folder;
        this.field = field;
        this.known = known;
    }

    public static void main(final String[] arguments) throws IOException {
        final Path data = SharedFolder.require("data/dvc-pair-notched-cylinder");
        final VolumePair pair = new VolumePair(slices(data.resolve("Intact")), slices(data.resolve("Deformed")));
        final Measured<DeformationField> start = Measured.of(() -> GlobalRegistration.register(pair,
            RegistrationSettings.defaults(), Progress.NONE));
        final Measured<DeformationField> found = Measured.of(() -> LocalCorrelation.correlate(pair, start.value(),
            LocalCorrelationSettings.defaults(), Progress.NONE));
        System.out.printf(Locale.ROOT, "registration: %s, ZNCC %.4f, %.1f CPU s; local correlation: %.1f CPU s%n",
            start.value().status(0).label(), start.value().zncc(0), start.cpu(), found.cpu());
        found.value().remarks().forEach(System.out::println);
        final Path folder = Path.of(arguments.length > 0 ? arguments[0] : "benchmarks/results/measured-pair");
        try (Stream<String> lines = Files.lines(data.resolve("reference_map.csv"))) {
            new MeasuredPair(Files.createDirectories(folder), found.value(),
                lines.skip(1).map(Known::parse).toList()).report();
        }
    }

    private static Volume slices(final Path folder) throws IOException {
        return VolumeFiles.open(new VolumeSource(folder, "*.tif", Optional.of(VOXEL)));
    }

    private void report() throws IOException {
        final MarkdownTable nodes = new MarkdownTable("status", "nodes", "of them near the known points");
        for (final NodeStatus status : NodeStatus.values()) {
            if (field.count(status) > 0) {
                nodes.add(status.label(), Long.toString(field.count(status)), Long.toString(near(status)));
            }
        }
        System.out.println(nodes);
        final long all = Stream.of(NodeStatus.values()).mapToLong(this::near).sum();
        System.out.printf(Locale.ROOT, "%.1f %% of all nodes and %.1f %% of those near the known points converged.%n%n",
            100.0 * field.count(NodeStatus.CONVERGED) / field.grid().size(),
            100.0 * near(NodeStatus.CONVERGED) / all);
        final MarkdownTable table = new MarkdownTable("difference, voxels", "x", "y", "z", "limit", "met");
        addRow(table, "median", 0.5, MEDIAN);
        addRow(table, "90th percentile", 0.9, NINETIETH);
        System.out.println(table);
        writePictures();
        FieldVtk.write(field, folder.resolve("field.vti"));
        System.out.println("Pictures and field.vti are in " + folder);
    }

    /** Nodes less than their spacing away from a point that the other program could follow. */
    private long near(final NodeStatus status) {
        long count = 0;
        for (int node = 0; node < field.grid().size(); node++) {
            final Point at = field.grid().position(node);
            if (field.status(node) == status
                && known.stream().anyMatch(k -> k.position().distance(at) < field.grid().meanSpacing())) {
                count++;
            }
        }
        return count;
    }

    private void addRow(final MarkdownTable table, final String name, final double part, final double limit) {
        final List<String> cells = new ArrayList<>(List.of(name));
        boolean isMet = true;
        for (final ToDoubleFunction<Point> component : List.<ToDoubleFunction<Point>>of(Point::x, Point::y, Point::z)) {
            final double[] sorted = known.stream().mapToDouble(k -> Math.abs(component.applyAsDouble(
                field.at(k.position()).displacement().minus(k.displacement())))).sorted().toArray();
            final double value = sorted[(int)(sorted.length * part)];
            isMet &= value <= limit;
            cells.add(String.format(Locale.ROOT, "%.4f", value));
        }
        cells.addAll(List.of(Double.toString(limit), isMet ? "yes" : "NO"));
        table.add(cells);
    }

    private void writePictures() throws IOException {
        write("ZNCC", "-", ColourMap.VIRIDIS, new ValueRange(0.7, 1), NodeResult::zncc);
        write("status", "-", ColourMap.VIRIDIS, new ValueRange(-7, 2), node -> node.status().code());
        write("displacement x", "µm", ColourMap.DIVERGING, null, measured(Point::x));
        write("displacement y", "µm", ColourMap.DIVERGING, null, measured(Point::y));
        write("displacement z", "µm", ColourMap.DIVERGING, null, measured(Point::z));
    }

    /** In µm; NaN where a node failed. */
    private static ToDoubleFunction<NodeResult> measured(final ToDoubleFunction<Point> component) {
        return node -> node.status() == NodeStatus.CONVERGED
            ? component.applyAsDouble(node.transformation().displacement().times(VOXEL)) : Double.NaN;
    }

    /** One picture per layer of nodes; without a range, that of its values. */
    private void write(final String name, final String unit, final ColourMap colours, final ValueRange range,
        final ToDoubleFunction<NodeResult> value) throws IOException {
        final NodeGrid grid = field.grid();
        final float[] values = new float[grid.size()];
        for (int node = 0; node < values.length; node++) {
            values[node] = (float)value.applyAsDouble(field.result(node));
        }
        final Point edge = grid.spacing().times(field.voxelSize());
        final Volume volume = Volume.of(name, ArrayImgs.floats(values, grid.nx(), grid.ny(), grid.nz()),
            new VoxelSize(edge.x(), edge.y(), edge.z()));
        for (int layer = 0; layer < grid.nz(); layer++) {
            final SliceImage slice = SliceImage.of(volume, SliceAxis.Z, layer).withColours(colours).withUnit(unit)
                .withTitle(String.format(Locale.ROOT, "%s, z = %.0f voxels", name,
                    grid.position(0, 0, layer).z()));
            final BufferedImage picture = (range == null ? slice : slice.withRange(range)).render();
            ImageIO.write(picture, "png",
                folder.resolve(name.replace(' ', '-').toLowerCase(Locale.ROOT) + "-" + layer + ".png").toFile());
        }
    }
}
