// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.nodes.execution.FileOutput;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.NumberText;
import org.electrode4d.nodes.picture.PictureTable;
import org.electrode4d.nodes.table.ScanNames;
import org.electrode4d.nodes.table.ScanStep;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.diffusion.DiffusionSettings;
import org.electrode4d.transport.diffusion.ProbePoint;
import org.electrode4d.transport.diffusion.StructureDiffusion;
import org.electrode4d.transport.mesh.MeshVtk;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataRow;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Diffusion in one scan after the other, and what is told of it. */
final class DiffusionSeries implements AutoCloseable {

    private final LithiumDiffusionNodeParameters parameters;
    private final int[] columns;
    private final ExecutionContext context;
    private final DiffusionSettings settings;
    private final List<ProbePoint> probes;
    private final DiffusionTables tables;
    private final DiffusionPictures pictures;
    private final FileOutput meshes;
    private final ScanNames names = new ScanNames();
    private final Warnings warnings = new Warnings();

    /** @param columns of phases and, if they are told apart, of particles */
    DiffusionSeries(final LithiumDiffusionNodeParameters parameters, final int[] columns,
        final ExecutionContext context) throws IOException, InvalidSettingsException {
        this.parameters = parameters;
        this.columns = columns;
        this.context = context;
        settings = parameters.settings();
        probes = parameters.probes();
        tables = new DiffusionTables(context);
        pictures = new DiffusionPictures(parameters.m_plane, parameters.m_position,
            settings.source().concentration());
        meshes = FileOutput.open(parameters.m_files, true);
    }

    Warnings warnings() {
        return warnings;
    }

    void add(final ScanStep step, final DataRow row, final Progress progress) throws IOException, KNIMEException {
        final Volume phases = region(row, columns[0]);
        final Optional<Volume> particles =
            columns.length == 1 ? Optional.empty() : Optional.of(region(row, columns[1]));
        final Optional<StructureDiffusion.Outcome> outcome = outcome(step, phases, particles, progress);
        if (outcome.isEmpty()) {
            warnings.add("There is no solved phase in " + step.name() + ". Check 'Solved phases'.");
            return;
        }
        final DiffusedScan scan =
            new DiffusedScan(step, names.of(step, row.getKey()), phases, probes, settings.times().outputs(),
                outcome.get());
        pictures.add(scan, tables.add(scan, progress));
        writeMeshes(scan);
        DiffusionWarnings.add(warnings, scan, settings);
    }

    private Volume region(final DataRow row, final int column) throws IOException {
        return parameters.m_region.of(VolumeColumns.volume(row, column), parameters.m_plane, parameters.m_position);
    }

    private void writeMeshes(final DiffusedScan scan) throws IOException {
        for (int i = 0; i < scan.times().length && meshes.isWanted(); i++) {
            final MeshVtk grid = scan.outcome().grid(i);
            meshes.write(scan.fileName() + "-" + NumberText.of(scan.times()[i]) + " s", ".vtu", grid::write);
        }
    }

    private Optional<StructureDiffusion.Outcome> outcome(final ScanStep step, final Volume phases,
        final Optional<Volume> particles, final Progress progress) throws KNIMEException {
        try {
            return StructureDiffusion.of(phases, particles, probes, settings, progress);
        } catch (TransportException e) {
            throw NodeFailure.adding(e, "This is step " + step.name() + ".");
        }
    }

    /** All tables of the node, in the order of its outputs. */
    List<BufferedDataTable> complete(final Progress progress) throws IOException {
        final List<BufferedDataTable> closed = new ArrayList<>(tables.close());
        closed.add(PictureTable.write(pictures.drawings(), parameters.m_pictures, context, progress));
        meshes.commit();
        return closed;
    }

    @Override
    public void close() throws IOException {
        meshes.close();
    }
}
