// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.volume.preparation.MeansSettings;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Denoiser. */
final class DenoiserNodeParameters implements NodeParameters {

    private static final int LARGEST_MEDIAN = 5;
    private static final double LARGEST_SIGMA = 100;

    static final class MethodReference implements ParameterReference<DenoisingMethod> {
    }

    static final class IsMeans implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(DenoisingMethod.NON_LOCAL_MEANS);
        }
    }

    static final class IsMedian implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(DenoisingMethod.MEDIAN);
        }
    }

    static final class IsGaussian implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(DenoisingMethod.GAUSSIAN);
        }
    }

    @Widget(title = "Volumes", description = "Column with the scans.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Widget(title = "Method", description = "How noise is removed.")
    @ValueReference(MethodReference.class)
    DenoisingMethod m_method = DenoisingMethod.NON_LOCAL_MEANS;

    @Widget(title = "Slice by slice", description = "Looks for similar places in the same slice along z only: faster "
        + "by far, but finds fewer of them.")
    @Effect(predicate = IsMeans.class, type = EffectType.SHOW)
    boolean m_sliceWise;

    @Widget(title = "Strength [h/σ]", description = "How much places may differ, as a multiple of the noise: h = "
        + "strength · σ. Smaller keeps more texture and more noise.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsMeans.class, type = EffectType.SHOW)
    double m_strength = MeansSettings.FILTER_PER_NOISE;

    @Widget(title = "Noise σ [grey value]", description = "Standard deviation of the noise. 0 estimates it from the "
        + "finest wavelet coefficients of each scan; enter it where the scan was filtered or interpolated before, "
        + "because the estimate is too low then.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsMeans.class, type = EffectType.SHOW)
    double m_noise;

    @Widget(title = "Patch, half size [voxel]", description = "Places are compared by cubes of 2 · this + 1 voxels.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsMeans.class, type = EffectType.SHOW)
    int m_patch = 2;

    @Widget(title = "Search distance [voxel]", description = "How far similar places are looked for along each axis. "
        + "Time grows with its cube, or slice by slice with its square.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsMeans.class, type = EffectType.SHOW)
    int m_search = 3;

    @Widget(title = "Median, half size [voxel]", description = "The median is of cubes of 2 · this + 1 voxels.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsMedian.class, type = EffectType.SHOW)
    int m_median = 1;

    @Widget(title = "Gaussian σ [voxel]", description = "Standard deviation of the Gaussian along every axis.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsGaussian.class, type = EffectType.SHOW)
    double m_sigma = 1;

    @Advanced
    @Widget(title = "Keep the type", description = "The new volumes have the type of the scans, rounded. Off leaves "
        + "floating point, which takes two to four times the space.")
    boolean m_keepType = true;

    @Advanced
    @Widget(title = "Replace the volumes", description = "The new volumes stand where the old ones were, instead of in "
        + "a column of their own.")
    boolean m_replace;

    DenoiserNodeParameters() {
    }

    DenoiserNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    /** @param noise measured on a scan, or entered */
    MeansSettings means(final double noise) {
        return new MeansSettings(m_patch, m_search, m_strength * noise, noise, m_sliceWise);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_strength > 0)) {
            throw new InvalidSettingsException("'Strength [h/σ]' is " + m_strength + ", but must be greater than 0.");
        }
        if (!(m_noise >= 0)) {
            throw new InvalidSettingsException("'Noise σ [grey value]' is " + m_noise + ", but must be 0 or more.");
        }
        if (m_median < 1 || m_median > LARGEST_MEDIAN) {
            throw new InvalidSettingsException("'Median, half size [voxel]' is " + m_median
                + ", but must lie between 1 and " + LARGEST_MEDIAN + ".");
        }
        if (!(m_sigma > 0 && m_sigma <= LARGEST_SIGMA)) {
            throw new InvalidSettingsException("'Gaussian σ [voxel]' is " + m_sigma + ", but must be greater than 0 "
                + "and at most " + LARGEST_SIGMA + ".");
        }
        try {
            means(1);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
