// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.cycler.PreTestCriteria;
import org.electrode4d.nodes.execution.ExistingFile;
import org.electrode4d.nodes.execution.OutputNames;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Pre-test Report. */
final class PreTestReportNodeParameters implements NodeParameters {

    private static final double PERCENT = 1e-2;
    private static final double MILLI = 1e-3;
    private static final double SECONDS_PER_HOUR = 3600;

    @Section(title = "Verdict")
    interface VerdictSection {
    }

    @Section(title = "Tolerances")
    @After(VerdictSection.class)
    interface TolerancesSection {
    }

    @Section(title = "Pictures")
    @After(TolerancesSection.class)
    interface PicturesSection {
    }

    @Layout(VerdictSection.class)
    @Widget(title = "Consistent cells needed", description = "How many of the cells must be consistent; 4 in the "
        + "paper.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_needed = 4;

    @Layout(VerdictSection.class)
    @Widget(title = "Of cells", description = "Of how many cells; 5 in the paper. With fewer cells there is no verdict "
        + "of the set; with more, the same part of them is needed, rounded up.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_of = 5;

    @Layout(VerdictSection.class)
    @Widget(title = "Upper cut-off potential [V]", description = "At which constant current turns into constant "
        + "potential. 0 takes the median of the highest potentials of the cells in their first charge.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_upperCutOff;

    @Layout(VerdictSection.class)
    @Widget(title = "Short circuit below [V]", description = "A cell whose potential under load falls below this is "
        + "short-circuited. Lower it for half cells that are cycled to low potentials.")
    double m_shortPotential = 0.5;

    @Advanced
    @Layout(VerdictSection.class)
    @Widget(title = "Settling time [s]", description = "For so long the first load may lie below: a fresh cell starts "
        + "near 0 V.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_settling = 60;

    @Advanced
    @Layout(VerdictSection.class)
    @Widget(title = "Rest current [A]", description = "Up to this current a cell is at rest. 0 takes 0.1 % of the "
        + "largest current of the cell.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_restCurrent;

    @Layout(TolerancesSection.class)
    @Widget(title = "Relative tolerance [%]", description = "How far initial resistance, time to cut-off, CV time, "
        + "current at the end of CV and the capacities may be from the median of the cells.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_relative = 10;

    @Layout(TolerancesSection.class)
    @Widget(title = "Deviations [-]", description = "A figure also agrees within so many scaled median absolute "
        + "deviations (1.4826 MAD) of the cells: where all of them scatter, more scatter is normal. 0 turns this off.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_deviations = 3;

    @Layout(TolerancesSection.class)
    @Widget(title = "Open-circuit potential [mV]", description = "How far it may be from the median.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_potential = 100;

    @Layout(TolerancesSection.class)
    @Widget(title = "Efficiency and CV share [%]", description = "How many percentage points Coulomb efficiency and CV "
        + "share of the charge may be from the median.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_share = 5;

    @Layout(TolerancesSection.class)
    @Widget(title = "Fall of potential at rest [mV/h]", description = "How far it may be from the median.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_slope = 5;

    @Layout(TolerancesSection.class)
    @Widget(title = "Distance of curves [mV]", description = "How far the potential over charge of the first charge "
        + "may be from the median curve, as root mean square.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_curve = 50;

    @Layout(PicturesSection.class)
    @Widget(title = "Picture folder", description = "Path of a folder for PNG pictures: potential and current over "
        + "time, and potential over charge; or a URL such as <tt>knime://knime.workflow/data/results</tt> in the data "
        + "area of the workflow. Empty for no pictures.")
    String m_folder = "";

    @Layout(PicturesSection.class)
    @Widget(title = "Name", description = "How file names begin.")
    String m_name = "pre-test";

    @Layout(PicturesSection.class)
    @Widget(title = "If a file exists", description = "What happens where there is a file of that name.")
    @ValueSwitchWidget
    ExistingFile m_existing = ExistingFile.FAIL;

    @Layout(PicturesSection.class)
    @Widget(title = "Create folders", description = "Makes the folder, and those above it, where they do not exist.")
    boolean m_createFolders;

    PreTestCriteria criteria() throws InvalidSettingsException {
        try {
            return new PreTestCriteria(PERCENT * m_relative, m_deviations, MILLI * m_potential, PERCENT * m_share,
                MILLI / SECONDS_PER_HOUR * m_slope, MILLI * m_curve,
                new PreTestCriteria.Limits(m_shortPotential, m_settling, orUnknown(m_upperCutOff),
                    orUnknown(m_restCurrent)), m_needed, m_of);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private static double orUnknown(final double value) {
        return value == 0 ? Double.NaN : value;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        criteria();
        OutputNames.requireBeginning(m_name, "Name");
    }
}
