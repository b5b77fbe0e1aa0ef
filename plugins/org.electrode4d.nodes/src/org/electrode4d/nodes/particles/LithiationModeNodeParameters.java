// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;

import java.util.List;

import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.picture.SlicePlane;
import org.electrode4d.nodes.table.LabelNumbers;
import org.electrode4d.nodes.table.PairColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.lithiation.ModeRule;
import org.electrode4d.segmentation.lithiation.ModeSelection;
import org.electrode4d.segmentation.lithiation.PathSettings;
import org.electrode4d.segmentation.lithiation.ZoneSettings;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Parameters of the Lithiation Mode. */
final class LithiationModeNodeParameters implements NodeParameters {

    /** What a new node takes for the labels of the first scan, the first of these that is there. */
    private static final List<String> FIRST_LABELS = List.of("Particles", "Tracks", "Labels");

    /** What a new node takes for silicon; of phases it cannot know which one is. */
    private static final String SILICON = "Mask";

    @Section(title = "Residuals")
    interface ResidualSection {
    }

    @Section(title = "Cracks")
    @After(ResidualSection.class)
    interface CrackSection {
    }

    @Section(title = "Particles")
    @After(CrackSection.class)
    interface ParticlesSection {
    }

    @Section(title = "Zones")
    @After(ParticlesSection.class)
    interface ZoneSection {
    }

    @Section(title = "Rule")
    @After(ZoneSection.class)
    interface RuleSection {
    }

    @Section(title = "Pictures")
    @After(RuleSection.class)
    interface PicturesSection {
    }

    /** Offers the volumes of the second input, the first scan. */
    static final class FirstScanColumns extends CompatibleColumnsProvider {

        FirstScanColumns() {
            super(VolumeValue.class);
        }

        @Override
        public List<DataColumnSpec> columnChoices(final NodeParametersInput input) {
            return ColumnSelectionUtil.getCompatibleColumns(input, 1, VolumeValue.class);
        }
    }

    @Layout(ResidualSection.class)
    @Widget(title = "Residuals", description = "Column with residual maps: 0 where a scan is as predicted.")
    @ChoicesProvider(VolumeColumns.class)
    String m_residualColumn = "Residual";

