// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.preparation;

import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * A linear map of grey values, {@code g' = gain g + offset}, that brings the reference phases of a scan to the values
 * that they have in another: exactly with two phases, by least squares with more. Between scans of one set-up, dose,
 * detector and normalisation change gain and offset; other changes of a phase are real.
 *
 * @param gain [-], greater than 0
 * @param offset in grey values
 * @param residual root mean square of what is left at the phases, in grey values; 0 with two
 * @param contrastDrift by how much the contrast of the scan is larger than that of the reference, in %:
 *     {@code 100 (1 / gain - 1)}
 * @param brightnessDrift by how much its phases are brighter on average, in % of the range of the reference's phases
 */
public record GreyMap(double gain, double offset, double residual, double contrastDrift, double brightnessDrift) {

    private static final int BLOCK_EDGE = 64;

    /** Leaves everything as it is. */
    public static final GreyMap IDENTITY = new GreyMap(1, 0, 0, 0, 0);

    /**
     * The map from a scan to the reference.
     *
     * @param scan at least two phases
     * @param reference the same phases in the same order
     * @throws IllegalArgumentException for fewer phases, for phases that do not differ, or whose order by grey value
     *     changed
     */
    public static GreyMap between(final List<ReferencePhase> scan, final List<ReferencePhase> reference) {
        if (scan.size() < 2 || scan.size() != reference.size()) {
            throw new IllegalArgumentException("Grey values are matched by at least two phases that are in both scans, "
                + "but there are " + scan.size() + " and " + reference.size() + ".");
        }
        final double meanScan = mean(scan);
        final double meanReference = mean(reference);
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < scan.size(); i++) {
            final double difference = scan.get(i).level() - meanScan;
            covariance += difference * (reference.get(i).level() - meanReference);
            variance += difference * difference;
        }
        final double gain = covariance / variance;
        if (!(gain > 0)) {
            throw new IllegalArgumentException("The reference phases cannot be matched: " + text(scan)
                + " in the scan, " + text(reference) + "in the reference. Choose two phases that differ clearly in "
                    + "grey value.");
        }
        final double offset = meanReference - gain * meanScan;
        double squares = 0;
        for (int i = 0; i < scan.size(); i++) {
            final double left = gain * scan.get(i).level() + offset - reference.get(i).level();
            squares += left * left;
        }
        final double range = reference.stream().mapToDouble(ReferencePhase::level).max().orElseThrow()
            - reference.stream().mapToDouble(ReferencePhase::level).min().orElseThrow();
        return new GreyMap(gain, offset, scan.size() == 2 ? 0 : Math.sqrt(squares / scan.size()),
            100 * (1 / gain - 1), 100 * (meanScan - meanReference) / range);
    }

    private static double mean(final List<ReferencePhase> phases) {
        return phases.stream().mapToDouble(ReferencePhase::level).average().orElseThrow();
    }

    private static String text(final List<ReferencePhase> phases) {
        return String.join(", ", phases.stream().map(phase -> phase.name() + " at " + (float)phase.level()).toList());
    }

    /**
     * The volume with this map, computed on demand; of the type of the source, rounded and clipped. What is not a
     * number stays so; 32-bit integers beyond 2^24 lose digits. Integers of 8 and 16 bit are looked up in a table.
     */
    public Volume apply(final Volume volume) {
        if (GreyTable.isFor(volume.type())) {
            return new GreyTable(this, volume.type()).apply(volume);
        }
        return Local.of(volume, volume.type(), (block, destination) -> {
            volume.read(block, destination);
            map(destination, block.voxels());
        });
    }

    private void map(final float[] values, final int count) {
        for (int i = 0; i < count; i++) {
            values[i] = at(values[i]);
        }
    }

    /** What a grey value becomes. */
    float at(final float value) {
        return (float)(gain * value + offset);
    }

    /** How many voxels the map brings out of the range of their type, and {@link #apply} clips; one pass in blocks. */
    public long clipped(final Volume volume, final Progress progress) {
        final VoxelType type = volume.type();
        if (!type.isInteger()) {
            return 0;
        }
        final GreyTable table = GreyTable.isFor(type) ? new GreyTable(this, type) : null;
        final List<Long> counts = Blocks.map(Blocks.tile(volume.shape(), BLOCK_EDGE), progress,
            "Range of " + volume.name(),
            block -> table == null ? clipped(volume, type, block) : table.clipped(volume, block));
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private long clipped(final Volume volume, final VoxelType type, final Block block) {
        final float[] values = new float[block.voxels()];
        volume.read(block, values);
        map(values, values.length);
        long count = 0;
        for (final float value : values) {
            if (Math.rint(value) < type.min() || Math.rint(value) > type.max()) {
                count++;
            }
        }
        return count;
    }
}
