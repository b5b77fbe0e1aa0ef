// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.features.FeatureExtraction;
import org.electrode4d.learning.model.ForestModel;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;

/**
 * Segments volumes of any size with a pixel classifier, block by block: the class of a voxel is the one of greatest
 * probability, the first of equal ones. Voxels whose grey value is not a finite number count as the zero of the
 * normalisation for their neighbours, and get no class.
 *
 * <p>The result does not depend on the number of threads. Memory: per thread the features of a block of a million
 * voxels in one byte each, and what computing them takes; results are in the scratch space.
 */
public final class ForestPredictor {

    private static final int SCALE = 65_534;
    private static final int NOTHING = 65_535;

    private final ForestModel model;

    public ForestPredictor(final ForestModel model) {
        this.model = model;
    }

    /**
     * Segments a volume.
     *
     * @param probabilities whether they are wanted; without them trees are spared where a class is decided
     * @param scratch keeps the result; close it after that was stored
     * @throws LearningException if the voxels are not those that the model was trained on
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws IOException if there is no room for the result
     */
    public Prediction predict(final Volume volume, final boolean probabilities, final ScratchSpace scratch,
        final Progress progress) throws IOException {
        requireFit(volume);
        final Run run = new Run(volume, probabilities, scratch, progress);
        Blocks.forEach(run.labels.blocks(), progress, "Classifying " + volume.name(), run::classify);
        return run.result();
    }

    /**
     * The classes of one plane across z, for a look at the result.
     *
     * @return indices of classes, row by row; -1 where the grey value is not a finite number
     * @throws LearningException if the voxels are not those that the model was trained on
     */
    public byte[] classify(final Volume volume, final long z, final Progress progress) {
        requireFit(volume);
        final GreyScale scale = model.description().normalization().of(volume, progress.part(0, 0));
        final int width = Math.toIntExact(volume.shape().x());
        final byte[] plane = new byte[Math.multiplyExact(width, Math.toIntExact(volume.shape().y()))];
        final int[] edges = FeatureExtraction.blockEdges(model.features().space());
        final List<Block> blocks =
            Blocks.tile(new Shape(width, volume.shape().y(), 1), edges[0], edges[1], 1);
        Blocks.forEach(blocks, progress, "Classifying a plane of " + volume.name(), flat -> {
            final Block block = flat.translate(0, 0, z);
            final byte[] found = new byte[block.voxels()];
            model.forest().classify(features(volume, scale, block, progress), found, progress);
            removeWhere(withoutValue(volume, block), found);
            for (int y = 0; y < block.sizeY(); y++) {
                System.arraycopy(found, y * block.sizeX(), plane, (int)((block.minY() + y) * width + block.minX()),
                    block.sizeX());
            }
        });
        return plane;
    }

    /** Bins: [voxel * features + feature]. */
    private byte[] features(final Volume volume, final GreyScale scale, final Block block, final Progress progress) {
        final byte[] binned = new byte[Math.multiplyExact(block.voxels(), model.features().size())];
        new FeatureExtraction(volume, model.features(), scale).compute(block, progress,
            (feature, values) -> model.forest().bins().bin(feature, values, binned));
        return binned;
    }

    private static boolean[] withoutValue(final Volume volume, final Block block) {
        final boolean[] without = new boolean[block.voxels()];
        if (volume.type() == VoxelType.FLOAT32) {
            final float[] values = new float[without.length];
            volume.read(block, values);
            for (int i = 0; i < values.length; i++) {
                without[i] = !Float.isFinite(values[i]);
            }
        }
        return without;
    }

    /** How many there were. */
    private static int removeWhere(final boolean[] isNothing, final byte[] found) {
        int removed = 0;
        for (int i = 0; i < found.length; i++) {
            found[i] = isNothing[i] ? -1 : found[i];
            removed += isNothing[i] ? 1 : 0;
        }
        return removed;
    }

    private void requireFit(final Volume volume) {
        if (!model.description().input().fits(volume.voxelSize())) {
            final VoxelSize known = model.description().input().voxelSize();
            throw new LearningException("The voxels of " + volume.name() + " are " + volume.voxelSize()
                + ", but the pixel classifier " + model.description().name() + " was trained on voxels of " + known
                + ". Correct the voxel size, rescale the volume, or train a classifier on such voxels.");
        }
    }

    /** The work on one volume. */
    private final class Run {

        private final Volume volume;
        private final GreyScale scale;
        private final ClassLabels classes;
        private final BlockStore labels;
        private final List<BlockStore> shares = new ArrayList<>();
        private final LongAdder excluded = new LongAdder();
        private final Progress progress;

        Run(final Volume volume, final boolean probabilities, final ScratchSpace scratch, final Progress progress)
            throws IOException {
            this.volume = volume;
            this.progress = progress;
            scale = model.description().normalization().of(volume, progress.part(0, 0));
            classes = ClassLabels.of(model.description().classes());
            labels = new BlockStore(layout(classes.type()), classes.type(), scratch);
            for (int c = 0; probabilities && c < model.forest().classes(); c++) {
                shares.add(new BlockStore(layout(VoxelType.FLOAT32), VoxelType.UINT16, scratch));
            }
        }

        private Layout layout(final VoxelType type) {
            final int[] edges = FeatureExtraction.blockEdges(model.features().space());
            return new Layout(volume.shape(), type, edges[0], edges[1], edges[2]);
        }

        void classify(final Block block) {
            final byte[] binned = features(volume, scale, block, progress);
            final byte[] found = new byte[block.voxels()];
            final boolean[] isNothing = withoutValue(volume, block);
            if (shares.isEmpty()) {
                model.forest().classify(binned, found, progress);
            } else {
                final float[][] probabilities = new float[shares.size()][block.voxels()];
                model.forest().probabilities(binned, probabilities, progress);
                for (int c = 0; c < probabilities.length; c++) {
                    shares.get(c).store(block, stored(probabilities[c], isNothing));
                }
                mostProbable(probabilities, found);
            }
            excluded.add(removeWhere(isNothing, found));
            labels.store(block, classes.plane(found));
        }

        private static void mostProbable(final float[][] probabilities, final byte[] found) {
            for (int c = 1; c < probabilities.length; c++) {
                for (int i = 0; i < found.length; i++) {
                    found[i] = probabilities[c][i] > probabilities[found[i]][i] ? (byte)c : found[i];
                }
            }
        }

        private static short[] stored(final float[] probabilities, final boolean[] isNothing) {
            final short[] stored = new short[probabilities.length];
            for (int i = 0; i < stored.length; i++) {
                stored[i] = (short)(isNothing[i] ? NOTHING : Math.round(SCALE * probabilities[i]));
            }
            return stored;
        }

        private static Object probabilities(final Object stored) {
            final short[] values = (short[])stored;
            final float[] probabilities = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                final int value = values[i] & 0xffff;
                probabilities[i] = value == NOTHING ? Float.NaN : value / (float)SCALE;
            }
            return probabilities;
        }

        Prediction result() {
            final List<Volume> volumes = new ArrayList<>();
            for (int c = 0; c < shares.size(); c++) {
                volumes.add(shares.get(c).volume(volume.name() + ", probability of "
                    + model.description().classes().names().get(c), volume, Run::probabilities));
            }
            return new Prediction(new LabelVolume(labels.volume(volume.name(), volume, values -> values),
                classes.names()), volumes, excluded.sum());
        }
    }
}
