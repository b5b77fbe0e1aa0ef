// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.score;

import java.io.IOException;
import java.util.List;
import org.electrode4d.segmentation.PairCounts;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.VolumeBorder;

/**
 * The boundary of a class in the reference or in the segmentation: its voxels with one of the 6 neighbours in another
 * class. Neither the border of the volume nor voxels that are not scored make a boundary.
 */
final class ClassBoundary {

    private static final int EDGE = 64;

    private final ScoredVoxels voxels;
    private final boolean ofReference;
    private final int label;
    private final Volume others;

    ClassBoundary(final ScoredVoxels voxels, final boolean ofReference, final int label) {
        this.voxels = voxels;
        this.ofReference = ofReference;
        this.label = label;
        final Volume like = voxels.volume();
        others = LazyVolume.load("boundary of " + voxels.name(label),
            new Layout(like.shape(), VoxelType.UINT8, EDGE, EDGE, EDGE), like.voxelSize(), this::notBoundary);
    }

    private byte[] notBoundary(final Block block) {
        final Block halo = block.grow(1).clip(voxels.shape());
        final ScoredVoxels.Labels labels = voxels.read(halo);
        final int[] values = ofReference ? labels.reference() : labels.segmentation();
        final byte[] others = new byte[block.voxels()];
        int i = 0;
        for (long z = block.minZ(); z < block.endZ(); z++) {
            for (long y = block.minY(); y < block.endY(); y++) {
                for (long x = block.minX(); x < block.endX(); x++) {
                    final int at = (int)(((z - halo.minZ()) * halo.sizeY() + y - halo.minY()) * halo.sizeX()
                        + x - halo.minX());
                    final boolean inside = labels.scored()[at] && values[at] == label;
                    others[i++] = (byte)(inside && isBeside(at, halo, labels.scored(), values) ? 0 : 1);
                }
            }
        }
        return others;
    }

    private boolean isBeside(final int at, final Block halo, final boolean[] scored, final int[] values) {
        final int row = halo.sizeX();
        final int plane = row * halo.sizeY();
        final int x = at % row;
        final int y = at / row % halo.sizeY();
        final int z = at / plane;
        return x > 0 && isOther(at - 1, scored, values) || x < row - 1 && isOther(at + 1, scored, values)
            || y > 0 && isOther(at - row, scored, values)
            || y < halo.sizeY() - 1 && isOther(at + row, scored, values)
            || z > 0 && isOther(at - plane, scored, values)
            || z < halo.sizeZ() - 1 && isOther(at + plane, scored, values);
    }

    private boolean isOther(final int at, final boolean[] scored, final int[] values) {
        return scored[at] && values[at] != label;
    }

    /** Whether there is no boundary. */
    boolean isEmpty(final Progress progress) {
        return Blocks.map(blocks(), progress, "Boundaries", block -> {
            final byte[] values = read(block);
            int boundary = 0;
            for (final byte value : values) {
                boundary += 1 - value;
            }
            return boundary;
        }).stream().allMatch(count -> count == 0);
    }

    private List<Block> blocks() {
        return Blocks.tile(voxels.shape(), EDGE);
    }

    private byte[] read(final Block block) {
        final byte[] values = new byte[block.voxels()];
        others.readNative(block, values);
        return values;
    }

    /** The distances of this boundary's voxels to another boundary, which is not empty. */
    BoundaryDistances to(final ClassBoundary other, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        final Volume distance =
            DistanceTransform.of(other.others, VolumeBorder.OPEN, scratch, progress.part(0, 0.8));
        final PairCounts counts = new PairCounts();
        Blocks.map(blocks(), progress.part(0.8, 1), "Distances of boundaries", block -> count(distance, block))
            .forEach(counts::addAll);
        return new BoundaryDistances(counts);
    }

    private PairCounts count(final Volume distance, final Block block) {
        final float[] distances = new float[block.voxels()];
        distance.read(block, distances);
        final byte[] values = read(block);
        final PairCounts counts = new PairCounts();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == 0) {
                counts.add(Float.floatToIntBits(distances[i]), 0, 1);
            }
        }
        return counts;
    }
}
