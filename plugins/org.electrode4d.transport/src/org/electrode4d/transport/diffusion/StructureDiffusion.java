// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.ImageMesher;
import org.electrode4d.transport.mesh.MeshPart;
import org.electrode4d.transport.mesh.MeshParts;
import org.electrode4d.transport.mesh.MeshVtk;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ThinAxis;
import org.electrode4d.volume.Volume;

/**
 * Diffusion of lithium in the phases of an image: from labels through the mesh to maps on the voxels. An image that is
 * one voxel thick along any axis is computed in the plane, as a slice of an infinite prism; amounts are then those of a
 * slice 1 µm thick.
 */
public final class StructureDiffusion {

    /** Of an entry of the matrices, at least: three of them, their pattern, the grids' in single precision. */
    private static final long BYTES_PER_ENTRY = 64;

    /** Of the work: meshing, and then the maps. */
    private static final double MESHED = 0.1;
    private static final double SOLVED = 0.95;

    private final DiffusionSettings settings;
    private final ThinAxis axis;
    private final Volume flat;

    private StructureDiffusion(final Volume phases, final DiffusionSettings settings) {
        this.settings = settings;
        axis = ThinAxis.of(phases);
        flat = axis.flatten(phases);
    }

    /**
     * What came out.
     *
     * @param maps concentration in mol/L on the voxels for each output time; NaN outside of the mesh of solved phases
     * @param result curves and amounts; its uptakes are those of all solved phases together, of each phase, and of each
     *     particle if there are any
     * @param space on the mesh of the solved phases, which the maps of the result belong to; in a slice its x and y are
     *     the axes of the slice
     */
    public record Outcome(List<Volume> maps, DiffusionResult result, LagrangeSpace space) {

        /** The mesh with the concentration at its vertices for an output time, for ParaView. */
        public MeshVtk grid(final int output) {
            final float[] values = new float[space.mesh().vertexCount()];
            for (int vertex = 0; vertex < values.length; vertex++) {
                values[vertex] = (float)result.maps().get(output)[space.vertexNode(vertex)];
            }
            return new MeshVtk(space.mesh()).withVertexData("concentration [mol/L]", values);
        }
    }

    /**
     * @param phases labels of phases
     * @param particles labels of particles in a volume of the same shape, 0 for none; elements count for the particle in
     *     whose voxel their centre is
     * @param probes inside of the solved phases
     * @return empty if no voxel is of a solved phase
     * @throws TransportException for a probe outside, or phases that contradict each other
     * @throws org.electrode4d.volume.VolumeException for grey values, or volumes that differ in shape
     */
    public static Optional<Outcome> of(final Volume phases, final Optional<Volume> particles,
        final List<ProbePoint> probes, final DiffusionSettings settings, final Progress progress) {
        Masks.requireIntegers(phases, "the phases");
        particles.ifPresent(volume -> Masks.requireAlike(phases, volume));
        return new StructureDiffusion(phases, settings).run(particles, probes, progress);
    }

    private Optional<Outcome> run(final Optional<Volume> particles, final List<ProbePoint> points,
        final Progress progress) {
        final MeshPart part = MeshParts.of(ImageMesher.mesh(flat, settings.mesh(), progress.part(0, MESHED)),
            settings::solves);
        if (part.mesh().cellCount() == 0) {
            return Optional.empty();
        }
        final LagrangeSpace space = LagrangeSpace.of(part.mesh(), settings.order(), progress);
        requireMemory(space.pattern().entries(), Runtime.getRuntime().maxMemory());
        final List<Probe> probes =
            points.stream().map(point -> Probe.at(space, point.name(), axis.flatten(point.place()))).toList();
        final List<CellGroups> groups = new ArrayList<>();
        groups.add(CellGroups.byLabel(new int[part.mesh().cellCount()]));
        groups.add(CellGroups.byLabel(part.mesh().phases()));
        particles.ifPresent(volume -> groups.add(CellGroups.byLabel(
            new VoxelGrid(axis.flatten(volume)).labels(part.mesh(), progress), true)));
        final DiffusionModel model =
            new DiffusionModel(space, part.boundary(), settings.phases(), settings.source());
        final DiffusionSettings.Times times = settings.times();
        final DiffusionResult result = LithiumDiffusion.run(model,
            new DiffusionRequest(times.outputs(), times.end(), probes, groups, times.tolerance()),
            progress.part(MESHED, SOLVED));
        return Optional.of(new Outcome(maps(space, result, progress.part(SOLVED, 1)), result, space));
    }

    /** @param heap bytes that the program may use */
    static void requireMemory(final long entries, final long heap) {
        if (entries * BYTES_PER_ENTRY > heap) {
            throw new TransportException("The linear systems take some " + (entries * BYTES_PER_ENTRY >> 20)
                + " MB or more, but the program has only " + (heap >> 20) + " MB. Choose linear elements, larger "
                + "finest elements or a smaller region, or give the program more heap (-Xmx).");
        }
    }

    private List<Volume> maps(final LagrangeSpace space, final DiffusionResult result, final Progress progress) {
        final VoxelGrid grid = new VoxelGrid(flat);
        final List<Volume> maps = new ArrayList<>();
        for (final double[] values : result.maps()) {
            maps.add(axis.restore(grid.sample(space, values, progress)));
            progress.report(maps.size() / (double)result.maps().size(), "Maps");
        }
        return maps;
    }
}
