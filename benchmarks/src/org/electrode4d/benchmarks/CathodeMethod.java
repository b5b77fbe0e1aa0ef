// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.electrode4d.segmentation.superpixel.Felzenszwalb;
import org.electrode4d.segmentation.superpixel.RegionClasses;
import org.electrode4d.segmentation.superpixel.RegionFeatures;
import org.electrode4d.segmentation.superpixel.SuperpixelSettings;
import org.electrode4d.segmentation.superpixel.Superpixels;
import org.electrode4d.segmentation.threshold.GreyCounts;
import org.electrode4d.segmentation.threshold.MultistageThreshold;
import org.electrode4d.segmentation.threshold.Stage;
import org.electrode4d.segmentation.threshold.ThresholdMethod;
import org.electrode4d.segmentation.threshold.Thresholds;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Gaussian;
import org.electrode4d.volume.filter.Rank;
import org.electrode4d.volume.filter.RankFilter;
import org.electrode4d.volume.preparation.MeansSettings;
import org.electrode4d.volume.preparation.NoiseEstimate;
import org.electrode4d.volume.preparation.NonLocalMeans;

/**
 * A way to give a slice three phases without training. Its settings are numbers: the first set is the default, the
 * others are what a person would try.
 */
enum CathodeMethod {

    OTSU("Multi-Otsu", "Gaussian σ [pixel]", grid(new double[] {0, 0.5, 1, 1.5, 2, 3})) {
        @Override
        LabelVolume segment(final Volume grey, final double[] settings, final ScratchSpace scratch) {
            return phases(smooth(grey, settings[0]), ThresholdMethod.otsu(3));
        }
    },

    RIDLER_CALVARD("Ridler-Calvard", "Gaussian σ [pixel]", grid(new double[] {0, 0.5, 1, 1.5, 2, 3})) {
        @Override
        LabelVolume segment(final Volume grey, final double[] settings, final ScratchSpace scratch) {
            return phases(smooth(grey, settings[0]), ThresholdMethod.ridlerCalvard(3));
        }
    },

    MEDIAN_OTSU("Median, multi-Otsu", "half size [pixel]", grid(new double[] {1, 2, 3, 4})) {
        @Override
        LabelVolume segment(final Volume grey, final double[] settings, final ScratchSpace scratch) {
            return phases(RankFilter.of(grey, Rank.MEDIAN, (int)settings[0]), ThresholdMethod.otsu(3));
        }
    },

    MULTISTAGE("Multistage (Vorauer)", "Gaussian σ [pixel]; 0 iterative, 1 Otsu",
        grid(new double[] {0, 0.5, 1, 1.5, 2, 3}, new double[] {0, 1})) {
        @Override
        LabelVolume segment(final Volume grey, final double[] settings, final ScratchSpace scratch) {
            final String way = settings[1] == 0 ? "ridler-calvard" : "otsu";
            final Volume smooth = smooth(grey, settings[0]);
            return MultistageThreshold.of(GreyCounts.of(smooth, null, Progress.NONE), Stage.parse("* < " + way
                + " < Active material; Pore < " + way + " < Carbon-binder")).phases(smooth, null);
        }
    },

    SUPERPIXELS("Superpixels, multi-Otsu of their means", "scale k [grey value]; σ [pixel]; least size [pixel]",
        grid(new double[] {2, 0.3, 1, 5}, new double[] {0.8, 1.5}, new double[] {20, 50})) {
        @Override
        LabelVolume segment(final Volume grey, final double[] settings, final ScratchSpace scratch)
            throws IOException {
            final Superpixels regions = Felzenszwalb.of(grey, SuperpixelSettings.slices(settings[0], settings[1],
                (int)settings[2]), scratch, Progress.NONE);
            final double[] limits = Thresholds.of(smooth(grey, settings[1]), null, ThresholdMethod.otsu(3),
                Progress.NONE).at(0);
            return byMeans(regions, grey, limits);
        }
    },

    FIXED("Fixed thresholds", "pore to binder; binder to active [grey value]; Gaussian σ [pixel]",
        grid(new double[] {0.5, 0.3, 0.4, 0.6, 0.7}, new double[] {1, 0.8, 0.9, 1.1, 1.2, 1.3},
            new double[] {0, 1})) {
        @Override
        LabelVolume segment(final Volume grey, final double[] settings, final ScratchSpace scratch) {
            return phases(smooth(grey, settings[2]), ThresholdMethod.fixed(settings[0], settings[1]));
        }
    },

