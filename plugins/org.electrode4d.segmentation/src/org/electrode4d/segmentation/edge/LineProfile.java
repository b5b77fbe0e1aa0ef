// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import java.util.ArrayList;
import java.util.List;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Grey values along a line through a volume, averaged across it. Values between voxels come by cubic convolution (Keys
 * 1981), across the line every smallest voxel side. The line is read in pieces, so it may have any length.
 */
public final class LineProfile {

    private static final int PIECE = 32;
    private static final int MOST_SAMPLES = 1_000_000;

    private LineProfile() {
    }

    /**
     * Where a profile runs.
     *
     * @param from its begin in µm, in the coordinates of the volume
     * @param to its end
     * @param width µm, 0 or more: edge of the square across the line that is averaged; 0 for the line itself
     * @param step µm between samples, greater than 0; 0 for the smallest voxel side
     */
    public record Line(Point from, Point to, double width, double step) {

        /** @throws SegmentationException for a line without length, a negative width or step, or what is no number */
        public Line {
            final double length = from.distance(to);
            if (!(length > 0) || Double.isInfinite(length)) {
                throw new SegmentationException("The line from " + text(from) + " to " + text(to)
                    + " has no length. Choose two places in µm that differ.");
            }
            if (!(width >= 0 && step >= 0) || Double.isInfinite(width + step)) {
                throw new SegmentationException("Width and step of a line profile are " + width + " µm and " + step
                    + " µm, but must not be negative.");
            }
        }

        private static String text(final Point p) {
            return "(" + p.x() + ", " + p.y() + ", " + p.z() + ") µm";
        }
    }

    /**
     * One sample.
     *
     * @param distance from the begin in µm
     * @param position in µm
     * @param mean grey value over the width; NaN where the volume has no value
     * @param standardDeviation over the width, with their number in the denominator; NaN as the mean
     * @param values how many were averaged: those across the line that are inside the volume and are numbers
     */
    public record Sample(double distance, Point position, double mean, double standardDeviation, int values) {
    }

    /** From the begin on, at most to the end. */
    public static List<Sample> of(final Volume volume, final Line line, final Progress progress) {
        final VoxelSize size = volume.voxelSize();
        final boolean flat = volume.shape().z() == 1;
        final double voxel = Math.min(size.x(), flat ? size.y() : Math.min(size.y(), size.z()));
        final double step = line.step() > 0 ? line.step() : voxel;
        final double length = line.from().distance(line.to());
        if (length / step > MOST_SAMPLES) {
            throw new SegmentationException("The profile would have " + (long)(length / step) + " samples; at most "
                + MOST_SAMPLES + " are possible. Choose a longer step than " + step + " µm.");
        }
        final int count = (int)Math.floor(length / step * (1 + 1e-12)) + 1;
        final Point direction = line.to().minus(line.from()).times(1 / length);
        final EdgeFrame frame = EdgeFrame.of(line.from().minus(volume.origin()), direction,
            flat && Math.abs(direction.z()) < 0.5);
        final List<Sample> samples = new ArrayList<>(count);
        // a piece of many long steps would be the corner of a box that is too large to be read
        final int most = Math.max(1, (int)Math.min(PIECE, PIECE * voxel / step));
        for (int first = 0; first < count; first += most) {
            progress.check();
            final int last = Math.min(count - first, most) + first - 1;
            final EdgeFrame piece = frame.moved((first + last) / 2.0 * step);
            final Across across = new Across(volume, piece, line.width() / 2, voxel,
                new CubicSampler(volume, piece.reach(volume, (last - first) / 2.0 * step, line.width() / 2)));
            for (int i = first; i <= last; i++) {
                samples.add(across.sample((i - (first + last) / 2.0) * step, i * step));
            }
            progress.report((last + 1) / (double)count, "Sampling " + volume.name());
        }
        return samples;
    }

    /** Averages across a line. */
    private record Across(Volume volume, EdgeFrame frame, double half, double voxel, CubicSampler sampler) {

        Sample sample(final double along, final double distance) {
            final int lines = (int)Math.round(half / voxel);
            final int second = volume.shape().z() == 1 ? 0 : lines;
            final double spacing = lines == 0 ? 0 : half / lines;
            int count = 0;
            double mean = 0;
            double squares = 0;
            for (int j = -second; j <= second; j++) {
                for (int i = -lines; i <= lines; i++) {
                    final Point at =
                        frame.place(along, i * spacing, j * spacing).dividedBy(volume.voxelSize());
                    final double value = sampler.at(at.x(), at.y(), at.z());
                    if (!Double.isNaN(value)) {
                        count++;
                        final double difference = value - mean;
                        mean += difference / count;
                        squares += difference * (value - mean);
                    }
                }
            }
            final Point position = frame.place(along, 0, 0).plus(volume.origin());
            return new Sample(distance, position, count == 0 ? Double.NaN : mean,
                count == 0 ? Double.NaN : Math.sqrt(squares / count), count);
        }
    }
}
