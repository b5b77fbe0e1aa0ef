// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.LabelNumbers;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.coverage.CoverPhases;
import org.electrode4d.segmentation.coverage.CoverageSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Surface Coverage. */
final class SurfaceCoverageNodeParameters implements NodeParameters {

    /** Of the histograms of the domain, which are put together here. */
    static final int MOST_BINS = 1024;

    @Section(title = "Phases")
    interface PhasesSection {
    }

    @Section(title = "Rays")
    @After(PhasesSection.class)
    interface RaysSection {
    }

    @Section(title = "Pictures")
    @After(RaysSection.class)
    interface PicturesSection {
    }

    @Layout(PhasesSection.class)
    @Widget(title = "Phases", description = "Column with volumes in which every phase has a label.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(PhasesSection.class)
    @Widget(title = "Particles", description = "Column with volumes of the same shape that hold a number for every "
        + "particle whose surface is looked at, and 0 for all else. A mask is one particle.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = "Particles";

    @Layout(PhasesSection.class)
    @Widget(title = "Labels of pore", description = "Which labels of the phases are pore: <tt>0</tt>. Surface that "
        + "faces it is free.")
    String m_pore = "0";

    @Layout(PhasesSection.class)
    @Widget(title = "Labels of CBD", description = "Which labels are carbon black and binder domain; empty for none.")
    String m_cbd = "1";

    @Layout(PhasesSection.class)
    @Widget(title = "Labels of SEI", description = "Which labels are solid electrolyte interphase; empty for none. All "
        + "labels that are named in none of these fields are active material, which a particle touches.")
    String m_sei = "";

    @Layout(RaysSection.class)
    @Widget(title = "Longest ray [µm]", description = "Rays, and with them the thickness of the SEI, are cut at this "
        + "length. Memory and time grow with it.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_longestRay = 1;

    @Advanced
    @Layout(RaysSection.class)
    @Widget(title = "Ignored gap [µm]", description = "Pore that is at most this thick between a particle and the "
        + "first other phase is not seen. For segmentations that leave a rim of pore between touching phases.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_ignoredGap;

    @Advanced
    @Layout(RaysSection.class)
    @Widget(title = "Least stretch [voxel]", description = "What a ray crosses on a shorter way than this it does not "
        + "see: corners of voxels that it grazes.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastStretch = 0.9;

    @Advanced
    @Layout(RaysSection.class)
    @Widget(title = "Smoothing of normals [voxel]", description = "Sigma of the Gaussian that the direction of the "
        + "surface is taken from. Less for small particles.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_smoothing = 2;

    @Advanced
    @Layout(RaysSection.class)
    @Widget(title = "Histogram bins", description = "Bins of equal width of the thickness of the SEI, from 0 to the "
        + "longest ray.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 64;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("coverage");

    CoverageSettings settings() throws InvalidSettingsException {
        try {
            return new CoverageSettings(new CoverPhases(LabelNumbers.parse(m_pore, "Labels of pore"),
                LabelNumbers.parse(m_cbd, "Labels of CBD"), LabelNumbers.parse(m_sei, "Labels of SEI")), m_longestRay,
                m_ignoredGap, m_leastStretch, m_smoothing);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
        if (m_bins < 1 || m_bins > MOST_BINS) {
            throw new InvalidSettingsException("'Histogram bins' is " + m_bins + ", but must lie between 1 and "
                + MOST_BINS + ".");
        }
        m_pictures.validate();
    }
}
