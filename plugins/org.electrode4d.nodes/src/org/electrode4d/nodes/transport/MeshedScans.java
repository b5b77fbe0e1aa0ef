// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

import org.electrode4d.nodes.execution.FileOutput;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.transport.mesh.ImageMesher;
import org.electrode4d.transport.mesh.MeshQuality;
import org.electrode4d.transport.mesh.MeshVtk;
import org.electrode4d.transport.mesh.SimplexMesh;
import org.electrode4d.transport.mesh.VoxelMeasures;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ThinAxis;
import org.electrode4d.volume.Volume;
import org.knime.core.data.RowKey;
import org.knime.core.node.InvalidSettingsException;

/** Meshes the scans of a series, one after the other. */
final class MeshedScans {

    private final MeshGeneratorNodeParameters parameters;
    private final MeshTables tables;
    private final FileOutput files;
    private final Warnings warnings;
    private final ScanNames names = new ScanNames();
    private final List<PictureTable.Drawing> drawings = new ArrayList<>();

    MeshedScans(final MeshGeneratorNodeParameters parameters, final MeshTables tables, final FileOutput files,
        final Warnings warnings) {
        this.parameters = parameters;
        this.tables = tables;
        this.files = files;
        this.warnings = warnings;
    }

    void add(final ScanStep scan, final RowKey row, final Volume phases, final Progress progress)
        throws IOException, InvalidSettingsException {
        final Volume part = parameters.m_region.of(phases, parameters.m_plane, parameters.m_position);
        final Volume region = ThinAxis.of(part).flatten(part);
        final SimplexMesh mesh = ImageMesher.mesh(region, parameters.m_mesh.settings(), progress.part(0, 0.7));
        final SortedMap<Integer, Double> voxels = VoxelMeasures.of(region, progress.part(0.7, 0.75));
        final SortedMap<Integer, MeshQuality> qualities = MeshQuality.ofPhases(mesh, progress.part(0.75, 0.9));
        final MeshQuality whole = MeshQuality.of(mesh, progress.part(0.9, 1));
        final String name = names.of(scan, row);
        final boolean planar = mesh.dimension() == 2;
        tables.add(new MeshTables.Subject(scan, null, "All", planar,
            voxels.values().stream().mapToDouble(Double::doubleValue).sum(),
            files.write(name, ".vtu", new MeshVtk(mesh)::write)), whole);
        final LabelVolume labels = LabelVolume.of(region);
        qualities.forEach((phase, quality) -> tables.add(new MeshTables.Subject(scan, phase, labels.name(phase), planar,
            voxels.get(phase), Optional.empty()), quality));
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
}
