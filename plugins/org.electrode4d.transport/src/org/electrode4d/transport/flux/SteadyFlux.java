// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.flux;

import java.io.IOException;
import java.util.Arrays;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.flux.FluxResult.Convergence;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.VoxelType;
import org.electrode4d.volume.morphology.Slabs;

/**
 * Steady diffusion through the voxels of conducting phases, div(D grad c) = 0 with c = 1 at the first and c = 0 at the
 * last end of an axis, and what follows from its flux: effective diffusivity and tortuosity factor (Cooper et al.,
 * SoftwareX 5, 203, 2016).
 *
 * <p>Cell-centred finite volumes: one unknown per voxel, between two voxels the harmonic mean of their diffusivities
 * times the area of their common face by the distance of their centres; voxels may have three different edges. Nothing
 * flows through edges or corners. Only what connects both ends is solved for.
 *
 * <p>The solver is multigrid in memory and costs about the same per voxel for all sizes; {@link FluxMemory} says how
 * much it takes. The result is the same for any number of threads. The fluxes through all planes across the axis are
 * equal to the tolerance, which is what it stops at: residuals alone say little about them.
 */
public final class SteadyFlux {

    private final Volume source;
    private final ConductingVoxels voxels;
    private final double[] concentrations;
    private final FluxResult result;

    private SteadyFlux(final Volume source, final ConductingVoxels voxels, final double[] concentrations,
        final FluxResult result) {
        this.source = source;
        this.voxels = voxels;
        this.concentrations = concentrations;
        this.result = result;
    }

    /**
     * Solves for the concentrations. If nothing percolates there is nothing to solve: D_eff is 0.
     *
     * @param labels of an integer type
     * @param scratch for 4 bytes per voxel, free again when this returns
     * @throws TransportException for a volume that is too large for the heap, or that has no length along the axis
     * @throws java.util.concurrent.CancellationException if cancelled
     * @throws IOException if there is no room for temporary files
     */
    public static SteadyFlux of(final LabelVolume labels, final Conductors conductors, final FluxSettings settings,
        final ScratchSpace scratch, final Progress progress) throws IOException {
        final Volume volume = labels.volume();
        final Shape shape = volume.shape();
        if (settings.boundary() == FluxBoundary.LAYERS && shape.along(settings.axis()) < 2) {
            throw new TransportException("Concentrations held in the first and the last layer need two layers along "
                + "the axis of the flux, but " + volume.name() + " has " + shape + " voxels. Hold them on the faces, "
                + "or choose another axis.");
        }
        FluxMemory.require(volume, settings.axis(), Runtime.getRuntime().maxMemory());
        final ConductingVoxels voxels = ConductingVoxels.of(labels, conductors, settings, scratch,
            progress.part(0, 0.1));
        if (!voxels.percolates()) {
            return new SteadyFlux(volume, voxels, new double[0], blocked(voxels, conductors));
        }
        final double[] concentrations = start(voxels);
        final FluxResult result = new Solution(voxels, conductors, volume.voxelSize())
            .solve(concentrations, settings, progress.part(0.1, 1));
        return new SteadyFlux(volume, voxels, concentrations, result);
    }

    public FluxResult result() {
        return result;
    }

    /**
     * The concentrations, 1 to 0 along the axis: FLOAT32, NaN in voxels that do not conduct or do not percolate.
     *
     * @param scratch in which the volume lives
     */
    public Volume concentrations(final ScratchSpace scratch, final Progress progress) throws IOException {
        final PlaneStore store = scratch.create(source.shape(), VoxelType.FLOAT32);
        final FluxAxes axes = voxels.axes();
        final int step = axes.step(voxels.grid(), 0);
        Blocks.forEach(Slabs.of(source.shape(), 1), progress, "Concentrations", plane -> {
            final float[] values = (float[])store.load(plane.minZ());
            Arrays.fill(values, Float.NaN);
            for (int y = 0; voxels.percolates() && y < plane.sizeY(); y++) {
                int index = axes.index(voxels.grid(), y, (int)plane.minZ());
                for (int i = y * plane.sizeX(); i < (y + 1) * plane.sizeX(); i++) {
                    if (voxels.conducts(index)) {
                        values[i] = (float)concentrations[index];
                    }
                    index += step;
                }
            }
            store.store(plane.minZ(), values);
        });
        return store.like(source, "Concentration of " + source.name());
    }

    private static FluxResult blocked(final ConductingVoxels voxels, final Conductors conductors) {
        final double[] none = new double[voxels.axes().layers()];
        final double[] undefined = none.clone();
        Arrays.fill(undefined, Double.NaN);
        final FluxLayers layers = new FluxLayers(none, undefined,
            new double[voxels.grid().nz() + 1], -voxels.axes().firstPlane());
        return result(voxels, conductors, layers, new Convergence(0, 0, true));
    }

    static FluxResult result(final ConductingVoxels voxels, final Conductors conductors, final FluxLayers layers,
        final Convergence convergence) {
        final Shape shape = voxels.axes().shape();
        final int dimensions = shape.x() == 1 || shape.y() == 1 || shape.z() == 1 ? 2 : 3;
        return new FluxResult(conductors, voxels.fractions(), voxels.percolatingFractions(),
            Arrays.stream(layers.diffusivities()).average().orElse(0),
            DiffusivityBounds.of(voxels.fractions(), conductors.values(), dimensions), layers, convergence);
    }

    /** Falls evenly along the axis, as it would without obstacles. */
    private static double[] start(final ConductingVoxels voxels) {
        final FluxGrid grid = voxels.grid();
        final double[] concentrations = new double[grid.length()];
        final boolean onFaces = voxels.axes().firstPlane() == 0;
        for (int z = -1; z <= grid.nz(); z++) {
            final double depth = onFaces ? (z + 0.5) / grid.nz() : (z + 1.0) / (grid.nz() + 1);
            Arrays.fill(concentrations, grid.row(0, z), grid.row(0, z + 1), 1 - Math.max(0, Math.min(1, depth)));
        }
        return concentrations;
    }
}
