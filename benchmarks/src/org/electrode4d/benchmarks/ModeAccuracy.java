// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.DeformedLabels;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.ResidualMap;
import org.electrode4d.correlation.ResidualSettings;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.correlation.Unpredicted;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.twin.DigitalTwin;
import org.electrode4d.phantom.twin.LithiationMode;
import org.electrode4d.phantom.twin.TwinParticle;
import org.electrode4d.phantom.twin.TwinSettings;
import org.electrode4d.segmentation.lithiation.GapFeatures;
import org.electrode4d.segmentation.lithiation.ModeRule;
import org.electrode4d.segmentation.lithiation.ModeSelection;
import org.electrode4d.segmentation.lithiation.ParticleEvolution;
import org.electrode4d.segmentation.lithiation.ParticleGaps;
import org.electrode4d.segmentation.lithiation.ParticleResiduals;
import org.electrode4d.segmentation.lithiation.PathSettings;
import org.electrode4d.segmentation.lithiation.ResidualFeatures;
import org.electrode4d.segmentation.lithiation.ZoneSettings;
import org.electrode4d.segmentation.threshold.ThresholdMethod;
import org.electrode4d.segmentation.threshold.Thresholds;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * How many lithiation modes of the digital twin are told right, where the scans are those of the tomograph, but labels
 * and motion are the true ones of the electrode (particles strain otherwise): the classifier alone, without what
 * segmentation and correlation add. Whole particles from 3 µm on; residuals above 5000 grey values.
 *
 * <p>Arguments: edge in voxels (256), seeds ({@code 303}), steps after T0 ({@code 1,2,3,4,5,6,7,8}), strain of
 * particles as a part of the electrode's (0.5).
 */
public final class ModeAccuracy {

    private static final double SILICON = 30_000;
    private static final double LEAST_DIAMETER = 3;
    private static final int SPACING = 8;

    private final DigitalTwin twin;
    private final int[] steps;

    private ModeAccuracy(final DigitalTwin twin, final int[] steps) {
        this.twin = twin;
        this.steps = steps;
    }

    public static void main(final String[] arguments) {
        final int edge = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 256;
        final String seeds = arguments.length > 1 ? arguments[1] : "303";
        final int[] steps = numbers(arguments.length > 2 ? arguments[2] : "1,2,3,4,5,6,7,8");
        final double strain = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 0.5;
        final MarkdownTable table =
            new MarkdownTable("edge", "seed", "core-shell", "network", "inactive", "cracked", "right, %");
        for (final int seed : numbers(seeds)) {
            final DigitalTwin twin = DigitalTwin.of(
                TwinSettings.of(edge).withSeed(seed).withParticleStrain(strain), Progress.NONE);
            table.add(new ModeAccuracy(twin, steps).row(edge, seed));
        }
        System.out.println(table);
    }

    private static int[] numbers(final String list) {
        return List.of(list.split(",")).stream().mapToInt(Integer::parseInt).toArray();
    }

    private List<String> row(final int edge, final int seed) {
        final List<SortedMap<Integer, ResidualFeatures>> features = new ArrayList<>();
        for (final int step : steps) {
            features.add(features(step));
        }
        final Volume first = twin.volume(0);
        final SortedMap<Integer, GapFeatures> gaps = ParticleGaps.of(twin.particles(0),
            Optional.of(Thresholds.of(first, null, ThresholdMethod.fixed(SILICON), Progress.NONE).below(first, null)),
            ZoneSettings.defaults(), Progress.NONE);
        final int[][] counts = new int[LithiationMode.values().length][2];
        for (int number = 1; number <= twin.particles(); number++) {
            final TwinParticle particle = twin.particle(number);
            final int label = number;
            final List<Optional<ResidualFeatures>> found =
                features.stream().map(step -> Optional.ofNullable(step.get(label))).toList();
            if (found.stream().noneMatch(Optional::isPresent)) {
                continue;
            }
            final ParticleEvolution evolution =
                new ParticleEvolution(label, found, Optional.ofNullable(gaps.get(label)));
            if (particle.diameter() >= LEAST_DIAMETER && !particle.cut() && !evolution.isCut()) {
                final String mode = ModeRule.defaults().decide(evolution, ModeSelection.defaults()).mode().title();
                counts[particle.mode().ordinal()][0]++;
                counts[particle.mode().ordinal()][1] += mode.equals(particle.mode().title()) ? 1 : 0;
            }
        }
        return cells(edge, seed, counts);
    }

    private static List<String> cells(final int edge, final int seed, final int[][] counts) {
        final List<String> cells = new ArrayList<>(List.of(String.valueOf(edge), String.valueOf(seed)));
        int all = 0;
        int right = 0;
        for (final LithiationMode mode : List.of(LithiationMode.CORE_SHELL, LithiationMode.NETWORK,
            LithiationMode.INACTIVE, LithiationMode.CRACKED)) {
            final int[] count = counts[mode.ordinal()];
            cells.add(count[1] + " of " + count[0]);
            all += count[0];
            right += count[1];
        }
        cells.add(String.format(Locale.ROOT, "%.1f", 100.0 * right / all));
        return cells;
    }

    private SortedMap<Integer, ResidualFeatures> features(final int step) {
        final DeformationField field = field(step);
        final ResidualSettings settings = ResidualSettings.defaults()
            .withSigma(twin.settings().voxelSize() > 0.15 ? 1 : 2).withUnpredicted(Unpredicted.NAN);
        final Volume residual = ResidualMap.of(new VolumePair(twin.volume(0), twin.volume(step)), field, settings,
            Progress.NONE);
        final Volume labels = DeformedLabels.of(LabelVolume.of(twin.particles(0)), field).volume();
        return ParticleResiduals.of(labels, residual, ZoneSettings.defaults(), PathSettings.defaults(), Progress.NONE);
    }

    /** The exact motion at nodes. */
    private DeformationField field(final int step) {
        final Deformation motion = twin.motion(0, step);
        final Shape shape = twin.settings().shape();
        final NodeGrid grid = new NodeGrid(Point.ORIGIN, new Point(SPACING, SPACING, SPACING), count(shape.x()),
            count(shape.y()), count(shape.z()));
        final DeformationField.Builder builder = DeformationField.builder(grid, twin.volume(0).voxelSize());
        for (int node = 0; node < grid.size(); node++) {
            final Point at = grid.position(node);
            builder.set(node, NodeResult.of(Transformation.of(motion.gradient(at), motion.displacement(at)),
                NodeStatus.CONVERGED));
        }
        return builder.build();
    }

    private static int count(final long voxels) {
        return (int)(voxels - 1) / SPACING + 1;
    }
}
