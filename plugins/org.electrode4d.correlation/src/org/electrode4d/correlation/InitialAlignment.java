// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * A transformation that was set by hand and how well it brings the reference onto the deformed volume. It is judged on
 * an overview: both volumes averaged to at most 2^24 voxels, in memory (128 MiB). What is seen and what is measured
 * there are the same voxels.
 */
public final class InitialAlignment {

    private static final double OVERVIEW_VOXELS = 1 << 24;
    private static final double READ_SHARE = 0.6;
    private static final double BEFORE_SHARE = 0.7;

    private final DeformationField field;
    private final VolumePair overview;
    private final Volume aligned;
    private final double znccBefore;

    private InitialAlignment(final DeformationField field, final VolumePair overview, final Volume aligned,
        final double znccBefore) {
        this.field = field;
        this.overview = overview;
        this.aligned = aligned;
        this.znccBefore = znccBefore;
    }

    /**
     * Judges a transformation; nothing is measured or improved.
     *
     * @param map about the middle of the volume, in voxels
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static InitialAlignment of(final VolumePair pair, final Transformation map, final Progress progress) {
        final Binning binning = new Binning(bin(pair.shape()));
        final VolumePair loaded = binning.load(pair, progress.part(0, READ_SHARE));
        final VoxelSize size = loaded.reference().voxelSize();
        final double half = (binning.bin() - 1) / 2.0;
        final Point origin = pair.reference().origin()
            .plus(new Point(half, half, half).times(pair.reference().voxelSize()));
        final VolumePair overview = new VolumePair(loaded.reference().withOrigin(origin),
            loaded.deformed().withOrigin(origin));
        final Volume aligned = DeformedReference.of(overview.reference(), DeformationField.uniform(
            NodeGrid.single(overview.centre()), size, binning.toBinned(pair.centre()),
            map.scaled(1.0 / binning.bin())), Accuracy.FAST);
        final double before = GreyLikeness.zncc(overview.reference(), overview.deformed(),
            progress.part(READ_SHARE, BEFORE_SHARE));
        final double after = map.equals(Transformation.IDENTITY) ? before
            : GreyLikeness.zncc(aligned, overview.deformed(), progress.part(BEFORE_SHARE, 1));
        return new InitialAlignment(field(pair, map, after), overview, aligned, before);
    }

    private static DeformationField field(final VolumePair pair, final Transformation map, final double zncc) {
        return DeformationField.builder(NodeGrid.single(pair.centre()), pair.reference().voxelSize())
            .of(pair.reference()).set(0, new NodeResult(map, NodeStatus.NOT_RUN, zncc, 2 * (1 - zncc), 0, Double.NaN,
                NodeResult.UNKNOWN)).build();
    }

    private static int bin(final Shape shape) {
        int bin = 1;
        while (shape.voxels() / Math.pow(bin, 3) > OVERVIEW_VOXELS
            && Math.min(shape.x(), Math.min(shape.y(), shape.z())) / (2 * bin) >= VolumePair.MINIMUM_EXTENT) {
            bin *= 2;
        }
        return bin;
    }

    /** One node in the middle of the volume, with the ZNCC after the alignment; NOT_RUN, because nobody measured it. */
    public DeformationField field() {
        return field;
    }

    /** ZNCC of both volumes as they are; NaN if one of them is flat. */
    public double znccBefore() {
        return znccBefore;
    }

    /** Both volumes, averaged; positions in µm are those of the originals. */
    public VolumePair overview() {
        return overview;
    }

    /** The averaged reference as the transformation places it in the deformed state; NaN where nothing comes from. */
    public Volume aligned() {
        return aligned;
    }
}
