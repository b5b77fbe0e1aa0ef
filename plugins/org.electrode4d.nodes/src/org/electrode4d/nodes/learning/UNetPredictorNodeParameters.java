// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.electrode4d.learning.prediction.PredictionSettings;
import org.electrode4d.learning.prediction.Tiles;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the U-Net Predictor. */
final class UNetPredictorNodeParameters implements NodeParameters {

    @Section(title = "Segmentation")
    interface SegmentationSection {
    }

    @Advanced
    @Section(title = "Engine")
    @After(SegmentationSection.class)
    interface EngineSection {
    }

    @Section(title = "Pictures")
    @After(EngineSection.class)
    interface PicturesSection {
    }

    @Layout(SegmentationSection.class)
    @Widget(title = "Volumes", description = "Column with the scans to segment.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(SegmentationSection.class)
    @Widget(title = "Slices", description = "Which slices the network looks at. With all three, the probabilities of "
        + "each voxel are averaged, which takes three times as long and smooths what differs from slice to slice.")
    @ValueSwitchWidget
    SliceDirection m_slices = SliceDirection.XY;

    @Layout(SegmentationSection.class)
    @Widget(title = "Rescale", description = "Interpolates scans whose voxels are not those of the model to the voxels "
        + "that it knows, and the result back. Otherwise such scans stop the node.")
    boolean m_rescale;

    @Layout(SegmentationSection.class)
    @Widget(title = "Probabilities", description = "Adds a volume with the probability of each class. They take two to "
        + "four times as much room as the scan, each.")
    boolean m_probabilities;

    @Layout(SegmentationSection.class)
    @Widget(title = "Confidence", description = "Adds a volume with the probability of the class that was chosen: low "
        + "where the model is not sure, which is where further labels help most.")
    boolean m_confidence;

    @Advanced
    @Layout(SegmentationSection.class)
    @Widget(title = "Tile [pixel]", description = "Slices go through the network in tiles of this size. More needs "
        + "more memory and gains nothing.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_tile = 512;

    @Advanced
    @Layout(SegmentationSection.class)
    @Widget(title = "Overlap of tiles [pixel]", description = "Over which one tile blends into the next.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_overlap = 64;

    @Layout(EngineSection.class)
    EngineNodeParameters m_engine = new EngineNodeParameters();

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("segmentation");

    @Layout(PicturesSection.class)
    @Widget(title = "Plane", description = "The plane of the slices in the pictures, through the middle of each scan.")
    @ValueSwitchWidget
    SlicePlane m_plane = SlicePlane.XY;

    UNetPredictorNodeParameters() {
    }

    UNetPredictorNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    SegmentedScan.Wanted wanted() {
        return new SegmentedScan.Wanted(m_probabilities, m_confidence, m_plane);
    }

    PredictionSettings settings() {
        return new PredictionSettings(m_slices.orientations(), new Tiles(m_tile, m_overlap), m_rescale,
            wanted().anyProbability());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            settings();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        m_engine.validate();
        m_pictures.validate();
    }
}
