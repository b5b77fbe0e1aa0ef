// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.alignment;

import java.util.Optional;
import java.util.OptionalDouble;
import org.electrode4d.correlation.CorrelationException;
import org.electrode4d.correlation.ElectrodeDepth.Collector;
import org.electrode4d.correlation.Region;
import org.electrode4d.correlation.ShapeMismatchException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.filter.Rank;
import org.electrode4d.volume.filter.RankFilter;

/**
 * What is known of a scan by itself.
 *
 * @param scan as it was given
 * @param floor grey value below which voxels are no collector and take no part; empty if all do
 * @param plane of the collector; empty where it was not found
 * @param region that is rigid; empty where only a reference would need one
 */
record ScanState(AlignmentScan scan, OptionalDouble floor, Optional<CollectorPlane> plane,
    Optional<Region> region) {

    private static final int EDGE = 64;

    /**
     * @param before the scan that this one is compared with, at whose face the collector is looked for unless the
     *     settings tell; empty for the first
     * @throws CorrelationException if a reference has no collector, or a mask is empty or of another shape
     */
    static ScanState of(final AlignmentScan scan, final AlignmentSettings settings,
        final Optional<ScanState> before, final Progress progress) {
        final Optional<Collector> expected = settings.region().end()
            .or(() -> before.flatMap(ScanState::plane).map(CollectorPlane::end));
        final boolean reference = before.isEmpty() || settings.toPrevious();
        scan.mask().ifPresent(mask -> requireMask(scan.volume(), mask));
        scan.inPlane().ifPresent(mask -> requireMask(scan.volume(), mask));
        if (scan.mask().isPresent()) {
            return ofMask(scan, scan.mask().orElseThrow(), settings.region(), expected, progress);
        }
        if (!settings.region().collector()) {
            if (reference) {
                throw new CorrelationException("There is no mask for " + scan.volume().name() + ", to which other "
                    + "scans are aligned. Give a mask of what is rigid, or choose the collector as the rigid region.");
            }
            return new ScanState(scan, OptionalDouble.empty(), Optional.empty(), Optional.empty());
        }
        return ofFace(scan, settings.region(), expected, reference, progress);
    }

    private static void requireMask(final Volume volume, final Volume mask) {
        if (!mask.type().isInteger()) {
            throw new CorrelationException("The values of a mask must be integers, but " + mask.name()
                + " is of type " + mask.type() + ". Take a segmentation, or make one with a threshold.");
        }
        if (!mask.shape().equals(volume.shape())) {
            throw new ShapeMismatchException(mask, volume, "The mask must cover the scan.");
        }
    }

    private static ScanState ofFace(final AlignmentScan scan, final AlignmentSettings.RigidRegion rigid,
        final Optional<Collector> expected, final boolean reference, final Progress progress) {
        final Optional<CollectorThreshold.Found> automatic =
            CollectorThreshold.atFace(scan.volume(), expected, progress.part(0, 0.1))
                .or(() -> CollectorThreshold.atFace(scan.volume(), rigid.end(), progress.part(0.1, 0.2)));
        final Optional<CollectorThreshold.Found> found = automatic.map(f -> rigid.threshold().isPresent()
            ? new CollectorThreshold.Found(f.end(), rigid.threshold().getAsDouble()) : f);
        if (found.isEmpty()) {
            if (reference) {
                throw new CorrelationException("No collector was found in " + scan.volume().name() + ": neither face "
                    + "across z is filled by the brightest phase. Give a mask of the collector, or crop the scan so "
                    + "that one face lies in it.");
            }
            return new ScanState(scan, OptionalDouble.empty(), Optional.empty(), Optional.empty());
        }
        final CollectorSurface surface =
            CollectorSurface.ofGreys(scan.volume(), found.get(), progress.part(0.2, 0.8));
        final CollectorPlane plane = CollectorPlane.of(surface, scan.volume());
        final Optional<Region> region = reference
            ? Region.of(below(surface, plane, rigid.margin(), scan.volume()), progress.part(0.8, 1)) : Optional.empty();
        final OptionalDouble floor = floor(rigid, OptionalDouble.of(found.get().threshold()));
        return new ScanState(scan, floor, Optional.of(plane), region);
    }

    private static ScanState ofMask(final AlignmentScan scan, final Volume mask,
        final AlignmentSettings.RigidRegion rigid, final Optional<Collector> expected, final Progress progress) {
        final Region core = Region.of(mask, progress.part(0, 0.2)).orElseThrow(() -> new CorrelationException(
            "The mask " + mask.name() + " of " + scan.volume().name() + " covers nothing: all its " + mask.shape()
                + " voxels are 0. Choose another mask or label."));
        final OptionalDouble floor = rigid.threshold().isPresent() ? rigid.threshold()
            : CollectorThreshold.ofMask(scan.volume(), mask, progress.part(0.2, 0.4));
        final Volume inside = LabelsAsMask.of(mask);
        final Volume dilated = rigid.margin() == 0 ? inside : RankFilter.of(inside, Rank.MAX, rigid.margin());
        final Region region = new Region(dilated, core.box().grow(rigid.margin()).clip(mask.shape()), core.voxels());
        Optional<CollectorPlane> plane = Optional.empty();
        if (rigid.collector()) {
            final Collector end = rigid.end().or(() -> ownFace(core, mask.shape())).or(() -> expected)
                .orElseGet(() -> nearest(core, mask.shape()));
            plane = Optional.of(CollectorPlane.of(
                CollectorSurface.ofMask(scan.volume(), inside, end, floor, progress.part(0.4, 1)), scan.volume()));
        }
        return new ScanState(scan, floor(rigid, floor), plane, Optional.of(region));
    }

    /** The face that a mask touches if it lies in that half of the scan: from the other face such a mask has no end. */
    private static Optional<Collector> ownFace(final Region region, final Shape shape) {
        final long low = region.box().minZ();
        final long high = low + region.box().sizeZ();
        final boolean first = low == 0 && 2 * high <= shape.z();
        final boolean last = high == shape.z() && 2 * low >= shape.z();
        return first == last ? Optional.empty() : Optional.of(first ? Collector.FIRST_SLICE : Collector.LAST_SLICE);
    }

    private static Collector nearest(final Region region, final Shape shape) {
        return region.centre().z() > (shape.z() - 1) / 2.0 ? Collector.LAST_SLICE : Collector.FIRST_SLICE;
    }

    private static OptionalDouble floor(final AlignmentSettings.RigidRegion rigid, final OptionalDouble found) {
        return rigid.ignoreDarker() ? found : OptionalDouble.empty();
    }

    /**
     * What a registration sees: the scan, with all that is darker than the collector equally dark.
     *
     * @param reference that the scan is compared with, which says whether it has a floor at all
     */
    Volume greys(final ScanState reference) {
        final Volume volume = scan.volume();
        if (reference.floor.isEmpty()) {
            return volume;
        }
        final float least = (float)floor.orElse(reference.floor.getAsDouble());
        return LazyVolume.of(volume.name(), volume.shape(), volume.voxelSize(), EDGE, (block, values) -> {
            volume.read(block, values);
            for (int i = 0; i < block.voxels(); i++) {
                values[i] = values[i] < least ? least : values[i];
            }
        }).withOrigin(volume.origin());
    }

    /** All voxels on the collector's side of its surface, and some more; where there is no surface, of its plane. */
    private static Volume below(final CollectorSurface surface, final CollectorPlane plane, final int margin,
        final Volume volume) {
        final Shape shape = volume.shape();
        final boolean first = surface.end() == Collector.FIRST_SLICE;
        final LazyVolume.Layout layout = new LazyVolume.Layout(shape, VoxelType.UINT8, EDGE, EDGE, EDGE);
        return LazyVolume.load("collector of " + volume.name(), layout, volume.voxelSize(), block -> {
            final byte[] inside = new byte[block.voxels()];
            for (int i = 0; i < inside.length; i++) {
                final long x = block.minX() + i % block.sizeX();
                final long y = block.minY() + i / block.sizeX() % block.sizeY();
                final long z = block.minZ() + i / block.sizeX() / block.sizeY();
                final float height = surface.heights()[(int)(y * shape.x() + x)];
                final double at = height == height ? height : plane.z(x * volume.voxelSize().x(),
                    y * volume.voxelSize().y()) / volume.voxelSize().z();
                inside[i] = (byte)(first ? z <= at + margin ? 1 : 0 : z >= at - margin ? 1 : 0);
            }
            return inside;
        });
    }

    /** A mask of labels up to 2^31 as 0 and 1, which survive a filter and have their edge at one half. */
    private static final class LabelsAsMask {

        private LabelsAsMask() {
        }

        static Volume of(final Volume mask) {
            final LazyVolume.Layout layout = new LazyVolume.Layout(mask.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE);
            return LazyVolume.load(mask.name(), layout, mask.voxelSize(), block -> inside(mask, block));
        }

        private static byte[] inside(final Volume mask, final Block block) {
            final float[] values = new float[block.voxels()];
            mask.read(block, values);
            final byte[] inside = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                inside[i] = (byte)(values[i] != 0 ? 1 : 0);
            }
            return inside;
        }
    }
}
