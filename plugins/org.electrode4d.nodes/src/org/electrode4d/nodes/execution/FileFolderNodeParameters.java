// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Where a node puts files for other programs, one or more per scan; {@link FileOutput} writes them there. */
public final class FileFolderNodeParameters implements NodeParameters {

    @Widget(title = "File folder", description = "Path of a folder for the files; or a URL such as "
        + "<tt>knime://knime.workflow/data/results</tt> in the data area of the workflow. Empty for no files.")
    String m_folder = "";

    @Widget(title = "Name", description = "How file names begin; the step is added.")
    String m_name;

    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    /** Called by KNIME. */
    FileFolderNodeParameters() {
        this("file");
    }

    /** @param name how file names begin unless the user changes it */
    public FileFolderNodeParameters(final String name) {
        m_name = name;
    }

    /** Whether there is a folder for files. */
    public boolean isWanted() {
        return !m_folder.isBlank();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        OutputNames.requireBeginning(m_name, "Name");
    }
}
