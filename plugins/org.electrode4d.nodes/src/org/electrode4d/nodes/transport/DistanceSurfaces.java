// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.util.List;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.transport.proximity.PhaseDistances.ColouredSurface;
import org.electrode4d.volume.picture.ValueRange;
import org.electrode4d.volume.surface.SurfacePly;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** Writes surfaces with their distances as files, all of a series or none. */
final class DistanceSurfaces implements AutoCloseable {

    /** What is added to the name of the second phase's file. */
    private static final String BACK = "-back";

    private final OutputFolder folder;
    private final NameTemplate name;
    private final DataTableSpec spec;
    private final String column;

    /** @throws IOException if there is a folder for surfaces that cannot be written */
    DistanceSurfaces(final PhaseDistancesNodeParameters parameters, final DataTableSpec spec)
        throws IOException, InvalidSettingsException {
        this.spec = spec;
        column = parameters.m_phaseColumn;
        name = new NameTemplate(parameters.m_surfaceName);
        folder = parameters.writesSurfaces() ? OutputFolder.open(parameters.m_surfaceFolder,
            parameters.m_createSurfaceFolder, parameters.m_surfaceExisting) : null;
    }

    /**
     * Writes the surfaces of a row if surfaces are wanted.
     *
     * @param surfaces of the first and of the second phase, or none
     */
    void write(final DataRow row, final List<ColouredSurface> surfaces) throws IOException {
        if (folder != null && !surfaces.isEmpty()) {
            final String scan = name.expand(spec, row, column);
            write(surfaces.get(0), scan);
            write(surfaces.get(1), scan + BACK);
        }
    }

    private void write(final ColouredSurface surface, final String file) throws IOException {
        float largest = 0;
        for (final float distance : surface.distances()) {
            largest = Math.max(largest, distance);
        }
        SurfacePly.write(surface.triangles(), surface.distances(), new ValueRange(0, largest > 0 ? largest : 1),
            folder.place(file + ".ply"));
    }

    void commit() throws IOException {
        if (folder != null) {
            folder.commit();
        }
    }

    @Override
    public void close() throws IOException {
        if (folder != null) {
            folder.close();
        }
    }
}
