// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.io.IOException;
import java.util.Set;
import org.electrode4d.learning.LearningException;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.engine.Network;
import org.electrode4d.learning.model.ModelInput;
import org.electrode4d.learning.model.SliceModel;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Segments volumes of any size with a network, slice by slice and tile by tile. Probabilities of several orientations
 * of slices are averaged; the class of a voxel is the one of greatest probability, the first of equal ones. Voxels
 * whose grey value is not a finite number are seen by the network as the zero of the normalisation, and get no class.
 *
 * <p>Memory beside the engine: some planes; with slices across x or y also a slab of 2^24 probabilities. Results and,
 * of slices across x and y, the probabilities of the whole volume (2 bytes for each voxel, class and orientation; one
 * class fewer where there are two) are in the scratch space.
 */
public final class VolumePredictor {

    private final SliceModel model;
    private final Network network;
    private final PredictionSettings settings;

    /** @param network what an engine made of {@link SliceModel#source()}; stays open */
    public VolumePredictor(final SliceModel model, final Network network, final PredictionSettings settings) {
        this.model = model;
        this.network = network;
        this.settings = settings;
    }

    /**
     * Segments a volume.
     *
     * @param scratch keeps the result; close it after that was stored
     * @throws LearningException if the voxels are not those that the model knows, or the network does not fit the model
     * @throws org.electrode4d.learning.engine.EngineException if the engine fails
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws IOException if there is no room for the result
     */
    public Prediction predict(final Volume volume, final ScratchSpace scratch, final Progress progress)
        throws IOException {
        requireSlices(volume);
        final GreyScale scale = model.description().normalization().of(volume, progress.part(0, 0));
        final boolean rescale = settings.rescale() && !fits(volume.voxelSize());
        final Volume fitting = rescale ? Rescaling.toVoxels(volume, wanted(volume.voxelSize())) : volume;
        requireFit(fitting);
        final SliceProbabilities slices = new SliceProbabilities(model, network, settings.tiles());
        final Prediction prediction = new PredictionRun(slices, ClassLabels.of(model.description().classes()), settings,
            new PredictionRun.Input(fitting, scale, progress), scratch).run();
        return rescale ? back(prediction, volume) : prediction;
    }

    private void requireSlices(final Volume volume) {
        if (volume.shape().z() == 1 && settings.isAlongZ()) {
            throw new LearningException(volume.name() + " is a single image: it has no slices "
                + settings.orientations()
                + ". Choose slices XY alone.");
        }
    }

    private boolean fits(final VoxelSize size) {
        final ModelInput input = model.description().input();
        return settings.orientations().stream().allMatch(orientation -> switch (orientation) {
            case XY -> input.fits(size.x(), size.y());
            case XZ -> input.fits(size.x(), size.z());
            case YZ -> input.fits(size.y(), size.z());
        });
    }

    /** The axis that no slice lies along stays as it is. */
    private VoxelSize wanted(final VoxelSize size) {
        final VoxelSize known = model.description().input().voxelSize();
        final Set<Orientation> orientations = settings.orientations();
        final boolean xy = orientations.contains(Orientation.XY);
        final boolean xz = orientations.contains(Orientation.XZ);
        final boolean yz = orientations.contains(Orientation.YZ);
        return new VoxelSize(xy || xz ? known.x() : size.x(), xy ? known.y() : yz ? known.x() : size.y(),
            settings.isAlongZ() ? known.y() : size.z());
    }

    private void requireFit(final Volume volume) {
        if (!fits(volume.voxelSize())) {
            final ModelInput input = model.description().input();
            throw new LearningException("The voxels of " + volume.name() + " are " + volume.voxelSize()
                + ", which does not fit the model " + model.description().name() + " in slices "
                + settings.orientations() + ": it was trained with pixels of " + input.voxelSize().x() + " x "
                + input.voxelSize().y() + " µm and tolerates a difference of "
                + Math.round(100 * input.tolerance()) + " %. Correct the voxel size, rescale the volume, or train a "
                + "model for such voxels.");
        }
    }

    private static Prediction back(final Prediction prediction, final Volume volume) {
        return new Prediction(
            new LabelVolume(Rescaling.nearest(prediction.classes().volume(), volume), prediction.classes().names()),
            prediction.probabilities().stream().map(probability -> Rescaling.linear(probability, volume)).toList(),
            prediction.excluded());
    }
}
