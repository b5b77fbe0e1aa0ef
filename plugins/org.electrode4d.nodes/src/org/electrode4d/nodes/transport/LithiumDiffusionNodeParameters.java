// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.util.HashSet;
import java.util.List;

import org.electrode4d.nodes.execution.FileFolderNodeParameters;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.LabelNumbers;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.diffusion.DiffusionRequest;
import org.electrode4d.transport.diffusion.DiffusionSettings;
import org.electrode4d.transport.diffusion.LithiumSource;
import org.electrode4d.transport.diffusion.ProbePoint;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Parameters of the Lithium Diffusion; the defaults are the numbers of Vorauer et al. (2020). */
final class LithiumDiffusionNodeParameters implements NodeParameters {

    @Section(title = "Structure")
    interface StructureSection {
    }

    @Section(title = "Material")
    @After(StructureSection.class)
    interface MaterialSection {
    }

    @Section(title = "Times and places")
    @After(MaterialSection.class)
    interface TimesSection {
    }

    @Section(title = "Elements")
    @After(TimesSection.class)
    interface ElementsSection {
    }

    @Section(title = "Pictures")
    @After(ElementsSection.class)
    interface PicturesSection {
    }

    @Advanced
    @Section(title = "Meshes for ParaView", description = "VTK files (.vtu) with the concentration at the vertices, "
        + "one per scan and output time.")
    @After(PicturesSection.class)
    interface FilesSection {
    }

    static final class ParticleReference implements ParameterReference<Boolean> {
    }

    static final class HasParticles implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(ParticleReference.class).isTrue();
        }
    }

    @Layout(StructureSection.class)
    @Widget(title = "Phases", description = "Column with volumes in which every phase has a label.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(StructureSection.class)
    @Widget(title = "Region", description = "What of a scan is computed.")
    @ValueSwitchWidget
    @ValueReference(ScanRegion.Reference.class)
    ScanRegion m_region = ScanRegion.SLICE;

    @Layout(StructureSection.class)
    @Widget(title = "Plane", description = "The plane of the slice, and of the pictures.")
    @ValueSwitchWidget
    SlicePlane m_plane = SlicePlane.XZ;

    @Layout(StructureSection.class)
    @Widget(title = "Position [-]", description = "Where the slice is along the normal of the plane: 0 is the first "
        + "one, 0.5 the middle, 1 the last.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_position = 0.5;

    @Layout(StructureSection.class)
    @Widget(title = "Tell particles apart", description = "Whether the uptake of each particle is wanted.")
    @ValueReference(ParticleReference.class)
    boolean m_useParticles;

    @Layout(StructureSection.class)
    @Widget(title = "Particles", description = "Column with volumes of the same shape that hold a number for every "
        + "particle, and 0 for all else. Only particles of solved phases take up lithium.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasParticles.class, type = EffectType.SHOW)
    String m_labelColumn = "Particles";

    @Layout(MaterialSection.class)
    @Widget(title = "Source phases", description = "Labels of the phases that lithium comes from, such as pores full "
        + "of electrolyte: <tt>0</tt>.")
    String m_sources = "0";

    @Layout(MaterialSection.class)
    @Widget(title = "Solved phases", description = "Labels of the phases in which lithium diffuses, with their "
        + "porosity ε and, if it differs, their diffusivity D in m²/s: <tt>1 = 0.64; 3 = 0.2, 1e-13</tt>. Nothing "
        + "passes into phases that are named neither here nor as a source.")
    String m_phases = "1 = 0.63985";

    @Layout(MaterialSection.class)
    @Widget(title = "Diffusivity [m²/s]", description = "D of lithium in the liquid of the solved phases.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_diffusivity = 3.01e-10;

    @Layout(MaterialSection.class)
    @Widget(title = "Effective diffusivity", description = "How the diffusivity of a porous phase follows from D and "
        + "ε.")
    DiffusionRule m_rule = DiffusionRule.BRUGGEMAN;

    @Layout(MaterialSection.class)
    @Widget(title = "Concentration of the source [mol/L]", description = "C, which the source keeps.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_concentration = 1;

    @Layout(MaterialSection.class)
    @Widget(title = "Mass transfer coefficient [m/s]", description = "k: through the surface of the sources goes "
        + "the flux k (C - c). Small where the surface hinders, very large where it does not.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_massTransfer = 1e-3;

    @Layout(TimesSection.class)
    @Widget(title = "Output times [s]", description = "Times of the maps, ascending: <tt>2, 10, 100</tt>.")
    String m_outputTimes = "2, 10, 100";

    @Layout(TimesSection.class)
    @Widget(title = "End time [s]", description = "When the computation ends.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_endTime = 100;

    @Layout(TimesSection.class)
    @Widget(title = "Probes [µm]", description = "Places in solved phases at which the concentration is followed, as "
        + "x, y, z: <tt>I: 1, 2, 3; II: 4, 5, 6</tt>. The centre of a volume's first voxel is at its origin, which is "
        + "0 where nothing was cropped. In a slice the coordinate across it is of no matter.")
    String m_probes = "";

    @Advanced
    @Layout(TimesSection.class)
    @Widget(title = "Tolerance [-]", description = "The largest error of one time step anywhere, as a part of C. The "
        + "error of the result is about as large; a tenth takes about twice as many steps.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_tolerance = DiffusionRequest.TOLERANCE;

    @Layout(ElementsSection.class)
    @Widget(title = "Order", description = "Of the finite elements.")
    @ValueSwitchWidget
    DiffusionOrder m_order = DiffusionOrder.QUADRATIC;

    @Layout(ElementsSection.class)
    MeshNodeParameters m_mesh = new MeshNodeParameters(5_000_000);

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("diffusion");

    @Layout(FilesSection.class)
    FileFolderNodeParameters m_files = new FileFolderNodeParameters("diffusion");

    DiffusionSettings settings() throws InvalidSettingsException {
        try {
            return new DiffusionSettings(DiffusionText.phases(m_phases, m_diffusivity, m_rule.rule()),
                new LithiumSource(new HashSet<>(LabelNumbers.parse(m_sources, "Source phases")), m_concentration,
                    m_massTransfer),
                m_mesh.settings(), m_order.order(),
                new DiffusionSettings.Times(DiffusionText.times(m_outputTimes), m_endTime, m_tolerance));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    List<ProbePoint> probes() throws InvalidSettingsException {
        return DiffusionText.probes(m_probes);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        SlicePlane.requirePosition(m_position);
        settings();
        probes();
        m_pictures.validate();
        m_files.validate();
    }
}
