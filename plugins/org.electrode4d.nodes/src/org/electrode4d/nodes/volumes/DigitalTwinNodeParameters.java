// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.GridPlacement;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.phantom.Drift;
import org.electrode4d.phantom.twin.TwinImaging;
import org.electrode4d.phantom.twin.TwinSettings;
import org.electrode4d.phantom.twin.TwinState;
import org.electrode4d.volume.Point;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Digital Twin. */
final class DigitalTwinNodeParameters implements NodeParameters {

    private static final String STEPS = "Steps";
    private static final double PERCENT = 100;
    private static final double NM = 1000;

    @Section(title = "Scans")
    interface ScanSection {
    }

    @Section(title = "True volumes")
    @After(ScanSection.class)
    interface TruthSection {
    }

    @Advanced
    @Section(title = "Imaging")
    @After(TruthSection.class)
    interface ImagingSection {
    }

    @Advanced
    @Section(title = "Stage")
    @After(ImagingSection.class)
    interface StageSection {
    }

    @Layout(ScanSection.class)
    @Widget(title = "Edge length [voxel]", description = "Of the cube that is rendered: 96 to try things out, 512 to "
        + "show what particles do.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_size = 128;

    @Layout(ScanSection.class)
    @Widget(title = "Voxel size [µm]", description = "Edge length of a voxel. 0 takes what suits the cube: a field of "
        + "view of 38 µm at 96 voxels and of 51 µm from 256 to 1024 voxels, and the 0.05 µm of the paper beyond.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_voxelSize;

    @Layout(ScanSection.class)
    @Widget(title = STEPS, description = "Which of the published scans T0 to T9 are made, beginning with T0: "
        + "<tt>T0, T2, T6, T8, T9</tt>. Empty makes all. T9 shows the state of T8 once more, with new noise. Not used "
        + "with a table of scans.")
    String m_steps = "";

    @Layout(ScanSection.class)
    @Widget(title = "State from", description = "With a table of scans: what says how far the electrode has swollen.")
    @ValueSwitchWidget
    TwinStateSource m_stateSource = TwinStateSource.STEP;

    @Layout(ScanSection.class)
    @Widget(title = "Seed", description = "Equal seeds make equal electrodes.")
    long m_seed = 1;

    @Layout(TruthSection.class)
    @Widget(title = "True phases", description = "Stored or not: which phase every voxel is.")
    @ValueSwitchWidget
    StoredTruth m_phases = StoredTruth.FIRST;

    @Layout(TruthSection.class)
    @Widget(title = "True particles", description = "Stored or not: the number of the particle at every voxel, which "
        + "is the same in all scans.")
    @ValueSwitchWidget
    StoredTruth m_particles = StoredTruth.FIRST;

    @Layout(TruthSection.class)
    @Widget(title = "True regions", description = "Stored or not: the parts of the electrode next to the collector and "
        + "next to the separator.")
    @ValueSwitchWidget
    StoredTruth m_regions = StoredTruth.FIRST;

    @Layout(TruthSection.class)
    @Widget(title = "Node spacing [voxel]", description = "Distance of the nodes at which the true fields are given. "
        + "Set it to the finest node spacing of the <i>Local Correlation</i>, and both have the same nodes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_nodeSpacing = 16;

    @Advanced
    @Layout(ScanSection.class)
    @Widget(title = "Strain of particles [%]", description = "How much of the strain around it a particle shows "
        + "itself: 0 for rigid particles in a soft matrix, 100 where all strains alike.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_particleStrain = 50;

    @Layout(ImagingSection.class)
    @Widget(title = "Resolution [nm]", description = "Full width at half maximum of the line spread function; two "
        + "voxels at least.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_resolution = NM * TwinImaging.BEAMLINE.resolution();

    @Layout(ImagingSection.class)
    @Widget(title = "Fringes [%]", description = "Strength of the bright and dark rims that phase contrast leaves "
        + "along edges. 0 makes none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_fringes = PERCENT * TwinImaging.BEAMLINE.fringes();

    @Layout(ImagingSection.class)
    @Widget(title = "Noise [grey value]", description = "Standard deviation; the contrast of silicon and binder is "
        + "some 22000.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_noise = TwinImaging.BEAMLINE.noise();

    @Layout(ImagingSection.class)
    @Widget(title = "Rings [grey value]", description = "Typical strength of ring artefacts about the axis of "
        + "rotation.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_rings = TwinImaging.BEAMLINE.rings();

    @Layout(ImagingSection.class)
    @Widget(title = "Grey drift per scan [%]", description = "By how much grey values change from scan to scan.")
    double m_greyDrift = PERCENT * TwinImaging.BEAMLINE.greyDrift();

    @Layout(StageSection.class)
    @Widget(title = "Shift along x per scan [voxel]", description = "Of the whole sample on its stage. Both scans of a "
        + "double scan are at the same place.")
    double m_shiftX = TwinImaging.BEAMLINE.drift().shift().x();

    @Layout(StageSection.class)
    @Widget(title = "Shift along y per scan [voxel]", description = "Of the whole sample.")
    double m_shiftY = TwinImaging.BEAMLINE.drift().shift().y();

    @Layout(StageSection.class)
    @Widget(title = "Shift along z per scan [voxel]", description = "Of the whole sample.")
    double m_shiftZ = TwinImaging.BEAMLINE.drift().shift().z();

    @Layout(StageSection.class)
    @Widget(title = "Rotation about z per scan [°]", description = "About the middle of the volume.")
    double m_rotation = TwinImaging.BEAMLINE.drift().rotation();

    /** The published states that are chosen. */
    List<TwinState> chosenStates() throws InvalidSettingsException {
        if (m_steps.isBlank()) {
            return TwinState.published();
        }
        final List<TwinState> states = new ArrayList<>();
        for (final String step : m_steps.strip().split("[,;\\s]+")) {
            states.add(TwinScans.published(step).orElseThrow(() -> new InvalidSettingsException("'" + STEPS + "' is '"
                + m_steps + "', but '" + step + "' is none of the published scans T0 to T9. Write for instance T0, T2, "
                + "T6, T8, T9.")));
        }
        if (!states.get(0).step().equals(TwinScans.REFERENCE)) {
            throw new InvalidSettingsException("'" + STEPS + "' is '" + m_steps + "', but must begin with "
                + TwinScans.REFERENCE + ": the others are compared with it.");
        }
        return states;
    }

    /** @throws InvalidSettingsException for values that no twin has */
    TwinSettings settings(final List<TwinState> states) throws InvalidSettingsException {
        try {
            final TwinSettings settings = TwinSettings.of(m_size).withSeed(m_seed).withStates(states)
                .withParticleStrain(m_particleStrain / PERCENT)
                .withImaging(new TwinImaging(m_resolution / NM, m_fringes / PERCENT, m_noise, m_rings,
                    m_greyDrift / PERCENT, new Drift(new Point(m_shiftX, m_shiftY, m_shiftZ), m_rotation)));
            return m_voxelSize != 0 ? settings.withVoxelSize(m_voxelSize) : settings;
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    NodeGrid grid(final TwinSettings settings) {
        return GridPlacement.CENTRED.place(settings.shape(), m_nodeSpacing);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_nodeSpacing < 1) {
            throw new InvalidSettingsException("'Node spacing [voxel]' is " + m_nodeSpacing
                + ", but must be at least 1.");
        }
        settings(chosenStates());
    }
}
