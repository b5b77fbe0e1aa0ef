// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.preparation;

import java.util.OptionalDouble;

import org.electrode4d.correlation.alignment.AlignmentSettings;
import org.electrode4d.correlation.alignment.AlignmentSettings.AlignmentFreedom;
import org.electrode4d.correlation.alignment.AlignmentSettings.RigidRegion;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.NumberList;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;

/** Parameters of the Series Alignment. */
final class SeriesAlignmentNodeParameters implements NodeParameters {

    @Section(title = "Scans")
    interface ScansSection {
    }

    @Section(title = "Rigid region")
    @After(ScansSection.class)
    interface RegionSection {
    }

    @Section(title = "Motion")
    @After(RegionSection.class)
    interface MotionSection {
    }

    @Section(title = "Aligned volumes")
    @After(MotionSection.class)
    interface OutputSection {
    }

    @Advanced
    @Section(title = "Pictures")
    @After(OutputSection.class)
    interface PicturesSection {
    }

    static final class RegionReference implements ParameterReference<AlignmentRegion> {
    }

    static final class InPlaneReference implements ParameterReference<InPlaneSource> {
    }

    static final class AutomaticReference implements ParameterReference<Boolean> {
    }

    static final class OutsideReference implements ParameterReference<AlignmentOutside> {
    }

