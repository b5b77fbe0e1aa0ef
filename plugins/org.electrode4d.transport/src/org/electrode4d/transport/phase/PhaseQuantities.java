// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.phase;

import java.io.IOException;
import java.util.List;
import org.electrode4d.transport.flux.Conductors;
import org.electrode4d.transport.flux.FluxResult;
import org.electrode4d.transport.flux.FluxSettings;
import org.electrode4d.transport.flux.SteadyFlux;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Volume;

/**
 * Quantities of phases that do not depend on how large a volume is. Unlike the sums of {@link PhaseMeasurement}, those
 * of surfaces and lines are counted per place where they could have been seen: a cube of 10 voxels would else miss 10
 * to 27 % of its lines of voxels at the border, and small volumes seem to have less surface.
 */
public final class PhaseQuantities {

    private PhaseQuantities() {
    }

    /** The part of the volume that a phase takes, 0 to 1. */
    public static QuantityOfInterest fraction(final int label) {
        return (part, progress) -> PhaseCounts.of(LabelVolume.of(part), 2, progress).voxels(label)
            / (double)part.shape().voxels();
    }

    /** Surface of a phase per volume of the sample, in 1/µm, by Crofton's formula. */
    public static QuantityOfInterest specificSurface(final int label) {
        return (part, progress) -> PhaseInterfaces.of(LabelVolume.of(part), List.of(label), progress)
            .surface(label, false, PhaseMeasurement.weights(part).extrapolatedTo(part.shape())) / volume(part);
    }

    /** Interface of two phases per volume of the sample, in 1/µm, by Crofton's formula. */
    public static QuantityOfInterest specificInterface(final PhasePair pair) {
        return (part, progress) -> PhaseInterfaces.of(LabelVolume.of(part), List.of(pair.first(), pair.second()),
            progress).area(pair, PhaseMeasurement.weights(part).extrapolatedTo(part.shape())) / volume(part);
    }

    /** Length of the line along which three phases meet per volume of the sample, in 1/µm². */
    public static QuantityOfInterest tripleLineDensity(final PhaseTriple triple) {
        return (part, progress) -> PhaseCounts.of(LabelVolume.of(part), 2, progress).tripleLine(triple)
            .density(part.shape(), part.voxelSize());
    }

    /**
     * Tortuosity factor of a phase along an axis, with concentrations held on the faces and closed sides, as TauFactor
     * defines it; infinite where nothing percolates.
     *
     * @param axis 0 = x, 1 = y, 2 = z
     */
    public static QuantityOfInterest tortuosityFactor(final int label, final int axis) {
        return (part, progress) -> flux(part, label, axis, progress).tortuosityFactor();
    }

    /** Effective diffusivity of a phase along an axis by that in the phase itself; 0 where nothing percolates. */
    public static QuantityOfInterest relativeDiffusivity(final int label, final int axis) {
        return (part, progress) -> flux(part, label, axis, progress).relativeDiffusivity();
    }

    private static FluxResult flux(final Volume part, final int label, final int axis, final Progress progress)
        throws IOException {
        try (ScratchSpace scratch = ScratchSpace.open()) {
            return SteadyFlux.of(LabelVolume.of(part), Conductors.of(label), FluxSettings.along(axis), scratch,
                progress).result();
        }
    }

    private static double volume(final Volume part) {
        return part.shape().voxels() * part.voxelSize().volume();
    }
}
