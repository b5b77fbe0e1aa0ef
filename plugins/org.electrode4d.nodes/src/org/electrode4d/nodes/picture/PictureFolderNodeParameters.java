// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.execution.OutputNames;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Where the pictures of a node go; {@link PictureTable} writes them there. */
public final class PictureFolderNodeParameters implements NodeParameters {

    @Widget(title = "Picture folder", description = "Path of a folder for PNG pictures; or a URL such as "
        + "<tt>knime://knime.workflow/data/results</tt> in the data area of the workflow. Empty for no pictures.")
    String m_folder = "";

    @Widget(title = "Name", description = "How file names begin; what they show is added.")
    String m_name;

    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    /** Called by KNIME. */
    PictureFolderNodeParameters() {
        this("picture");
    }

    /** @param name how file names begin unless the user changes it */
    public PictureFolderNodeParameters(final String name) {
        m_name = name;
    }

    /** Whether there is a folder for pictures. */
    public boolean isWanted() {
        return !m_folder.isBlank();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        OutputNames.requireBeginning(m_name, "Name");
    }
}
