// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.io.WriteOptions;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Volume Writer. */
final class VolumeWriterNodeParameters implements NodeParameters {

    @Widget(title = "Volumes", description = "Column with the volumes to write.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = "";

    @Widget(title = "Folder", description = "Path of the folder to write into, or a URL such as "
        + "<tt>knime://knime.workflow/data/results</tt> in the data area of the workflow.")
    String m_folder = "";

    @Widget(title = "Name", description = "File name without its ending. " + NameTemplate.HELP)
    String m_nameTemplate = "{Column}-{RowID}";

    @Widget(title = "Format", description = "The voxel size is stored in all formats but NumPy.")
    @ValueSwitchWidget
    VolumeFormatChoice m_format = VolumeFormatChoice.TIFF;

    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    @Advanced
    @Widget(title = "Chunk edge [voxel]", description = "Edge of the chunks of OME-Zarr: 64 to 128 suits most uses.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_chunkEdge = 64;

    VolumeWriterNodeParameters() {
    }

    VolumeWriterNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.last(input);
    }

    WriteOptions options() throws InvalidSettingsException {
        try {
            return WriteOptions.of(m_format.format).withChunkEdge(m_chunkEdge);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        new NameTemplate(m_nameTemplate);
        options();
    }
}
