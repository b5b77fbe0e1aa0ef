// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Parameters of the Pixel Classifier Predictor. */
final class PixelClassifierPredictorNodeParameters implements NodeParameters {

    @Section(title = "Segmentation")
    interface SegmentationSection {
    }

    @Section(title = "Pictures")
    @After(SegmentationSection.class)
    interface PicturesSection {
    }

    @Layout(SegmentationSection.class)
    @Widget(title = "Volumes", description = "Column with the scans to segment.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(SegmentationSection.class)
    @Widget(title = "Probabilities", description = "Adds a volume with the probability of each class. They take two to "
        + "four times as much room as the scan, each, and the classifier takes up to twice as long.")
    boolean m_probabilities;

    @Layout(SegmentationSection.class)
    @Widget(title = "Confidence", description = "Adds a volume with the probability of the class that was chosen: low "
        + "where the model is not sure, which is where further labels help most.")
    boolean m_confidence;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("segmentation");

    @Layout(PicturesSection.class)
    @Widget(title = "Plane", description = "The plane of the slices in the pictures, through the middle of each scan.")
    @ValueSwitchWidget
    SlicePlane m_plane = SlicePlane.XY;

    PixelClassifierPredictorNodeParameters() {
    }

    PixelClassifierPredictorNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    SegmentedScan.Wanted wanted() {
        return new SegmentedScan.Wanted(m_probabilities, m_confidence, m_plane);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        m_pictures.validate();
    }
}
