// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;

import org.electrode4d.nodes.execution.OutputFolder;

/** Writes meshes with concentrations, if a folder is set; all of them appear there or none. */
final class DiffusionMeshes implements AutoCloseable {

    private final DiffusionMeshFolderParameters parameters;
    private OutputFolder folder;

    DiffusionMeshes(final DiffusionMeshFolderParameters parameters) {
        this.parameters = parameters;
    }

    void add(final DiffusedScan scan) throws IOException {
        if (parameters.m_folder.isBlank()) {
            return;
        }
        if (folder == null) {
            folder = OutputFolder.open(parameters.m_folder, parameters.m_createFolders, parameters.m_existing);
        }
        for (int i = 0; i < scan.times().length; i++) {
            final String name = parameters.m_name + "-" + scan.step().name() + "-" + (float)scan.times()[i] + " s";
            scan.outcome().grid(i)
                .write(folder.place(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_") + ".vtu"));
        }
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
