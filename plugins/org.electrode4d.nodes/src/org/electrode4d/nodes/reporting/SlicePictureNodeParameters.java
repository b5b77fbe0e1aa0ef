// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.NameTemplate;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Slice Picture. */
final class SlicePictureNodeParameters implements NodeParameters {

    private static final int LARGEST = 4096;

    @Section(title = "Slice")
    interface SliceSection {
    }

    @Section(title = "Files")
    @After(SliceSection.class)
    interface FilesSection {
    }

    @Layout(SliceSection.class)
    @Widget(title = "Columns", description = "Volumes and deformation fields to draw. None takes all of them.")
    @TwinlistWidget
    @ChoicesProvider(PictureColumns.class)
    String[] m_columns = {};

    @Layout(SliceSection.class)
    @Widget(title = "Plane", description = "The plane of the slice.")
    @ValueSwitchWidget
    SlicePlane m_plane = SlicePlane.XZ;

    @Layout(SliceSection.class)
    @Widget(title = "Position [-]", description = "Along the normal of the plane: 0 is the first slice, 0.5 the "
        + "middle, 1 the last.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_position = 0.5;

    @Layout(SliceSection.class)
    @Widget(title = "Of deformation fields", description = "Which quantities are drawn.")
    FieldSelection m_quantities = FieldSelection.DISPLACEMENT;

    @Advanced
    @Layout(SliceSection.class)
    @Widget(title = "Colours of volumes", description = "Colour bars run from the 0.5th to the 99.5th percentile.")
    @ValueSwitchWidget
    VolumeColours m_colours = VolumeColours.AUTOMATIC;

    @Advanced
    @Layout(SliceSection.class)
    @Widget(title = "Size [pixel]", description = "Of the longer side of the slice in the picture.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_size = 480;

    @Layout(FilesSection.class)
    @Widget(title = "Folder", description = "Path of the folder to write into, or a URL such as "
        + "<tt>knime://knime.workflow/data/results</tt> in the data area of the workflow.")
    String m_folder = "";

    @Layout(FilesSection.class)
    @Widget(title = "Name", description = "File name without its ending; plane and quantity are added. "
        + NameTemplate.HELP)
    String m_nameTemplate = "{Column}-{RowID}";

    @Layout(FilesSection.class)
    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Layout(FilesSection.class)
    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    @Override
    public void validate() throws InvalidSettingsException {
        new NameTemplate(m_nameTemplate);
        SlicePlane.requirePosition(m_position);
        if (m_size < 16 || m_size > LARGEST) {
            throw new InvalidSettingsException("'Size [pixel]' is " + m_size + ", but must lie between 16 and "
                + LARGEST + ".");
        }
    }
}
