// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.SortedMap;

import org.electrode4d.nodes.execution.FileFolderNodeParameters;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.AxisChoice;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.flux.Conductors;
import org.electrode4d.transport.flux.FluxSettings;
import org.electrode4d.volume.VolumeException;
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

/** Parameters of the Tortuosity Factor. */
final class TortuosityFactorNodeParameters implements NodeParameters {

    private static final String CONDUCTORS = "Conducting phases [m²/s]";

    @Section(title = "Structure")
    interface StructureSection {
    }

    @Section(title = "Parameters for PyBaMM", description = "Files are JSON, one per scan. PyBaMM loads them: "
        + "values.update(json.load(open(file)), check_already_exists=False).")
    @After(StructureSection.class)
    interface ContinuumSection {
    }

    @Section(title = "Pictures")
    @After(ContinuumSection.class)
    interface PicturesSection {
    }

    @Layout(StructureSection.class)
    @Widget(title = "Phases", description = "Column with phases or masks.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(StructureSection.class)
    @Widget(title = CONDUCTORS, description = "Labels of the phases that conduct, each with its diffusivity: "
        + "<tt>0 = 3.01e-10</tt> for the electrolyte in pores of label 0, <tt>0 = 3.01e-10, 2 = 5e-11</tt> if the "
        + "binder, label 2, conducts too. What is not named is impermeable. For the tortuosity factor of one phase the "
        + "value does not matter.")
    String m_conductors = "0 = 3.01e-10";

    @Layout(StructureSection.class)
    @Widget(title = "Axis", description = "The direction of transport.")
    @ValueSwitchWidget
    AxisChoice m_axis = AxisChoice.Z;

    @Layout(StructureSection.class)
    @Widget(title = "Concentrations are held", description = "Where the concentrations 1 and 0 are. Tortuosity factors "
        + "of the two differ by about one voxel in the length of the scan.")
    @ValueSwitchWidget
    HeldConcentration m_held = HeldConcentration.FACES;

    @Layout(StructureSection.class)
    @Widget(title = "Periodic sides", description = "What leaves through one side comes in at the opposite one; for "
        + "structures that continue so, such as synthetic ones. Otherwise the sides are closed.")
    boolean m_periodicSides;

    @Layout(StructureSection.class)
    @Widget(title = "Concentration volumes", description = "Appends the concentration in each voxel: 1 to 0 along the "
        + "axis, NaN where nothing conducts or percolates. 4 bytes per voxel.")
    boolean m_concentration;

    @Advanced
    @Layout(StructureSection.class)
    @Widget(title = "Reference diffusivity [m²/s]", description = "To which effective diffusivities are related, such "
        + "as that of the free electrolyte. 0 takes the largest of the conducting phases.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_reference;

    @Advanced
    @Layout(StructureSection.class)
    @Widget(title = "Tolerance of the flux [-]", description = "The solver stops when the fluxes through all planes "
        + "across the axis are equal to this part of their mean.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_tolerance = 1e-6;

    @Advanced
    @Layout(StructureSection.class)
    @Widget(title = "Most iterations", description = "After which the solver gives up, with a warning.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_iterations = 1000;

    @Layout(ContinuumSection.class)
    @Widget(title = "The scan shows", description = "What the parameters for PyBaMM are called.")
    CellRegion m_region = CellRegion.NEGATIVE_ELECTROLYTE;

    @Layout(ContinuumSection.class)
    @Widget(title = "Slices", description = "Into how many slices along the axis the scan is divided for the PyBaMM "
        + "table, each with a steady state of its own: for electrodes that change with depth. 1 is the whole only.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_slices = 1;

    @Layout(ContinuumSection.class)
    FileFolderNodeParameters m_files = new FileFolderNodeParameters("parameters");

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("tortuosity-factor");

    TortuosityFactorNodeParameters() {
    }

    TortuosityFactorNodeParameters(final NodeParametersInput input) {
        m_phaseColumn = VolumeColumns.preferred(input, m_phaseColumn);
    }

    Conductors conductors() throws InvalidSettingsException {
        final SortedMap<Integer, Double> diffusivities = DiffusivityList.parse(m_conductors, CONDUCTORS);
        try {
            final Conductors conductors = Conductors.of(diffusivities);
            return m_reference > 0 ? new Conductors(diffusivities, m_reference) : conductors;
        } catch (VolumeException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    FluxSettings settings() throws InvalidSettingsException {
        try {
            return new FluxSettings(m_axis.ordinal(), m_held.boundary, m_periodicSides, m_tolerance, m_iterations);
        } catch (VolumeException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        conductors();
        settings();
        if (!(m_reference >= 0) || Double.isInfinite(m_reference)) {
            throw new InvalidSettingsException("'Reference diffusivity' is " + m_reference
                + " m²/s, but must be 0 or greater.");
        }
        if (m_slices < 1) {
            throw new InvalidSettingsException("'Slices' is " + m_slices + ", but must be 1 or more.");
        }
        m_files.validate();
        m_pictures.validate();
    }
}
