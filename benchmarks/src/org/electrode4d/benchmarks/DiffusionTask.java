// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.phantom.AgeingPhantom;
import org.electrode4d.phantom.AgeingSettings;
import org.electrode4d.transport.diffusion.DiffusionResult;
import org.electrode4d.transport.diffusion.DiffusionSettings;
import org.electrode4d.transport.diffusion.DiffusivityRule;
import org.electrode4d.transport.diffusion.LithiumSource;
import org.electrode4d.transport.diffusion.SolvedPhase;
import org.electrode4d.transport.diffusion.StructureDiffusion;
import org.electrode4d.transport.mesh.InterfaceShape;
import org.electrode4d.transport.mesh.MeshSettings;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Lithium diffusion of ours with the numbers of Vorauer et al. (2020), Fig. 8, on images of pixels of 0.04 µm; see
 * {@link TransportTask}. Quadratic elements.
 */
final class DiffusionTask {

    private static final double POROSITY = 0.63985;
    private static final double DIFFUSIVITY = DiffusivityRule.BRUGGEMAN.effective(3.01e-10, POROSITY);
    private static final LithiumSource PORES = new LithiumSource(Set.of(0), 1, 1e-3);
    private static final double PIXEL = 0.04;
    private static final double[] TIMES = {1e-4, 1e-3};
    private static final double EXACT = 1e-5;
    private static final double LONG = 100;
    private static final int RADIUS = 40;

    private DiffusionTask() {
    }

    /** @param refinements of the region's mesh, where every edge is halved */
    static Map<String, Double> numbers(final String task, final Volume volume, final int refinements) {
        final MeshSettings steps = MeshSettings.defaults().withSizes(1, 1).withInterfaces(InterfaceShape.STAIRCASE);
        return switch (task) {
            case "slab" -> means(image(RADIUS + 1, 4, (x, y) -> x > 0 ? 1 : 0), List.of(1), steps);
            case "disc" -> means(image(2 * RADIUS + 8, 2 * RADIUS + 8, DiffusionTask::disc), List.of(1),
                MeshSettings.defaults().withSizes(1, 4));
            case "region" -> means(relabelled(slice(volume, 64), 0, 1, 2, 3, 4), List.of(1, 4),
                steps.withHalvings(refinements));
            case "figure" -> figure();
            default -> throw new IllegalArgumentException("There is no task " + task + ".");
        };
    }

    private static int disc(final int x, final int y) {
        final double centre = RADIUS + 3.5;
        return Math.hypot(x - centre, y - centre) <= RADIUS ? 1 : 0;
    }

    private static Volume image(final int width, final int height, final IntBinaryOperator label) {
        final byte[] labels = new byte[width * height];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte)label.applyAsInt(i % width, i / width);
        }
        return Volume.of("image", ArrayImgs.unsignedBytes(labels, width, height, 1), VoxelSize.isotropic(PIXEL));
    }

    private static Volume slice(final Volume volume, final long z) {
        final Shape shape = volume.shape();
        final byte[] labels = new byte[(int)(shape.x() * shape.y())];
        volume.readNative(new Block(0, 0, z, (int)shape.x(), (int)shape.y(), 1), labels);
        return Volume.of("slice", ArrayImgs.unsignedBytes(labels, shape.x(), shape.y(), 1),
            VoxelSize.isotropic(PIXEL));
    }

    /** Labels 0, 1, 2, ... become these. */
    static Volume relabelled(final Volume volume, final int... labels) {
        final int[] values = new int[Block.of(volume.shape()).voxels()];
        LabelVolume.of(volume).read(Block.of(volume.shape()), values);
        final byte[] bytes = new byte[values.length];
        IntStream.range(0, bytes.length).forEach(i -> bytes[i] = (byte)labels[values[i]]);
        return Volume.of(volume.name(), ArrayImgs.unsignedBytes(bytes, volume.shape().x(), volume.shape().y(),
            volume.shape().z()), volume.voxelSize());
    }

    private static StructureDiffusion.Outcome run(final Volume labels, final List<Integer> solved,
        final MeshSettings mesh, final DiffusionSettings.Times times) {
        final List<SolvedPhase> phases =
            solved.stream().map(label -> new SolvedPhase(label, POROSITY, DIFFUSIVITY)).toList();
        return StructureDiffusion.of(labels, Optional.empty(), List.of(),
            new DiffusionSettings(phases, PORES, mesh, 2, times), Progress.NONE).orElseThrow();
    }

    private static double elements(final StructureDiffusion.Outcome outcome) {
        return outcome.space().mesh().cellCount();
    }

    private static Map<String, Double> means(final Volume labels, final List<Integer> solved,
        final MeshSettings mesh) {
        final StructureDiffusion.Outcome outcome =
            run(labels, solved, mesh, new DiffusionSettings.Times(TIMES, TIMES[TIMES.length - 1], EXACT));
        final DiffusionResult result = outcome.result();
        final Map<String, Double> numbers = new TreeMap<>();
        numbers.put("elements", elements(outcome));
        for (int i = 0; i < TIMES.length; i++) {
            final int step = Arrays.binarySearch(result.times(), TIMES[i]);
            numbers.put("mean_" + (i + 1), result.mean()[step]);
        }
        return numbers;
    }

    /** The paper's size of a problem, on a phantom of its image: 250 x 400 pixels of 0.02 µm until 100 s. */
    private static Map<String, Double> figure() {
        final Volume labels = AgeingPhantom.of(AgeingSettings.micrograph(new Shape(250, 400, 1)), Progress.NONE)
            .phases(100).volume();
        final StructureDiffusion.Outcome outcome = run(labels, List.of(1),
            MeshSettings.defaults().withSizes(1, 1).withHalvings(1),
            new DiffusionSettings.Times(new double[] {2, 10, LONG}, LONG, 1e-3));
        return Map.of("elements", elements(outcome), "steps", outcome.result().times().length - 1.0,
            "mean_end", outcome.result().mean()[outcome.result().times().length - 1]);
    }
}
