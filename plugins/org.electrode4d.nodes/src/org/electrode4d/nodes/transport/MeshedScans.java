// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.mesh.ImageMesher;
import org.electrode4d.transport.mesh.MeshQuality;
import org.electrode4d.transport.mesh.MeshVtk;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.transport.mesh.VoxelMeasures;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/** Meshes the scans of a series, one after the other. */
final class MeshedScans {

    private final MeshGeneratorNodeParameters parameters;
    private final MeshTables tables;
    private final OutputFolder folder;
    private final Warnings warnings;
    private final Set<String> names = new HashSet<>();
    private final List<PictureTable.Drawing> drawings = new ArrayList<>();

    /** @param folder for the meshes; null for none */
    MeshedScans(final MeshGeneratorNodeParameters parameters, final MeshTables tables, final OutputFolder folder,
        final Warnings warnings) {
        this.parameters = parameters;
        this.tables = tables;
        this.folder = folder;
        this.warnings = warnings;
    }

    /** @param row its ID, which tells scans of the same step apart */
    void add(final ScanStep scan, final String row, final Volume phases, final Progress progress) throws IOException {
        final Volume region = parameters.m_region.of(phases, parameters.m_plane, parameters.m_position);
        final SimplexMesh mesh = ImageMesher.mesh(region, parameters.settings(), progress.part(0, 0.7));
        final SortedMap<Integer, Double> voxels = VoxelMeasures.of(region, progress.part(0.7, 0.75));
        final SortedMap<Integer, MeshQuality> qualities = MeshQuality.ofPhases(mesh, progress.part(0.75, 0.9));
        final MeshQuality whole = MeshQuality.of(mesh, progress.part(0.9, 1));
        final String name = names.add(scan.name()) ? scan.name() : scan.name() + "-" + row;
        final boolean planar = mesh.dimension() == 2;
        tables.add(new MeshTables.Subject(scan, null, "All", planar,
            voxels.values().stream().mapToDouble(Double::doubleValue).sum(), write(mesh, name)), whole);
        final LabelVolume labels = LabelVolume.of(region);
        qualities.forEach((phase, quality) -> tables.add(new MeshTables.Subject(scan, phase, labels.name(phase), planar,
            voxels.get(phase), null), quality));
        tables.addHistograms(scan, whole, parameters.m_bins);
        if (qualities.size() == 1) {
            warnings.add(scan + " has one phase, " + labels.name(qualities.firstKey())
                + ", so that its mesh has no interfaces.");
        }
        voxels.keySet().stream().filter(phase -> !qualities.containsKey(phase)).forEach(phase -> warnings.add(
            labels.name(phase) + " of " + scan + " is not in the mesh: it is nowhere most of the voxels of a cell. "
            + "Choose smaller finest elements."));
        if (planar && parameters.m_pictures.isWanted()) {
            drawings.add(new PictureTable.Drawing("Mesh of " + name, name, new MeshPicture(mesh)::render));
        }
    }

    List<PictureTable.Drawing> drawings() {
        return drawings;
    }

    private String write(final SimplexMesh mesh, final String name) throws IOException {
        if (folder == null) {
            return null;
        }
        final String file = (parameters.m_name + "-" + name).replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".vtu";
        new MeshVtk(mesh).write(folder.place(file));
        return folder.target(file).toString();
    }
}
