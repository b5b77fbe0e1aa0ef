// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.util.List;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.segmentation.threshold.Stage;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.knime.node.parameters.widget.text.TextAreaWidget;

/** Parameters of the Multistage Threshold. */
final class MultistageThresholdNodeParameters implements NodeParameters {

    @Section(title = "Stages")
    interface StagesSection {
    }

    @Section(title = "Mask")
    @After(StagesSection.class)
    interface MaskSection {
    }

    @Section(title = "Pictures")
    @After(MaskSection.class)
    interface PicturesSection {
    }

    static final class MaskReference implements ParameterReference<Boolean> {
    }

    static final class HasMask implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(MaskReference.class).isTrue();
        }
    }

    @Layout(StagesSection.class)
    @Widget(title = "Volumes", description = "Column with the scans to divide.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(StagesSection.class)
    @Widget(title = "Stages", description = "One a line, from dark to bright: names of classes with the method of the "
        + "threshold between them. Methods are <tt>otsu</tt>, <tt>ridler-calvard</tt> (the iterative threshold) and "
        + "numbers, which are fixed grey values. A class with a name becomes a phase, or is added to the phase of that "
        + "name; <tt>*</tt> stands for what is left to the next stage, and <tt>-</tt> for voxels of no phase.")
    @TextAreaWidget(rows = 5)
    String m_stages = Stage.FOUR_PHASES.replace("; ", "\n");

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
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("multistage");

    @Advanced
    @Layout(PicturesSection.class)
    @Widget(title = "Histogram bins", description = "Most bins of a histogram in table and picture; thresholds are "
        + "found with every grey value by itself.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_bins = 256;

    MultistageThresholdNodeParameters() {
    }

    MultistageThresholdNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
    }

    List<Stage> stages() throws InvalidSettingsException {
        try {
            return Stage.parse(m_stages);
        } catch (SegmentationException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    @Override
    public void validate() throws InvalidSettingsException {
        stages();
        m_pictures.validate();
        if (m_bins < 1 || m_bins > 65_536) {
            throw new InvalidSettingsException("'Histogram bins' is " + m_bins + ", but must lie between 1 and "
                + "65536.");
        }
    }
}
