// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.phantom.Cycle;
import org.electrode4d.phantom.Drift;
import org.electrode4d.phantom.ElectrodeImaging;
import org.electrode4d.phantom.ElectrodeSettings;
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

/** Parameters of the Electrode Phantom. */
final class ElectrodePhantomNodeParameters implements NodeParameters {

    private static final String STRAINS = "Volumetric strain of the steps [%]";

    @Section(title = "Electrode")
    interface ElectrodeSection {
    }

    @Section(title = "Drift")
    @After(ElectrodeSection.class)
    interface DriftSection {
    }

    @Section(title = "Image")
    @After(DriftSection.class)
    interface ImageSection {
    }

    @Layout(ElectrodeSection.class)
    @Widget(title = STRAINS, description = "Mean over the electrode at T1, T2, ..., with respect to T0, separated by "
        + "commas. Silicon takes up lithium in proportion.")
    String m_strains = "6, 24, 42, 32";

    @Layout(ElectrodeSection.class)
    @Widget(title = "Silicon grains [%]", description = "Share of the grains that are silicon; the others are graphite.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_silicon = 50;

    @Layout(ElectrodeSection.class)
    @Widget(title = "Smallest radius [voxel]", description = "Of a grain along its longest axis.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_minRadius = 5;

    @Layout(ElectrodeSection.class)
    @Widget(title = "Largest radius [voxel]", description = "Of a grain along its longest axis; at most 8 times the "
        + "smallest.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_maxRadius = 10;

    @Advanced
    @Layout(ElectrodeSection.class)
    @Widget(title = "Solid fraction [%]", description = "What part of the electrode the grains may take at T0; at most "
        + "35, because random places run out beyond.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_solid = 33;

    @Advanced
    @Layout(ElectrodeSection.class)
    @Widget(title = "More at the separator [%]", description = "The half at the separator is strained by so much more "
        + "than the mean, the half at the current collector by so much less.")
    double m_asymmetry = 19;

    @Layout(ElectrodeSection.class)
    @Widget(title = "Scan the last step twice", description = "One more scan of the last state, with noise of its own.")
    boolean m_doubleScan;

    @Advanced
    @Layout(ElectrodeSection.class)
    @Widget(title = "Time between scans [h]", description = "For the column <i>Time [h]</i>.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_interval = 1;

    @Layout(DriftSection.class)
    @Widget(title = "Shift along x per scan [voxel]", description = "Of the whole sample on its stage.")
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

    @Layout(DriftSection.class)
    @Widget(title = "Drift of the grey values per scan [%]", description = "By what part of themselves the grey values "
        + "rise from scan to scan, as with a beam that changes.")
    double m_greyDrift = 0.5;

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
    @Widget(title = "Blur [voxel]", description = "Standard deviation of the Gaussian point spread: 1 is a resolution "
        + "of 2.35 voxels (full width at half maximum of an edge).")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_blur = 1;

    @Layout(ImageSection.class)
    @Widget(title = "Noise [grey value]", description = "Standard deviation of the Gaussian noise; pore and silicon are "
        + "39,000 grey values apart.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_noise = 2000;

    @Layout(ImageSection.class)
    @Widget(title = "Rings [grey value]", description = "Standard deviation of the ring artefacts about the middle of "
        + "each slice. 0 makes none.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_rings = 2000;

    @Advanced
    @Layout(ImageSection.class)
    @Widget(title = "Seed", description = "Equal seeds make equal phantoms.")
    long m_seed = 1;

    ElectrodeSettings settings() throws InvalidSettingsException {
        try {
            final Cycle cycle = new Cycle(NumberList.decimals(m_strains, STRAINS).stream().map(s -> s / 100).toList(),
                m_asymmetry / 100, m_doubleScan, m_interval);
            return ElectrodeSettings.of(new Shape(m_size, m_size, m_size))
                .withVoxelSize(VoxelSize.isotropic(m_voxelSize)).withCycle(cycle).withSiliconShare(m_silicon / 100)
                .withPacking(new SphereTexture(m_seed, m_minRadius, m_maxRadius, m_solid / 100, 1))
                .withDrift(new Drift(new Point(m_shiftX, m_shiftY, m_shiftZ), m_rotation))
                .withImaging(new ElectrodeImaging(m_blur, m_noise, m_rings, m_greyDrift / 100));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
    }
}
