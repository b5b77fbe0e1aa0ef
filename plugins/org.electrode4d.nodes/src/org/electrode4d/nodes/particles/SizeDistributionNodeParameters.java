// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.SeriesColumns;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Size Distribution. */
final class SizeDistributionNodeParameters implements NodeParameters {

    private static final int MOST_BINS = 10_000;

    @Section(title = "Particles")
    interface ParticlesSection {
    }

    @Section(title = "Histogram")
    @After(ParticlesSection.class)
    interface HistogramSection {
    }

    @Section(title = "Pictures")
    @After(HistogramSection.class)
    interface PicturesSection {
    }

    @Layout(ParticlesSection.class)
    @Widget(title = "Sizes", description = "Column with the size of every particle.")
    @ChoicesProvider(MeasuredColumns.class)
    String m_sizeColumn = ParticleColumns.DIAMETER;

    @Advanced
    @Layout(ParticlesSection.class)
    @Widget(title = "Volumes", description = "Column with the volume of every particle, by which it counts in the "
        + "distribution by volume.")
    @ChoicesProvider(MeasuredColumns.class)
    String m_volumeColumn = ParticleColumns.VOLUME;

    @Advanced
    @Layout(ParticlesSection.class)
    @Widget(title = "A distribution for each", description = "Name of the column whose values tell which distribution "
        + "a row belongs to. Empty puts all rows into one.")
    String m_groupColumn = SeriesColumns.STEP;

    @Layout(ParticlesSection.class)
    @Widget(title = "Leave out cut particles", description = "Leaves out particles that touch the border of the scan "
        + "(<i>Touches border</i>): their sizes are too small. Large particles touch it more often, hence what is left "
        + "has somewhat too few of them.")
    boolean m_excludeBorder = true;

    @Layout(ParticlesSection.class)
    @Widget(title = "Smallest size [µm]", description = "Smaller particles are left out, in the unit of the sizes. "
        + "Specks of noise would rule the distribution by number.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_smallest;

    @Layout(HistogramSection.class)
    @Widget(title = "Bins", description = "Number of bins from the smallest to the largest size of all distributions.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 20;

    @Layout(HistogramSection.class)
    @Widget(title = "Logarithmic sizes", description = "Bins of equal ratio instead of equal width.")
    boolean m_logarithmic = true;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("size-distribution");

    SizeDistributionNodeParameters() {
    }

    SizeDistributionNodeParameters(final NodeParametersInput input) {
        m_groupColumn = input.getInTableSpec(0).map(spec -> spec.containsName(m_groupColumn)).orElse(true)
            ? m_groupColumn : "";
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_bins < 1 || m_bins > MOST_BINS) {
            throw new InvalidSettingsException("'Bins' is " + m_bins + ", but must lie between 1 and " + MOST_BINS
                + ".");
        }
        if (!(m_smallest >= 0)) {
            throw new InvalidSettingsException("'Smallest size' is " + m_smallest + ", but must be 0 or greater.");
        }
        m_pictures.validate();
    }
}
