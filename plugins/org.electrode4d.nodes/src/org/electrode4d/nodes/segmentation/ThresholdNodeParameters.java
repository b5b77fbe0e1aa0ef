// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.Set;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.threshold.Otsu;
import org.electrode4d.segmentation.threshold.ThresholdMethod;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.Migrate;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Threshold. */
final class ThresholdNodeParameters implements NodeParameters {

    @Section(title = "Threshold")
    interface ThresholdSection {
    }

    @Section(title = "Mask")
    @After(ThresholdSection.class)
    interface MaskSection {
    }

    @Section(title = "Pictures")
    @After(MaskSection.class)
    interface PicturesSection {
    }

    static final class MethodReference implements ParameterReference<ThresholdMethodChoice> {
    }

    static final class ResultReference implements ParameterReference<ThresholdResult> {
    }

    static final class MaskReference implements ParameterReference<Boolean> {
    }

    static final class HasMask implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(MaskReference.class).isTrue();
        }
    }

    static final class IsFixed implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(ThresholdMethodChoice.FIXED);
        }
    }

    static final class IsFound implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(MethodReference.class).isOneOf(ThresholdMethodChoice.OTSU,
                ThresholdMethodChoice.RIDLER_CALVARD);
        }
    }

    static final class IsPhases implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ResultReference.class).isOneOf(ThresholdResult.PHASES);
        }
    }

    static final class IsHysteresis implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ResultReference.class).isOneOf(ThresholdResult.HYSTERESIS);
        }
    }

    @Layout(ThresholdSection.class)
    @Widget(title = "Volumes", description = "Column with the scans to divide.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(ThresholdSection.class)
    @Widget(title = "Method", description = "How thresholds are found.")
    @ValueSwitchWidget
    @ValueReference(MethodReference.class)
    ThresholdMethodChoice m_method = ThresholdMethodChoice.OTSU;

    @Layout(ThresholdSection.class)
    @Widget(title = "Classes", description = "Into how many classes the voxels are divided: one more than thresholds. "
        + "2 to 32.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsFound.class, type = EffectType.SHOW)
    int m_classes = 2;

    @Layout(ThresholdSection.class)
    @Widget(title = "Thresholds [grey value]", description = "In ascending order: <tt>80, 160</tt>.")
    @Effect(predicate = IsFixed.class, type = EffectType.SHOW)
    String m_thresholds = "128";

    @Layout(ThresholdSection.class)
    @Widget(title = "Result", description = "What is made of the thresholds.")
    @ValueReference(ResultReference.class)
    ThresholdResult m_result = ThresholdResult.BRIGHT;

    @Layout(ThresholdSection.class)
    @Widget(title = "Neighbours", description = "Which voxels are connected.")
    @Effect(predicate = IsHysteresis.class, type = EffectType.SHOW)
    VoxelNeighbours m_neighbours = VoxelNeighbours.FACES;

    @Layout(ThresholdSection.class)
    @Widget(title = "Rim [µm]", description = "Blur between a dark and a bright phase passes through the grey values "
        + "of those between, and makes a thin layer of a phase that is not there. A voxel with a darker phase and a "
        + "brighter one within this distance gets the phase of the nearest voxel that has not. About the resolution of "
        + "the scan, at most 16 voxels; 0 leaves all as they are.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsPhases.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    double m_rim;

    @Advanced
    @Layout(ThresholdSection.class)
    @Widget(title = "Phases that a rim may be", description = "Their labels: <tt>2</tt> looks for rims of the second "
        + "darkest phase only. Name those that are nowhere truly as thin as the rim. Empty looks at all.")
    @Effect(predicate = IsPhases.class, type = EffectType.SHOW)
    @Migrate(loadDefaultIfAbsent = true)
    String m_rimPhases = "";

    @Layout(ThresholdSection.class)
    @Widget(title = "Thresholds of the first scan for all", description = "Finds thresholds in the first row and takes "
        + "them for all others, so that a grey value means the same phase in every scan. The grey values of the series "
        + "must be alike for that: see <i>Grey Matching</i>. Not slice by slice.")
    boolean m_ofFirst;

    @Advanced
    @Layout(ThresholdSection.class)
    @Widget(title = "Slice by slice", description = "Finds thresholds for every slice across z by itself, for scans "
        + "whose brightness changes with depth. Slices of one grey value have no class. The table then gives the mean "
        + "over the slices, and the second output all of them.")
    boolean m_sliceWise;

    @Layout(MaskSection.class)
    @Widget(title = "Use a mask", description = "Looks at voxels inside of a mask only: thresholds are found from "
        + "them, and all others become 0.")
    @ValueReference(MaskReference.class)
    boolean m_useMask;

    @Layout(MaskSection.class)
    @Widget(title = "Mask", description = "Column with volumes of the same shape, 0 outside.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasMask.class, type = EffectType.SHOW)
    String m_maskColumn = "Mask";

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("threshold");

    @Advanced
    @Layout(PicturesSection.class)
    @Widget(title = "Histogram bins", description = "Most bins of a histogram in table and picture; thresholds are "
        + "found with every grey value by itself.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 256;

    ThresholdNodeParameters() {
    }

    ThresholdNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    ThresholdMethod method() throws InvalidSettingsException {
        try {
            return switch (m_method) {
                case OTSU -> ThresholdMethod.otsu(m_classes);
                case RIDLER_CALVARD -> ThresholdMethod.ridlerCalvard(m_classes);
                case FIXED -> ThresholdMethod.fixed(NumberList.decimals(m_thresholds, "Thresholds [grey value]")
                    .stream().mapToDouble(Double::doubleValue).toArray());
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** The phases of which rims are made by blur; none where all may be. */
    Set<Integer> rimPhases() throws InvalidSettingsException {
        return Set.copyOf(NumberList.parse(m_rimPhases, "Phases that a rim may be"));
    }

    boolean takesRimsOut() {
        return m_result == ThresholdResult.PHASES && m_rim > 0;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(m_rim >= 0) || Double.isInfinite(m_rim)) {
            throw new InvalidSettingsException("'Rim [µm]' is " + m_rim + ", but must be zero or greater.");
        }
        rimPhases();
        if (m_method != ThresholdMethodChoice.FIXED && (m_classes < 2 || m_classes > Otsu.MOST_CLASSES)) {
            throw new InvalidSettingsException("'Classes' is " + m_classes + ", but must lie between 2 and "
                + Otsu.MOST_CLASSES + ".");
        }
        if (method().classes() < 3 && m_result == ThresholdResult.HYSTERESIS) {
            throw new InvalidSettingsException("Hysteresis needs a low and a high threshold: set 'Classes' to 3, or "
                + "enter two thresholds.");
        }
        if (m_ofFirst && m_sliceWise) {
            throw new InvalidSettingsException("Thresholds of the first scan for all scans cannot be found slice by "
                + "slice: switch one of both off.");
        }
        m_pictures.validate();
        if (m_bins < 1 || m_bins > 65_536) {
            throw new InvalidSettingsException("'Histogram bins' is " + m_bins + ", but must lie between 1 and "
                + "65536.");
        }
    }
}
