// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.edge.LineProfile;
import org.electrode4d.volume.Point;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Line Profile. */
final class LineProfileNodeParameters implements NodeParameters {

    @Section(title = "Line")
    interface LineSection {
    }

    @Section(title = "Pictures")
    @After(LineSection.class)
    interface PicturesSection {
    }

    @Layout(LineSection.class)
    @Widget(title = "Volumes", description = "Column with the volumes.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(LineSection.class)
    @Widget(title = "From x [µm]", description = "Begin of the line, in the coordinates of the volumes, which count "
        + "from the centre of the first voxel unless the volume says otherwise.")
    double m_fromX;

    @Layout(LineSection.class)
    @Widget(title = "From y [µm]", description = "Begin of the line along y.")
    double m_fromY;

    @Layout(LineSection.class)
    @Widget(title = "From z [µm]", description = "Begin of the line along z, across the electrode.")
    double m_fromZ;

    @Layout(LineSection.class)
    @Widget(title = "To x [µm]", description = "End of the line.")
    double m_toX = 10;

    @Layout(LineSection.class)
    @Widget(title = "To y [µm]", description = "End of the line along y.")
    double m_toY;

    @Layout(LineSection.class)
    @Widget(title = "To z [µm]", description = "End of the line along z.")
    double m_toZ;

    @Layout(LineSection.class)
    @Widget(title = "Width [µm]", description = "Edge of the square across the line over which grey values are "
        + "averaged; 0 for the line itself. In an image of one slice it lies within the slice.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_width;

    @Advanced
    @Layout(LineSection.class)
    @Widget(title = "Step [µm]", description = "Distance between samples along the line; 0 for the smallest side of a "
        + "voxel.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_step;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("line-profile");

    LineProfileNodeParameters() {
    }

    LineProfileNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    LineProfile.Line line() throws InvalidSettingsException {
        try {
            return new LineProfile.Line(new Point(m_fromX, m_fromY, m_fromZ), new Point(m_toX, m_toY, m_toZ), m_width,
                m_step);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        line();
        m_pictures.validate();
    }
}
