// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.morphology;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.ConnectedComponents;
import org.electrode4d.volume.morphology.Connectivity;
import org.electrode4d.volume.morphology.DistanceTransform;
import org.electrode4d.volume.morphology.LabelledPlanes;
import org.electrode4d.volume.morphology.MaskPlanes;
import org.electrode4d.volume.morphology.PlaneMask;
import org.electrode4d.volume.morphology.Relabelling;
import org.electrode4d.volume.morphology.RunAdjacency;
import org.electrode4d.volume.morphology.RunSource;
import org.electrode4d.volume.morphology.VolumeBorder;

/**
 * Phases from two scans of the same place, one sharp, one with contrast (Müller et al. 2021, from ptychographic and
 * transmission X-ray tomograms, "based on thresholding and simple morphological operations"; the paper does not say
 * which):
 *
 * <ol>
 * <li>The sharp scan says what is solid: brighter than a threshold.
 * <li>The scan of contrast, trilinearly on the grid of the sharp one, says of which class: the interval between two
 * thresholds.
 * <li>On demand the pores are taken out of it first, since the sharp scan knows where they are (beyond the paper).
 * <li>Where a bright solid ends beside a pore, the blurred scan passes through every class between. A voxel is
 * doubtful if both something brighter and something darker (pore included) lie within the rim's width.
 * <li>What is left of every class is cleaned ({@link SolidClass}), the brightest first: these are the cores.
 * <li>A solid voxel without a class gets that of the nearest core; of equal distances, that of the brighter.
 * </ol>
 *
 * <p>No voxel has two classes, no solid voxel has none. Where the sharp scan is not a number there is pore; where the
 * scan of contrast is not, or does not reach, the nearest core decides. Costs up to seven distance transforms per
 * class; memory of the scratch space up to 11 bytes per voxel, and 1 for each opening and closing, 4 for each class
 * whose holes are filled. The same result for any number of threads.
 */
public final class TwoScanSegmentation {

    private final Volume like;
    private final TwoScanSettings settings;
    private final ScratchSpace scratch;
    private final int open;
    private PlaneStore labels;
    private Volume contrast;

    private TwoScanSegmentation(final Volume sharp, final Volume contrast, final TwoScanSettings settings,
        final ScratchSpace scratch) {
        like = sharp;
        this.contrast = GridResampling.of(contrast, sharp);
        this.settings = settings;
        this.scratch = scratch;
        open = settings.classes().size() + 1;
    }

    /**
     * Segments.
     *
     * @param sharp whose grid the result has
     * @param contrast of any grid, in the same frame of positions in µm
     * @return labels that live as long as the scratch space
     * @throws SegmentationException if the scans have no place in common, or too few grey values for thresholds, or the
     *     solid is empty, or no class has a core
     * @throws IOException if there is no room
     * @throws java.util.concurrent.CancellationException if cancelled
     */
    public static TwoScanPhases of(final Volume sharp, final Volume contrast, final TwoScanSettings settings,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        return new TwoScanSegmentation(sharp, contrast, settings, scratch).run(progress);
    }

    private TwoScanPhases run(final Progress progress) throws IOException {
        final double solid = settings.solid().isPresent() ? settings.solid().getAsDouble()
            : ClassThresholds.of(like, null, 2, progress.part(0, 0.03))[0];
        final Volume mask = PlaneMask.of(like, (z, plane) -> above(solid, z, plane));
        if (settings.blur() > 0) {
            contrast = PoreCorrection.of(contrast, mask, settings.blur(), progress.part(0.03, 0.05));
        }
        final List<Double> thresholds = thresholds(mask, progress.part(0.05, 0.1));
        labels = scratch.create(like.shape(), VoxelType.UINT8);
        final long[] counts = classify(solid, thresholds, progress.part(0.1, 0.15));
        if (counts[0] == like.shape().voxels()) {
            throw new SegmentationException("There is no solid in " + like.name() + ": no voxel is brighter than "
                + solid + ". Lower the threshold of solid.");
        }
        if (settings.rim() > 0) {
            doubt(counts, progress.part(0.15, 0.5));
        }
        for (int label = open - 1; label > 0; label--) {
            clean(label, progress.part(0.8 - 0.3 * label / (open - 1), 0.8 - 0.3 * (label - 1) / (open - 1)));
        }
        final long reassigned = count()[open];
        if (reassigned > 0) {
            final PlaneStore result = NearestCore.fill(labels, open, like, scratch, progress.part(0.8, 1));
            scratch.release(labels);
            labels = result;
        }
        return new TwoScanPhases(new LabelVolume(labels.like(Relabelling.unnamed(like), like.name() + " phases"),
            names()), Arrays.copyOf(count(), open), reassigned, solid, thresholds);
    }

