// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.threshold;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Volume;

/**
 * The global iterative threshold in several stages with which M. Vorauer et al. (2020) tell pore and silicon, and then
 * the intermediate phase and graphite, apart: each stage finds thresholds in the histogram of the voxels that are left,
 * adds classes to phases and subtracts them from what is left.
 *
 * <pre>{@code
 * MultistageThreshold threshold = MultistageThreshold.of(GreyCounts.of(scan, null, progress), Stage.parse(text));
 * Volume phases = threshold.phases(scan, null).volume();
 * }</pre>
 *
 * <p>The supplement of the paper, which has the details, was not at hand: methods and order are those of
 * {@link Stage#FOUR_PHASES} and can be chosen. What is left at any time is a range of grey values, so that adding and
 * subtracting masks is the same as adding and subtracting ranges, and the voxels are visited once. Voxels that the last
 * stage leaves are a phase called {@value #REST}.
 */
public final class MultistageThreshold {

    /** The phase of voxels that all stages left. */
    public static final String REST = "Rest";

    private final List<StageResult> stages = new ArrayList<>();
    private final List<Range> ranges = new ArrayList<>();

    /** The values {@code low < x <= high}, with the phase that they belong to. */
    private record Range(double low, double high, String phase) {
        boolean isEmpty() {
            return low >= high;
        }
    }

    private MultistageThreshold() {
    }

    /**
     * Runs stages on a histogram.
     *
     * @throws SegmentationException if the voxels that a stage gets have too few different values
     */
    public static MultistageThreshold of(final GreyCounts grey, final List<Stage> stages) {
        final MultistageThreshold result = new MultistageThreshold();
        Range left = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Stage.REMAINING);
        for (final Stage stage : stages) {
            left = result.run(stage, left, grey);
        }
        if (!left.isEmpty()) {
            result.ranges.add(new Range(left.low, left.high, REST));
        }
        result.ranges.sort(Comparator.comparingDouble(Range::low));
        return result;
    }

    /** Gives what is left for the next stage. */
    private Range run(final Stage stage, final Range left, final GreyCounts grey) {
        final GreyCounts seen = grey.within(left.low, left.high);
        final String name = "Stage " + (stages.size() + 1) + ", " + stage + ", ";
        if (seen.bins() == 0) {
            throw new SegmentationException(name + "has no voxels: the stages before it left none.");
        }
        final double[] thresholds;
        try {
            thresholds = stage.method().thresholds(seen);
        } catch (SegmentationException e) {
            throw new SegmentationException(name + "has voxels with values from " + seen.value(0) + " to "
                + seen.value(seen.bins() - 1) + ". " + e.getMessage() + " Is a phase missing?");
        }
        final long[] voxels = new long[thresholds.length + 1];
        Range next = new Range(0, 0, Stage.REMAINING);
        for (int k = 0; k < voxels.length; k++) {
            final Range range = new Range(k == 0 ? left.low : Math.max(left.low, thresholds[k - 1]),
                k == thresholds.length ? left.high : Math.min(left.high, thresholds[k]), stage.names().get(k));
            voxels[k] = seen.voxels(k == 0 ? 0 : seen.below(thresholds[k - 1]),
                k == thresholds.length ? seen.bins() : seen.below(thresholds[k]));
            if (range.phase.equals(Stage.REMAINING)) {
                next = range;
            } else if (!range.isEmpty()) {
                ranges.add(range);
            }
        }
        stages.add(new StageResult(stages.size() + 1, stage, seen, thresholds, voxels));
        return next;
    }

    /** What each stage did. */
    public List<StageResult> stages() {
        return List.copyOf(stages);
    }

    /** The names of the phases with their labels: 1, 2, ... from dark to bright. */
    public Map<String, Integer> labels() {
        final Map<String, Integer> labels = new LinkedHashMap<>();
        for (final Range range : ranges) {
            if (!range.phase.equals(Stage.EXCLUDED)) {
                labels.putIfAbsent(range.phase, labels.size() + 1);
            }
        }
        return labels;
    }

    /**
     * The phases, UINT8 on demand, with their names; 0 where a voxel is no finite number, excluded, or outside.
     *
     * @param mask outside of which the label is 0; null for none
     */
    public LabelVolume phases(final Volume volume, final Volume mask) {
        final Map<String, Integer> labels = labels();
        final double[] limits = new double[ranges.size() - 1];
        final byte[] numbers = new byte[256];
        for (int i = 0; i < ranges.size(); i++) {
            numbers[i + 1] = labels.getOrDefault(ranges.get(i).phase, 0).byteValue();
            if (i < limits.length) {
                limits[i] = ranges.get(i).high;
            }
        }
        final TreeMap<Integer, String> names = new TreeMap<>();
        labels.forEach((name, label) -> names.put(label, name));
        return new LabelVolume(new ClassVolume(volume, mask, z -> limits).mapped(numbers), names);
    }
}
