// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import java.util.List;

import org.electrode4d.correlation.GridPlacement;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.phantom.Cycle;
import org.electrode4d.phantom.Detector;
import org.electrode4d.phantom.Drift;
import org.electrode4d.phantom.Electrode;
import org.electrode4d.phantom.Lithiation;
import org.electrode4d.phantom.PhantomSettings;
import org.electrode4d.phantom.SeriesSettings;
import org.electrode4d.phantom.SphereTexture;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.VoxelSize;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Phantom Series. */
final class PhantomSeriesNodeParameters implements NodeParameters {

    private static final String STRAINS = "Volumetric strain of the steps [%]";

    @Section(title = "Swelling")
    interface SwellingSection {
    }

    @Section(title = "Particles")
    @After(SwellingSection.class)
    interface ParticleSection {
    }

    @Section(title = "Drift")
    @After(ParticleSection.class)
    interface DriftSection {
    }

    @Section(title = "Image")
    @After(DriftSection.class)
    interface ImageSection {
    }

    @Section(title = "True fields")
    @After(ImageSection.class)
    interface TruthSection {
    }

    @Layout(SwellingSection.class)
    @Widget(title = STRAINS, description = "Mean over the electrode at T1, T2, ..., with respect to T0: det <b>F</b> - 1 "
        + "in percent, separated by commas. 44 makes the electrode 44 % thicker.")
    String m_strains = "6, 14, 22, 30, 37, 42, 37, 32";

    @Layout(SwellingSection.class)
    @Widget(title = "More at the separator [%]", description = "The half of the electrode at the separator is strained "
        + "by so much more than the mean, the half at the current collector by so much less: with 19, a mean of 42 % is "
        + "50 % and 34 %. The strain is linear over the thickness.")
    double m_asymmetry = 19;

    @Layout(SwellingSection.class)
    @Widget(title = "Scan the last step twice", description = "One more scan of the last state, with noise of its own: "
        + "what two scans of the same state differ by is the noise floor of a residual map.")
    boolean m_doubleScan = true;

    @Advanced
    @Layout(SwellingSection.class)
    @Widget(title = "Time between scans [h]", description = "For the column <i>Time [h]</i>.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_interval = 1;

    @Layout(ParticleSection.class)
    @Widget(title = "Particles that change [%]", description = "Share of the electrode's particles whose grey value "
        + "changes with the strain, as that of silicon does which takes up lithium.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_share = 15;

    @Layout(ParticleSection.class)
    @Widget(title = "Change of contrast [%]", description = "Of those particles, at the largest strain: -60 takes away "
        + "60 % of their contrast to the matrix. At other steps in proportion to the mean strain.")
    double m_change = -60;

    @Advanced
    @Layout(ParticleSection.class)
    @Widget(title = "Smallest radius [voxel]", description = "Of a particle.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_minRadius = 4;

    @Advanced
    @Layout(ParticleSection.class)
    @Widget(title = "Largest radius [voxel]", description = "Of a particle; at most 8 times the smallest.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_maxRadius = 9;

    @Layout(DriftSection.class)
    @Widget(title = "Shift along x per scan [voxel]", description = "Of the whole sample on its stage. The last two "
        + "scans of a double scan are at the same place.")
    double m_shiftX = 0.6;

    @Layout(DriftSection.class)
    @Widget(title = "Shift along y per scan [voxel]", description = "Of the whole sample.")
    double m_shiftY = -0.4;

    @Layout(DriftSection.class)
    @Widget(title = "Shift along z per scan [voxel]", description = "Of the whole sample.")
    double m_shiftZ = 0.3;

    @Layout(DriftSection.class)
    @Widget(title = "Rotation about z per scan [°]", description = "About the middle of the volume.")
    double m_rotation = 0.2;

    @Layout(ImageSection.class)
    @Widget(title = "Edge length [voxel]", description = "Of the cube that is rendered. The electrode fills 45 % of its "
        + "height, from 40 % (separator) to 85 % (current collector).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_size = 128;

    @Layout(ImageSection.class)
    @Widget(title = "Voxel size [µm]", description = "Edge length of a voxel.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_voxelSize = 0.05;

    @Layout(ImageSection.class)
    @Widget(title = "Signal to noise [-]", description = "Standard deviation of the texture over that of the Gaussian "
        + "noise, which differs between the scans. 0 makes no noise.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_signalToNoise = 10;

    @Advanced
    @Layout(ImageSection.class)
    @Widget(title = "Seed", description = "Equal seeds make equal phantoms.")
    long m_seed = 1;

    @Layout(TruthSection.class)
    @Widget(title = "Node spacing [voxel]", description = "Distance of the nodes at which the true fields are given. Set "
        + "it to the finest node spacing of the Local Correlation, and both have the same nodes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_nodeSpacing = 20;

    SeriesSettings settings() throws InvalidSettingsException {
        try {
            final Shape shape = new Shape(m_size, m_size, m_size);
            final Detector detector = m_signalToNoise > 0
                ? Detector.NOISE_FREE.withNoise(m_signalToNoise, m_seed) : Detector.NOISE_FREE;
            final SphereTexture spheres = SphereTexture.of(m_seed);
            final PhantomSettings phantom = new PhantomSettings(shape, VoxelSize.isotropic(m_voxelSize),
                new SphereTexture(m_seed, m_minRadius, m_maxRadius, spheres.solidFraction(), spheres.blur()), detector);
            return new SeriesSettings(phantom, Electrode.in(shape.z()), cycle(),
                new Drift(new Point(m_shiftX, m_shiftY, m_shiftZ), m_rotation),
                new Lithiation(m_share / 100, m_change / 100));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    private Cycle cycle() throws InvalidSettingsException {
        final List<Double> strains =
            NumberList.decimals(m_strains, STRAINS).stream().map(percent -> percent / 100).toList();
        return new Cycle(strains, m_asymmetry / 100, m_doubleScan, m_interval);
    }

    NodeGrid grid() {
        return GridPlacement.CENTRED.place(new Shape(m_size, m_size, m_size), m_nodeSpacing);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_nodeSpacing < 1) {
            throw new InvalidSettingsException("'Node spacing [voxel]' is " + m_nodeSpacing
                + ", but must be at least 1.");
        }
        settings();
    }
}
