// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.Optional;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.particle.ParticleSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Particle Table. */
final class ParticleTableNodeParameters implements NodeParameters {

    @Section(title = "Scans")
    interface ScansSection {
    }

    @Section(title = "Current collector")
    @After(ScansSection.class)
    interface CollectorSection {
    }

    @Section(title = "Surface")
    @After(CollectorSection.class)
    interface SurfaceSection {
    }

    static final class GreyReference implements ParameterReference<Boolean> {
    }

    static final class CollectorReference implements ParameterReference<ParticleCollector> {
    }

    static final class HasGrey implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(GreyReference.class).isTrue();
        }
    }

    static final class HasMask implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CollectorReference.class).isOneOf(ParticleCollector.MASK);
        }
    }

    @Layout(ScansSection.class)
    @Widget(title = "Particles", description = "Column with volumes that hold a whole number for every particle and 0 "
        + "for all else.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = "Particles";

    @Layout(ScansSection.class)
    @Widget(title = "Grey values", description = "Measures the grey values of the particles too.")
    @ValueReference(GreyReference.class)
    boolean m_useGrey;

    @Layout(ScansSection.class)
    @Widget(title = "Scans", description = "Column with the volumes of grey values, of the same shape.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasGrey.class, type = EffectType.SHOW)
    String m_greyColumn = SeriesColumns.VOLUME;

    @Layout(CollectorSection.class)
    @Widget(title = "Distance from", description = "Where the current collector is, from which distances count.")
    @ValueReference(CollectorReference.class)
    ParticleCollector m_collector = ParticleCollector.NONE;

    @Layout(CollectorSection.class)
    @Widget(title = "Mask of the collector", description = "Column with volumes that are not 0 in the current "
        + "collector.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasMask.class, type = EffectType.SHOW)
    String m_collectorColumn = "Mask";

    @Advanced
    @Layout(CollectorSection.class)
    @Widget(title = "Label of the collector", description = "The phase that is the collector, where the mask is a "
        + "volume of phases. 0 for every value that is not 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = HasMask.class, type = EffectType.SHOW)
    int m_collectorLabel;

    @Advanced
    @Layout(SurfaceSection.class)
    @Widget(title = "Surface by", description = "How the area of surfaces is found. Contact areas are always found by "
        + "Crofton's formula.")
    SurfaceMethod m_method = SurfaceMethod.CROFTON;

    @Advanced
    @Layout(SurfaceSection.class)
    @Widget(title = "Cut faces are surface", description = "Whether the face where the border of the scan cuts a "
        + "particle counts as its surface.")
    boolean m_borderIsSurface;

    @Advanced
    @Layout(SurfaceSection.class)
    @Widget(title = "Least voxels for sphericity", description = "Particles with fewer voxels get no sphericity: "
        + "rounding to voxels would make it meaningless.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_leastVoxels = (int)ParticleSettings.LEAST_VOXELS;

    ParticleTableNodeParameters() {
    }

    ParticleTableNodeParameters(final NodeParametersInput input) {
        m_labelColumn = VolumeColumns.preferred(input, m_labelColumn);
        m_greyColumn = VolumeColumns.scan(input);
        m_useGrey = !m_greyColumn.equals(m_labelColumn) && input.getInTableSpec(0)
            .filter(spec -> spec.containsName(m_greyColumn)).isPresent();
    }

    /** Without collector, which belongs to a scan. */
    ParticleSettings settings() {
        return new ParticleSettings(m_method.estimator, m_borderIsSurface, m_leastVoxels, Optional.empty());
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_leastVoxels < 0 || m_collectorLabel < 0) {
            throw new InvalidSettingsException("'Least voxels for sphericity' is " + m_leastVoxels
                + " and 'Label of the collector' is " + m_collectorLabel + ", but both must be 0 or greater.");
        }
    }
}
