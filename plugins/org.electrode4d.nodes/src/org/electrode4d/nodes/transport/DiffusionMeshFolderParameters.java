// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.execution.ExistingFile;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Where meshes with concentrations go. */
final class DiffusionMeshFolderParameters implements NodeParameters {

    @Widget(title = "Mesh folder", description = "Path or URL of a folder for the meshes with the concentration at their "
        + "vertices, as VTK files (.vtu) that ParaView reads, one per scan and output time. Empty for none.")
    String m_folder = "";

    @Widget(title = "Name of meshes", description = "How file names begin; step and time are added.")
    String m_name = "diffusion";

    @Widget(title = "If a mesh exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Widget(title = "Create mesh folders", description = "Makes the folder, and those above it, where they do not "
        + "exist.")
    boolean m_createFolders;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_name.isBlank() || m_name.matches(".*[\\\\/:*?\"<>|].*")) {
            throw new InvalidSettingsException("'Name of meshes' is '" + m_name
                + "', but must be the beginning of a file name, without a folder.");
        }
    }
}