    private void above(final double solid, final long z, final byte[] plane) {
        final float[] values = new float[plane.length];
        like.read(PlaneMask.plane(like, z), values);
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte)(values[i] > solid ? 1 : 0);
        }
    }

    private List<Double> thresholds(final Volume solid, final Progress progress) {
        if (settings.classes().size() == 1 || !settings.thresholds().isEmpty()) {
            return settings.thresholds();
        }
        return Arrays.stream(ClassThresholds.of(contrast, solid, settings.classes().size(), progress)).boxed().toList();
    }

    private SortedMap<Integer, String> names() {
        final SortedMap<Integer, String> names = new TreeMap<>();
        names.put(0, "Pore");
        for (int label = 1; label < open; label++) {
            names.put(label, settings.classes().get(label - 1).name());
        }
        return names;
    }

    private long[] classify(final double solid, final List<Double> thresholds, final Progress progress) {
        Blocks.map((int)like.shape().z(), progress, "Classifying the solid", z -> {
            final byte[] plane = new byte[labels.planeVoxels()];
            above(solid, z, plane);
            final float[] values = new float[plane.length];
            contrast.read(PlaneMask.plane(contrast, z), values);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = plane[i] == 0 ? 0 : (byte)label(values[i], thresholds);
            }
            labels.store(z, plane);
            return z;
        });
        return count();
    }

    private int label(final float value, final List<Double> thresholds) {
        if (value != value) {
            return open;
        }
        int label = 1;
        while (label < open - 1 && value > thresholds.get(label - 1)) {
            label++;
        }
        return label;
    }

    private long[] count() {
        final long[] counts = new long[open + 1];
        for (long z = 0; z < labels.shape().z(); z++) {
            for (final byte label : (byte[])labels.load(z)) {
                counts[label]++;
            }
        }
        return counts;
    }

    private Volume mask(final PlaneStore of, final IntPredicate inside) {
        return NearestCore.mask(of, like, inside);
    }

    /** Opens voxels that lie between something darker and something brighter; all by what was found first. */
    private void doubt(final long[] counts, final Progress progress) throws IOException {
        final PlaneStore certain = scratch.create(like.shape(), VoxelType.UINT8);
        for (long z = 0; z < like.shape().z(); z++) {
            certain.store(z, ((byte[])labels.load(z)).clone());
        }
        for (int label = 1; label < open - 1; label++) {
            final int self = label;
            final boolean darker = Arrays.stream(counts, 0, label).sum() > 0;
            final boolean brighter = Arrays.stream(counts, label + 1, open).sum() > 0;
            if (counts[label] > 0 && darker && brighter) {
                final Progress part = progress.part((label - 1.0) / (open - 2), label / (open - 2.0));
                final PlaneStore down = DistanceTransform.storeTo(mask(certain, v -> v < self), scratch,
                    part.part(0, 0.5));
                final PlaneStore up = DistanceTransform.storeTo(mask(certain, v -> v > self && v < open), scratch,
                    part.part(0.5, 1));
                Blocks.map((int)like.shape().z(), Progress.NONE, "", z -> open(z, self, down, up));
                scratch.release(down);
                scratch.release(up);
            }
        }
        scratch.release(certain);
    }

    private boolean open(final long z, final int label, final PlaneStore down, final PlaneStore up) {
        final byte[] plane = (byte[])labels.load(z);
        final float[] darker = (float[])down.load(z);
        final float[] brighter = (float[])up.load(z);
        for (int i = 0; i < plane.length; i++) {
            if (plane[i] == label && darker[i] <= settings.rim() && brighter[i] <= settings.rim()) {
                plane[i] = (byte)open;
            }
        }
        labels.store(z, plane);
        return true;
    }

    private void clean(final int label, final Progress progress) throws IOException {
        final SolidClass of = settings.classes().get(label - 1);
        if (of.opening() > 0) {
            keep(label, BallMorphology.of(of.opening(), VolumeBorder.OPEN, scratch)
                .apply(MorphologicalOperation.OPENING, mask(labels, v -> v == label), progress.part(0, 0.3)));
        }
        if (of.smallest() > 0) {
            openSmall(label, SmallObjects.voxelsOfVolume(of.smallest(), like.voxelSize()), progress.part(0.3, 0.5));
        }
        if (of.closing() > 0) {
            add(label, BallMorphology.of(of.closing(), VolumeBorder.OPEN, scratch)
                .apply(MorphologicalOperation.CLOSING, mask(labels, v -> v == label), progress.part(0.5, 0.8)));
        }
        if (of.fill()) {
            add(label, HoleFilling.of(mask(labels, v -> v == label), HoleFilling.Holes.ALL, scratch,
                progress.part(0.8, 1)).mask());
        }
    }

    private void openSmall(final int label, final long smallest, final Progress progress) throws IOException {
        final LabelledPlanes found = ConnectedComponents.label(RunSource.mask(mask(labels, v -> v == label), false),
            new RunAdjacency(Connectivity.CORNERS), scratch, progress);
        for (long z = 0; z < like.shape().z(); z++) {
            final int[] components = (int[])found.labels().load(z);
            final byte[] plane = (byte[])labels.load(z);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = components[i] > 0 && found.sizes()[components[i]] < smallest ? (byte)open : plane[i];
            }
            labels.store(z, plane);
        }
        scratch.release(found.labels());
    }

    /** Opens voxels of a class that a mask lacks. */
    private void keep(final int label, final Volume mask) {
        change(mask, (value, inside) -> value == label && !inside ? open : value);
    }

    /** Gives a class the open voxels of a mask: never pore, and none of another class. */
    private void add(final int label, final Volume mask) {
        change(mask, (value, inside) -> value == open && inside ? label : value);
    }

    private interface Change {
        int apply(int label, boolean inside);
    }

    private void change(final Volume mask, final Change change) {
        final MaskPlanes planes = new MaskPlanes(mask);
        final Object buffer = planes.buffer();
        for (long z = 0; z < like.shape().z(); z++) {
            final byte[] inside = planes.read(z, buffer);
            final byte[] plane = (byte[])labels.load(z);
            for (int i = 0; i < plane.length; i++) {
                plane[i] = (byte)change.apply(plane[i], inside[i] != 0);
            }
            labels.store(z, plane);
        }
    }
}