    static final class HasMaskColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RegionReference.class).isOneOf(AlignmentRegion.COLLECTOR_MASK, AlignmentRegion.MASK);
        }
    }

    static final class HasCollector implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(RegionReference.class).isOneOf(AlignmentRegion.COLLECTOR,
                AlignmentRegion.COLLECTOR_MASK);
        }
    }

    static final class HasInPlaneColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(InPlaneReference.class).isOneOf(InPlaneSource.MASK);
        }
    }

    static final class HasThreshold implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(AutomaticReference.class).isFalse();
        }
    }

    static final class HasOutsideValue implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(OutsideReference.class).isOneOf(AlignmentOutside.VALUE);
        }
    }

    @Layout(ScansSection.class)
    @Widget(title = "Volumes", description = "Column with the scans of the series, in the order of time.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(ScansSection.class)
    @Widget(title = "Compare with", description = "To which scan every scan is registered.")
    @ValueSwitchWidget
    AlignmentReference m_reference = AlignmentReference.FIRST;

    @Layout(RegionSection.class)
    @Widget(title = "Rigid region", description = "By what scans are aligned. The current collector neither swells nor "
        + "bends while the electrode beside it does.")
    @ValueReference(RegionReference.class)
    AlignmentRegion m_region = AlignmentRegion.COLLECTOR;

    @Layout(RegionSection.class)
    @Widget(title = "Masks", description = "Column with masks or labels (whole numbers, 0 is outside). The first scan "
        + "needs one; where others have one too, it helps to find the collector in them.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasMaskColumn.class, type = EffectType.SHOW)
    String m_maskColumn = "Mask";

    @Layout(RegionSection.class)
    @Widget(title = "Labels", description = "Which labels are the rigid region: <tt>1</tt> or <tt>1, 4</tt>. Empty "
        + "takes all that is not 0.")
    @Effect(predicate = HasMaskColumn.class, type = EffectType.SHOW)
    String m_labels = "";

    @Layout(RegionSection.class)
    @Widget(title = "Collector", description = "At which end of the z axis the collector is.")
    @Effect(predicate = HasCollector.class, type = EffectType.SHOW)
    CollectorFace m_face = CollectorFace.AUTOMATIC;

    @Advanced
    @Layout(RegionSection.class)
    @Widget(title = "Find the threshold", description = "Takes Otsu's threshold, again and again of what is brighter, "
        + "for as long as nine tenths of the collector's slices, or of its mask, stay above.")
    @ValueReference(AutomaticReference.class)
    boolean m_automaticThreshold = true;

    @Advanced
    @Layout(RegionSection.class)
    @Widget(title = "Threshold [grey value]", description = "From which grey value on a voxel belongs to the "
        + "collector.")
    @Effect(predicate = HasThreshold.class, type = EffectType.SHOW)
    double m_threshold;

    @Advanced
    @Layout(RegionSection.class)
    @Widget(title = "Margin [voxel]", description = "By so much the compared region is larger than collector or mask, "
        + "so that its edge takes part.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    int m_margin = 2;

    @Advanced
    @Layout(RegionSection.class)
    @Widget(title = "Ignore what is darker", description = "All voxels below the threshold count as equally dark while "
        + "scans are compared, so that an electrode that swells beside the collector cannot pull it along.")
    boolean m_ignoreDarker = true;

    @Layout(MotionSection.class)
    @Widget(title = "Scans may", description = "Which motion is taken out.")
    @ValueSwitchWidget
    AlignmentMotion m_motion = AlignmentMotion.RIGID;

    @Layout(MotionSection.class)
    @Widget(title = "Motion in the plane from", description = "A smooth foil fixes its distance and its two tilts, but "
        + "neither shifts along it nor a turn about its normal. What its texture does not fix is left as it is, with a "
        + "warning; it can be taken from elsewhere.")
    @ValueReference(InPlaneReference.class)
    InPlaneSource m_inPlane = InPlaneSource.COLLECTOR;

    @Layout(MotionSection.class)
    @Widget(title = "Masks for the plane", description = "Column with masks (whole numbers, 0 is outside) of what "
        + "moves with the collector; the scan that others are compared with needs one.")
    @ChoicesProvider(VolumeColumns.class)
    @Effect(predicate = HasInPlaneColumn.class, type = EffectType.SHOW)
    String m_inPlaneColumn = "";

    @Layout(MotionSection.class)
    @Widget(title = "Level", description = "Turns the whole series so that the collector of the first scan lies across "
        + "z: slices are then parallel to it.")
    boolean m_level;

    @Advanced
    @Layout(MotionSection.class)
    @Widget(title = "Largest uncertainty [voxel]", description = "A degree of freedom counts as fixed if its standard "
        + "deviation is no larger; that of a rotation is measured at the edge of the region.")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_largestUncertainty = 0.3;

    @Advanced
    @Layout(MotionSection.class)
    @Widget(title = "Search range [part of the region]", description = "How far a shift is searched before the "
        + "iteration: 0.2 searches a fifth of the extent along every axis. 0 does not search.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_searchRange = 0.2;

    @Layout(OutputSection.class)
    @Widget(title = "Output", description = "Aligned volumes take time and disk space; the report alone takes neither.")
    @ValueSwitchWidget
    AlignmentOutput m_output = AlignmentOutput.VOLUMES;

    @Layout(OutputSection.class)
    @Widget(title = "Keep the type of voxels", description = "Rounds to the integers of the scan. Otherwise volumes "
        + "are 32-bit floating point.")
    boolean m_keepType = true;

    @Layout(OutputSection.class)
    @Widget(title = "Voxels from outside", description = "What voxels get that the scan does not cover once it is "
        + "moved.")
    @ValueSwitchWidget
    @ValueReference(OutsideReference.class)
    AlignmentOutside m_outside = AlignmentOutside.VALUE;

    @Layout(OutputSection.class)
    @Widget(title = "Value outside [grey value]", description = "For those voxels.")
    @Effect(predicate = HasOutsideValue.class, type = EffectType.SHOW)
    double m_outsideValue;

    @Advanced
    @Layout(OutputSection.class)
    @Widget(title = "Interpolation", description = "How grey values between voxels are found.")
    @ValueSwitchWidget
    AlignmentInterpolation m_interpolation = AlignmentInterpolation.EXACT;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("drift");

    SeriesAlignmentNodeParameters() {
    }

    SeriesAlignmentNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    boolean hasMask() {
        return m_region != AlignmentRegion.COLLECTOR;
    }

    boolean hasInPlaneMask() {
        return m_inPlane == InPlaneSource.MASK;
    }

    /** The chosen labels; empty for all. */
    int[] labels() throws InvalidSettingsException {
        return NumberList.parse(m_labels, "Labels").stream().mapToInt(Integer::intValue).toArray();
    }

    AlignmentSettings settings() throws InvalidSettingsException {
        try {
            return new AlignmentSettings(
                new RigidRegion(m_region != AlignmentRegion.MASK, m_face.end, m_automaticThreshold
                    ? OptionalDouble.empty() : OptionalDouble.of(m_threshold), m_margin, m_ignoreDarker),
                new AlignmentFreedom(m_motion == AlignmentMotion.RIGID, m_inPlane.motion, m_largestUncertainty,
                    m_searchRange),
                m_reference == AlignmentReference.PREVIOUS, m_level, m_interpolation.accuracy);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /** In place of voxels that are not numbers; NaN to leave them. */
    float outside() {
        return m_outside == AlignmentOutside.VALUE ? (float)m_outsideValue : Float.NaN;
    }

    /** Whether aligned scans go on beyond their border. */
    boolean isContinued() {
        return m_outside == AlignmentOutside.NEAREST;
    }

    @Override
    public void validate() throws InvalidSettingsException {
        settings();
        labels();
        m_pictures.validate();
    }
}
