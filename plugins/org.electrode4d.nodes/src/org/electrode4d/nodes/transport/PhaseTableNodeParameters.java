// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.AxisChoice;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.phase.PhaseSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
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

/** Parameters of the Phase Table. */
final class PhaseTableNodeParameters implements NodeParameters {

    @Section(title = "Phases")
    interface PhasesSection {
    }

    @Section(title = "Surfaces")
    @After(PhasesSection.class)
    interface SurfacesSection {
    }

    @Section(title = "Pictures")
    @After(SurfacesSection.class)
    interface PicturesSection {
    }

    static final class MethodReference implements ParameterReference<PhaseSurfaceMethod> {
    }

    static final class IsMeshed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(PhaseSurfaceMethod.MARCHING_CUBES);
        }
    }

    @Layout(PhasesSection.class)
    @Widget(title = "Phases", description = "Column with volumes in which every phase has a label. All labels are "
        + "phases, 0 too.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(PhasesSection.class)
    @Widget(title = "Slices across", description = "The axis along which fractions are told slice by slice.")
    @ValueSwitchWidget
    AxisChoice m_axis = AxisChoice.Z;

    @Layout(SurfacesSection.class)
    @Widget(title = "Surface by", description = "How the surface of a phase is measured. Compare only surfaces that "
        + "were measured in one way. Interfaces of two phases are always by Crofton's formula.")
    @ValueReference(MethodReference.class)
    PhaseSurfaceMethod m_method = PhaseSurfaceMethod.CROFTON;

    @Advanced
    @Layout(SurfacesSection.class)
    @Widget(title = "Smoothing [voxel]", description = "Sigma of the Gaussian that rounds the stairs of voxels before "
        + "marching cubes, 0 to 5. 0 leaves them: the surface is then 9 % too large whatever the resolution.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsMeshed.class, type = EffectType.SHOW)
    double m_smoothing = 1;

    @Layout(SurfacesSection.class)
    @Widget(title = "Border is surface", description = "Whether the faces of the volume where it cuts a phase count as "
        + "surface of that phase. They are no surface of the electrode, and in small volumes they are a large part.")
    boolean m_borderIsSurface;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("phases");

    PhaseTableNodeParameters() {
    }

    PhaseTableNodeParameters(final NodeParametersInput input) {
        m_phaseColumn = VolumeColumns.preferred(input, m_phaseColumn);
    }

    PhaseSettings settings() throws InvalidSettingsException {
        try {
            return new PhaseSettings(m_axis.ordinal(), m_method.estimator, m_borderIsSurface, m_smoothing);
        } catch (TransportException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
        m_pictures.validate();
    }
}