    SUPERPIXEL_RULES("Superpixels, rules", "pore to binder; binder to active [grey value]; scale k [grey value]",
        grid(new double[] {0.5, 0.4, 0.6}, new double[] {1, 0.9, 1.1, 1.2}, new double[] {1, 0.3})) {
        @Override
        LabelVolume segment(final Volume grey, final double[] settings, final ScratchSpace scratch)
            throws IOException {
            return byMeans(Felzenszwalb.of(grey, SuperpixelSettings.slices(settings[2], 0.8, 20), scratch,
                Progress.NONE), grey, settings);
        }
    },

    NON_LOCAL_MEANS("Non-local means, multi-Otsu", "h / σ of the noise", grid(new double[] {0.8, 0.5, 1.2, 2})) {
        @Override
        LabelVolume segment(final Volume grey, final double[] settings, final ScratchSpace scratch) {
            final double noise = NoiseEstimate.of(grey, true, Progress.NONE);
            return phases(NonLocalMeans.of(grey, new MeansSettings(PATCH, SEARCH, settings[0] * noise, noise, true)),
                ThresholdMethod.otsu(3));
        }
    };

    private static final int PATCH = 2;
    private static final int SEARCH = 5;
    /** Label of a phase from dark to bright, as that of the labels. */
    private static final Map<Integer, Integer> MAPPING =
        Map.of(1, LabelledSlice.PORE, 2, LabelledSlice.BINDER, 3, LabelledSlice.ACTIVE);
    private static final List<String> DARK_TO_BRIGHT = List.of("Pore", "Carbon-binder", "Active material");

    private final String title;
    private final String meaning;
    private final List<double[]> settings;

    CathodeMethod(final String title, final String meaning, final List<double[]> settings) {
        this.title = title;
        this.meaning = meaning;
        this.settings = settings;
    }

    /** Phases 1 (dark) to 3 (bright). */
    abstract LabelVolume segment(Volume grey, double[] settings, ScratchSpace scratch) throws IOException;

    /** This way with settings, which gives phases the labels of {@link LabelledSlice}. */
    CathodeTable.Segmenter with(final double[] values) {
        return (slice, scratch) -> asInTruth(segment(slice.grey(), values, scratch), slice.truth());
    }

    private static LabelVolume asInTruth(final LabelVolume found, final LabelVolume truth) {
        final Volume volume = found.volume();
        final LazyVolume.Layout layout = new LazyVolume.Layout(volume.shape(), VoxelType.UINT8, 512, 512, 1);
        return new LabelVolume(LazyVolume.load(volume.name(), layout, volume.voxelSize(), block -> {
            final int[] labels = new int[block.voxels()];
            found.read(block, labels);
            final byte[] mapped = new byte[labels.length];
            for (int i = 0; i < mapped.length; i++) {
                mapped[i] = MAPPING.get(labels[i]).byteValue();
            }
            return mapped;
        }), truth.names());
    }

    String title() {
        return title;
    }

    /** What the numbers of a setting are. */
    String meaning() {
        return meaning;
    }

    double[] defaults() {
        return settings.get(0);
    }

    List<double[]> settings() {
        return settings;
    }

    /** All combinations, the first value of each first. */
    private static List<double[]> grid(final double[]... axes) {
        List<double[]> combined = List.of(new double[0]);
        for (final double[] axis : axes) {
            final List<double[]> longer = new ArrayList<>();
            for (final double[] start : combined) {
                for (final double value : axis) {
                    final double[] next = Arrays.copyOf(start, start.length + 1);
                    next[start.length] = value;
                    longer.add(next);
                }
            }
            combined = longer;
        }
        return combined;
    }

    /** Classes of regions by their mean grey value. */
    private static LabelVolume byMeans(final Superpixels regions, final Volume grey, final double[] limits) {
        final RegionFeatures features = RegionFeatures.of(regions.labels(), grey, limits[1], Progress.NONE);
        final RegionClasses classes = new RegionClasses(DARK_TO_BRIGHT);
        for (final int label : features.labels()) {
            final double mean = features.mean(label);
            classes.set(label, DARK_TO_BRIGHT.get(mean > limits[1] ? 2 : mean > limits[0] ? 1 : 0));
        }
        return classes.of(regions.labels());
    }

    private static Volume smooth(final Volume grey, final double sigma) {
        return sigma == 0 ? grey : Gaussian.of(grey, sigma);
    }

    private static LabelVolume phases(final Volume grey, final ThresholdMethod method) {
        return LabelVolume.of(Thresholds.of(grey, null, method, Progress.NONE).phases(grey, null));
    }
}
