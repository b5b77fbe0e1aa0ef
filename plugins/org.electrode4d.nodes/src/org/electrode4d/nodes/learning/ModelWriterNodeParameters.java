// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.table.NameTemplate;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Parameters of the Model Writer. */
final class ModelWriterNodeParameters implements NodeParameters {

    @Widget(title = "Folder", description = "Path of the folder to write into, or a URL such as "
        + "<tt>knime://knime.workflow/data/models</tt> in the data area of the workflow.")
    String m_folder = "";

    @Widget(title = "Name", description = "File name without its ending. " + NameTemplate.HELP)
    String m_nameTemplate = "{Name}";

    @Widget(title = "Format", description = "What is written.")
    @ValueSwitchWidget
    ModelFormat m_format = ModelFormat.MODEL;

    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    @Override
    public void validate() throws InvalidSettingsException {
        new NameTemplate(m_nameTemplate);
    }
}
