// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.phase.SubVolumeSettings.Placement;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/** The sub-volumes of one size: the same places for all volumes of a shape. */
final class SubVolumes {

    private static final double[] PARTS = {1 / 16.0, 1 / 8.0, 3 / 16.0, 1 / 4.0, 3 / 8.0, 1 / 2.0};
    /** The fewest voxels along an edge that is chosen here. */
    private static final int LEAST = 4;

    private final Shape shape;
    private final SubVolumeSize size;
    private final List<Block> places;

    private SubVolumes(final Shape shape, final double edge, final Shape voxels, final SubVolumeSettings settings) {
        this.shape = shape;
        size = new SubVolumeSize(edge, voxels, tiles(0, voxels) * tiles(1, voxels) * tiles(2, voxels));
        places = place(settings);
    }

    /**
     * @param edge in µm; rounded to whole voxels along each axis
     * @throws TransportException if a sub-volume is larger than the volume, or thinner than two voxels along an axis of
     *     more: a single slice is a section, whose surfaces and lines are others than those of a piece
     */
    static SubVolumes of(final Volume volume, final double edge, final SubVolumeSettings settings) {
        final Shape shape = volume.shape();
        final VoxelSize voxel = volume.voxelSize();
        final Shape voxels = new Shape(voxels(edge, voxel.x()), voxels(edge, voxel.y()),
            isFullDepth(volume, settings) ? shape.z() : voxels(edge, voxel.z()));
        if (voxels.x() > shape.x() || voxels.y() > shape.y() || voxels.z() > shape.z()) {
            throw new TransportException("Sub-volumes with an edge of " + edge + " µm have " + voxels + " voxels, but "
                + volume.name() + " has " + shape + ". Choose smaller edges, or let sub-volumes go through the whole "
                + "depth.");
        }
        requirePieces(volume, edge, voxels);
        return new SubVolumes(shape, edge, voxels, settings);
    }

    private static void requirePieces(final Volume volume, final double edge, final Shape voxels) {
        for (int axis = 0; axis < 3; axis++) {
            if (voxels.along(axis) == 1 && volume.shape().along(axis) > 1) {
                throw new TransportException("Sub-volumes with an edge of " + edge + " µm have " + voxels
                    + " voxels, but " + volume.name() + " has " + volume.shape() + ": they need at least two along each "
                    + "axis. Choose larger edges.");
            }
        }
    }

    /** The edges of the settings in µm, or those that suit the volume. */
    static List<Double> edges(final Volume volume, final SubVolumeSettings settings) {
        if (!settings.edges().isEmpty()) {
            return settings.edges();
        }
        final VoxelSize voxel = volume.voxelSize();
        final boolean flat = isFullDepth(volume, settings);
        final double depth = flat ? Double.POSITIVE_INFINITY : volume.shape().z() * voxel.z();
        final double shortest =
            Math.min(depth, Math.min(volume.shape().x() * voxel.x(), volume.shape().y() * voxel.y()));
        final double least = LEAST * Math.max(flat ? 0 : voxel.z(), Math.max(voxel.x(), voxel.y()));
        final List<Double> edges = DoubleStream.of(PARTS).map(part -> part * shortest)
            .filter(edge -> edge >= least).boxed().toList();
        if (edges.isEmpty()) {
            throw new TransportException(volume.name() + " has " + volume.shape()
                + " voxels, too few for sub-volumes of at least " + LEAST + " voxels. Name their edges.");
        }
        return edges;
    }

    private static boolean isFullDepth(final Volume volume, final SubVolumeSettings settings) {
        return settings.fullDepth() || volume.shape().z() == 1;
    }

    private static long voxels(final double edge, final double voxel) {
        return Math.max(1, Math.round(edge / voxel));
    }

    SubVolumeSize size() {
        return size;
    }

    List<Block> places() {
        return places;
    }

    private List<Block> place(final SubVolumeSettings settings) {
        final SplittableRandom random = new SplittableRandom(settings.seed() ^ size.voxels().voxels());
        if (settings.placement() == Placement.RANDOM) {
            return Stream.generate(() -> block(start(random, 0), start(random, 1), start(random, 2)))
                .limit(settings.count()).toList();
        }
        final long tiles = size.disjoint();
        final LongStream chosen = settings.count() >= tiles ? LongStream.range(0, tiles)
            : random.longs(0, tiles).distinct().limit(settings.count()).sorted();
        final long alongX = tiles(0, size.voxels());
        final long alongY = tiles(1, size.voxels());
        return chosen.mapToObj(tile -> block(tileStart(tile % alongX, 0), tileStart(tile / alongX % alongY, 1),
            tileStart(tile / alongX / alongY, 2))).toList();
    }

    private long tiles(final int axis, final Shape voxels) {
        return shape.along(axis) / voxels.along(axis);
    }

    private long start(final SplittableRandom random, final int axis) {
        return random.nextLong(shape.along(axis) - size.voxels().along(axis) + 1);
    }

    /** What is left of the volume is divided between its two ends. */
    private long tileStart(final long number, final int axis) {
        final long edge = size.voxels().along(axis);
        return shape.along(axis) % edge / 2 + number * edge;
    }

    private Block block(final long x, final long y, final long z) {
        final Shape voxels = size.voxels();
        return new Block(x, y, z, Math.toIntExact(voxels.x()), Math.toIntExact(voxels.y()),
            Math.toIntExact(voxels.z()));
    }
}
