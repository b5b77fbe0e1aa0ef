// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.LabelNumbers;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.thickness.ThicknessSettings;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Electrode Thickness. */
final class ElectrodeThicknessNodeParameters implements NodeParameters {

    @Section(title = "Electrode")
    interface ElectrodeSection {
    }

    @Section(title = "Pictures")
    @After(ElectrodeSection.class)
    interface PicturesSection {
    }

    static final class PieceReference implements ParameterReference<Boolean> {
    }

    static final class TakesOnePiece implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(PieceReference.class).isTrue();
        }
    }

    @Layout(ElectrodeSection.class)
    @Widget(title = "Phases", description = "Column with volumes of labels, or masks, that tell what is electrode.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Phases";

    @Layout(ElectrodeSection.class)
    @Widget(title = "Labels of the electrode", description = "Which labels are electrode: <tt>1, 2</tt>. Empty takes "
        + "all but 0.")
    String m_labels = "";

    @Layout(ElectrodeSection.class)
    @Widget(title = "Thickness", description = "What is measured in every column of voxels along z.")
    @ValueSwitchWidget
    ThicknessChoice m_reading = ThicknessChoice.EXTENT;

    @Layout(ElectrodeSection.class)
    @Widget(title = "Shortest run [voxel]", description = "Electrode voxels that have fewer than this above one "
        + "another, such as stray voxels in the separator, are left out. 1 leaves out none.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_leastRun = 1;

    @Advanced
    @Layout(ElectrodeSection.class)
    @Widget(title = "Largest piece only", description = "Takes in every column only the piece with most voxels; pieces "
        + "are apart where the gap between them is too large.")
    @ValueReference(PieceReference.class)
    boolean m_largestPiece;

    @Advanced
    @Layout(ElectrodeSection.class)
    @Widget(title = "Largest gap [voxel]", description = "A gap of more voxels than this along z separates pieces. "
        + "Choose it larger than the pores.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = TakesOnePiece.class, type = EffectType.SHOW)
    int m_largestGap = 20;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("thickness");

    ElectrodeThicknessNodeParameters() {
    }

    ElectrodeThicknessNodeParameters(final NodeParametersInput input) {
        m_phaseColumn = VolumeColumns.preferred(input, m_phaseColumn);
    }

    ThicknessSettings settings() throws InvalidSettingsException {
        return new ThicknessSettings(
            LabelNumbers.parse(m_labels, "Labels of the electrode").stream().mapToInt(Integer::intValue).toArray(),
            m_reading.reading, m_leastRun, m_largestPiece ? m_largestGap : ThicknessSettings.ALL_PIECES);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_leastRun < 1 || m_largestGap < 0) {
            throw new InvalidSettingsException("'Shortest run' is " + m_leastRun + " and 'Largest gap' is "
                + m_largestGap
                + ", but they must be at least 1 and 0 voxels.");
        }
        settings();
        m_pictures.validate();
    }
}
