// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.electrode4d.segmentation.morphology.TouchingParticles;
import org.electrode4d.segmentation.morphology.Watershed;
import org.electrode4d.segmentation.morphology.WatershedRegions;
import org.electrode4d.segmentation.morphology.WatershedSettings;
import org.electrode4d.segmentation.particle.ParticleMeasurement;
import org.electrode4d.segmentation.particle.ParticleSettings;
import org.electrode4d.segmentation.superpixel.Felzenszwalb;
import org.electrode4d.segmentation.superpixel.SuperpixelSettings;
import org.electrode4d.segmentation.superpixel.Superpixels;
import org.electrode4d.segmentation.threshold.GreyCounts;
import org.electrode4d.segmentation.threshold.Otsu;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.VolumeBorder;
import org.electrode4d.volume.preparation.GreyDistribution;
import org.electrode4d.volume.preparation.HistogramEqualisation;
import org.electrode4d.volume.statistics.VolumeStatistics;

/**
 * One structure analysis of ours in a process of its own; see {@link StructurePeers}. Arguments: task, tiles, heap of
 * the scratch space in bytes (0: everything in files). Done twice: with a cold compiler, and again.
 */
final class StructureTask {

    private final int tiles;
    private final long heap;

    private StructureTask(final int tiles, final long heap) {
        this.tiles = tiles;
        this.heap = heap;
    }

    public static void main(final String[] arguments) throws IOException {
        final StructureTask task = new StructureTask(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        ChildJvm.tell("cold", task.measure(arguments[0]));
        try (PeakMemory memory = PeakMemory.watching()) {
            ChildJvm.tell("cpu", task.measure(arguments[0]));
            ChildJvm.tell("heap", memory.heap());
            ChildJvm.tell("resident", memory.residentBytes());
        }
    }

    /** CPU seconds; tells the result as well. */
    private double measure(final String task) throws IOException {
        final Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (ScratchSpace input = ScratchSpace.open(Long.MAX_VALUE, temporary);
            ScratchSpace scratch = ScratchSpace.open(heap, temporary)) {
            final Measured<Double> measured = task(task, input, scratch);
            ChildJvm.tell("result", measured.value());
            ChildJvm.tell("wall", measured.wall());
            return measured.cpu();
        }
    }

    private Measured<Double> task(final String task, final ScratchSpace input, final ScratchSpace scratch)
        throws IOException {
        return switch (task) {
            case "edt" -> edt(StructureFiles.open("random_256", tiles, input), scratch);
            case "components6" -> components(input, Connectivity.FACES, scratch);
            case "components26" -> components(input, Connectivity.CORNERS, scratch);
            case "watershed" -> watershed(StructureFiles.inverted(StructureFiles.open("spheres_256", tiles, input)),
                scratch);
            case "felzenszwalb" -> felzenszwalb(StructureFiles.open("slice_1024_u8", tiles, input), scratch);
            case "multi-otsu" -> multiOtsu(StructureFiles.open("slice_1024_u8", tiles, input));
            case "equalise" -> equalise(StructureFiles.open("electrode_128_grey16", 2 * tiles, input));
            case "surface" -> surface(StructureFiles.open("random_256", tiles, input));
            default -> throw new IllegalArgumentException("There is no task " + task + ".");
        };
    }

    private static Measured<Double> edt(final Volume mask, final ScratchSpace scratch) {
        final Measured<Volume> distance =
            Measured.of(io(() -> DistanceTransform.of(mask, VolumeBorder.OPEN, scratch, Progress.NONE)));
        return result(distance, VolumeStatistics.of(distance.value(), Progress.NONE).max());
    }

    private Measured<Double> components(final ScratchSpace input, final Connectivity connectivity,
        final ScratchSpace scratch) throws IOException {
        final Volume mask = StructureFiles.open("random_256", tiles, input);
        return Measured.of(io(
            () -> (double)ConnectedComponents.of(mask, connectivity, scratch, Progress.NONE).count()));
    }

    /** Peaks must rise by a voxel, as is the default of the node. */
    private static Measured<Double> watershed(final Volume mask, final ScratchSpace scratch) {
        final Measured<WatershedRegions> regions = Measured.of(io(() -> Watershed.of(TouchingParticles.of(mask),
            WatershedSettings.of(1), scratch, Progress.NONE)));
        return result(regions, regions.value().count());
    }

    private static Measured<Double> felzenszwalb(final Volume slice, final ScratchSpace scratch) {
        final Measured<Superpixels> regions = Measured.of(io(() -> Felzenszwalb.of(slice,
            SuperpixelSettings.slices(100, 0.8, 50), scratch, Progress.NONE)));
        return result(regions, regions.value().count());
    }

    private static Measured<Double> multiOtsu(final Volume slice) {
        return Measured.of(() -> Otsu.thresholds(GreyCounts.of(slice, null, Progress.NONE), 3)[1]);
    }

    /** The mean of the equalised volume, computed block by block. */
    private static Measured<Double> equalise(final Volume grey) {
        return Measured.of(() -> VolumeStatistics.of(HistogramEqualisation.of(grey,
            GreyDistribution.of(grey, null, GreyDistribution.BINS, Progress.NONE), VoxelType.FLOAT32),
            Progress.NONE).mean());
    }

    /** Area of the mask by lines in 13 directions, without what the border cuts, as that of the peer's mesh. */
    private static Measured<Double> surface(final Volume mask) {
        return Measured.of(() -> ParticleMeasurement.of(mask, null, ParticleSettings.DEFAULT, Progress.NONE)
            .particle(0).surface().area());
    }

    private static Measured<Double> result(final Measured<?> measured, final double value) {
        return new Measured<>(value, measured.cpu(), measured.wall());
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> Supplier<T> io(final Work<T> work) {
        return () -> {
            try {
                return work.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