    @Layout(ResidualSection.class)
    @Widget(title = "Particles", description = "Column with volumes of particle labels in the frame of the residual "
        + "maps: the labels of the first scan, carried along by the <i>Label Propagation</i>. A particle has the same "
        + "label at every step.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = "Particles";

    @Advanced
    @Layout(ResidualSection.class)
    @Widget(title = "Residual above [grey value]", description = "Residuals count above this value. 0 counts all that "
        + "the <i>Residual Map</i> left: it makes noise 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_threshold;

    @Advanced
    @Layout(ResidualSection.class)
    @Widget(title = "Smallest part [µm³]", description = "Smaller connected parts of the residual count as noise.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastPart = PathSettings.defaults().leastVolume();

    @Advanced
    @Layout(ResidualSection.class)
    @Widget(title = "Shortest branch [µm]", description = "Branches of the skeleton with a free end count from this "
        + "length on. Shorter ones come from rough surfaces.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastBranch = PathSettings.defaults().leastBranch();

    @Layout(CrackSection.class)
    @Widget(title = "Particles at the first scan", description = "Column of the second input with the particle labels "
        + "of the first scan. Used where the second input is connected.")
    @ChoicesProvider(FirstScanColumns.class)
    String m_firstLabelColumn = "Particles";

    @Layout(CrackSection.class)
    @Widget(title = "Silicon at the first scan", description = "Column of the second input with a mask of silicon, or "
        + "with phases. What is not silicon in a particle is a crack or a pore. Empty takes all labelled voxels for "
        + "silicon: cracks are then gaps in the labels.")
    @ChoicesProvider(FirstScanColumns.class)
    String m_siliconColumn = "";

    @Layout(CrackSection.class)
    @Widget(title = "Labels of silicon", description = "Which labels of that column are silicon: <tt>2</tt>. Empty "
        + "takes all that are not 0, as for a mask.")
    String m_siliconLabels = "";

    @Advanced
    @Layout(CrackSection.class)
    @Widget(title = "Widest gap [µm]", description = "Gaps in a particle up to this width belong to it, and those of "
        + "up to three voxels: it is closed by a ball of this diameter. More than the width of cracks.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_gap = ZoneSettings.defaults().gap();

    @Layout(ParticlesSection.class)
    @Widget(title = "Counted from diameter [µm]", description = "Particles with a smaller equivalent diameter are not "
        + "counted in the second output.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastCounted = ModeSelection.defaults().leastCounted();

    @Layout(ParticlesSection.class)
    @Widget(title = "Smallest diameter [µm]", description = "Particles with a smaller equivalent diameter are "
        + "undecided: a core that blur does not reach needs some five times the resolution.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastDiameter = ModeSelection.defaults().leastDiameter();

    @Layout(ParticlesSection.class)
    @Widget(title = "Judge cut particles", description = "Particles that touch the border of the first scan, or of "
        + "the scan at every step, get a class and are counted. Where they are cut may be their core.")
    boolean m_withCut;

    @Layout(ParticlesSection.class)
    @Widget(title = "Least score [-]", description = "Particles whose most likely class has a lower score, 0 to 1, "
        + "are undecided.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastScore = ModeSelection.defaults().leastScore();

    @Advanced
    @Layout(ZoneSection.class)
    @Widget(title = "Skin [µm]", description = "Depth below the surface in which residuals tell little: blur and "
        + "scans that do not fit exactly make some in every particle. About the resolution of the scans.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_skin = ZoneSettings.defaults().skin();

    @Advanced
    @Layout(ZoneSection.class)
    @Widget(title = "Core begins at [-]", description = "Depth below the surface at which the core begins, as a part "
        + "of the depth of the innermost voxel: more than the shells of core-shell particles are thick.")
    double m_shell = ZoneSettings.defaults().shell();

    @Advanced
    @Layout(RuleSection.class)
    @Widget(title = "Gap of cracked particles [%]", description = "A particle is cracked if a larger part of what is "
        + "below its skin is a single gap at the first scan.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_gapLimit = 100 * ModeRule.defaults().gap().value();

    @Advanced
    @Layout(RuleSection.class)
    @Widget(title = "Planarity of cracks [-]", description = "... and if this gap is flat: 0 for a ball, 1 for a "
        + "plane.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_planarityLimit = ModeRule.defaults().planarity().value();

    @Advanced
    @Layout(RuleSection.class)
    @Widget(title = "Residual in the core [%]", description = "A particle that is not cracked is a network if a larger "
        + "part of its core is residual as soon as it reacts.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_coreLimit = 100 * ModeRule.defaults().core().value();

    @Advanced
    @Layout(RuleSection.class)
    @Widget(title = "Residual below the skin [%]", description = "A particle reacts from the step on at which a larger "
        + "part of what is below its skin is residual; if there is none, the step with most of it tells.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_innerLimit = 100 * ModeRule.defaults().inner().value();

    @Advanced
    @Layout(RuleSection.class)
    @Widget(title = "Residual in the skin [%]", description = "Any other particle is core-shell if a larger part of "
        + "its skin is residual: a shell all around fills the skin, scans that do not fit exactly fill a part of it. "
        + "Else it is inactive.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_skinLimit = 100 * ModeRule.defaults().skin().value();

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("modes");

    @Layout(PicturesSection.class)
    @Widget(title = "Scans in pictures", description = "Name of a column of the first input with scans to draw the "
        + "classes over. Empty takes the residual maps.")
    @ChoicesProvider(VolumeColumns.class)
    String m_scanColumn = "";

    @Layout(PicturesSection.class)
    @Widget(title = "Plane", description = "Plane of the slice with the classes.")
    SlicePlane m_plane = SlicePlane.XZ;

    @Layout(PicturesSection.class)
    @Widget(title = "Position [-]", description = "Where the slice is: 0 at the first one, 1 at the last.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_position = 0.5;

    LithiationModeNodeParameters() {
    }

    LithiationModeNodeParameters(final NodeParametersInput input) {
        m_residualColumn = VolumeColumns.named(input, m_residualColumn);
        m_labelColumn = VolumeColumns.named(input, m_labelColumn, "Propagated labels", "Labels", "Tracks");
        if (names(input, 0).contains(PairColumns.DEFORMED)) {
            m_scanColumn = PairColumns.DEFORMED;
        }
        final List<String> first = names(input, 1);
        m_firstLabelColumn = FIRST_LABELS.stream().filter(first::contains).findFirst().orElse(m_firstLabelColumn);
        m_siliconColumn = first.contains(SILICON) ? SILICON : "";
    }

    private static List<String> names(final NodeParametersInput input, final int port) {
        return input.getInTableSpec(port).isEmpty() ? List.of()
            : ColumnSelectionUtil.getCompatibleColumns(input, port, VolumeValue.class).stream()
                .map(DataColumnSpec::getName).toList();
    }

    ZoneSettings zones() throws InvalidSettingsException {
        try {
            return new ZoneSettings(m_skin, m_shell, m_gap);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    PathSettings paths() throws InvalidSettingsException {
        try {
            return new PathSettings(m_threshold, m_leastPart, m_leastBranch);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    ModeRule rule() {
        final ModeRule rule = ModeRule.defaults();
        return new ModeRule(rule.gap().withValue(m_gapLimit / 100), rule.planarity().withValue(m_planarityLimit),
            rule.core().withValue(m_coreLimit / 100), rule.inner().withValue(m_innerLimit / 100),
            rule.skin().withValue(m_skinLimit / 100));
    }

    ModeSelection selection() {
        return new ModeSelection(m_leastDiameter, m_leastCounted, m_withCut, m_leastScore);
    }

    int[] siliconLabels() throws InvalidSettingsException {
        return LabelNumbers.parse(m_siliconLabels, "Labels of silicon").stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        zones();
        paths();
        siliconLabels();
        SlicePlane.requirePosition(m_position);
        m_pictures.validate();
    }
}
