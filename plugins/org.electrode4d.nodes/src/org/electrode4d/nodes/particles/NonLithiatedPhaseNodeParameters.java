// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.particles;


import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.particle.NonLithiatedSeries;
import org.electrode4d.segmentation.particle.PhaseCriterion;
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

/** Parameters of the Non-Lithiated Phase. */
final class NonLithiatedPhaseNodeParameters implements NodeParameters {

    @Section(title = "Non-lithiated silicon")
    interface PhaseSection {
    }

    @Section(title = "Particles")
    @After(PhaseSection.class)
    interface ParticlesSection {
    }

    @Section(title = "Pictures")
    @After(ParticlesSection.class)
    interface PicturesSection {
    }

    static final class CriterionReference implements ParameterReference<NonLithiatedBy> {
    }

    static final class IdentityReference implements ParameterReference<ParticleIdentity> {
    }

    static final class HasLabel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CriterionReference.class).isOneOf(NonLithiatedBy.PHASE);
        }
    }

    static final class HasThreshold implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(CriterionReference.class).isOneOf(NonLithiatedBy.DARKER, NonLithiatedBy.BRIGHTER);
        }
    }

    static final class HasTracks implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(IdentityReference.class).isOneOf(ParticleIdentity.TRACKS);
        }
    }

    @Layout(PhaseSection.class)
    @Widget(title = "Volumes", description = "Column with the volumes that tell what is not lithiated: masks, phases "
        + "or grey values.")
    @ChoicesProvider(VolumeColumns.class)
    String m_phaseColumn = "Mask";

    @Layout(PhaseSection.class)
    @Widget(title = "Non-lithiated are", description = "Which voxels of these volumes are non-lithiated silicon.")
    @ValueReference(CriterionReference.class)
    NonLithiatedBy m_criterion = NonLithiatedBy.MASK;

    @Layout(PhaseSection.class)
    @Widget(title = "Label of the phase", description = "The number of non-lithiated silicon in the volumes of phases.")
    @Effect(predicate = HasLabel.class, type = EffectType.SHOW)
    int m_label = 1;

    @Layout(PhaseSection.class)
    @Widget(title = "Threshold [grey value]", description = "The grey value between non-lithiated and lithiated "
        + "silicon. It is the same for all scans: match their grey values first.")
    @Effect(predicate = HasThreshold.class, type = EffectType.SHOW)
    double m_threshold = 30_000;

    @Layout(ParticlesSection.class)
    @Widget(title = "Particles", description = "Column with volumes of particle labels.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = "Particles";

    @Layout(ParticlesSection.class)
    @Widget(title = "Find a particle again by", description = "How a particle of the first scan is known in the "
        + "others.")
    @ValueReference(IdentityReference.class)
    ParticleIdentity m_identity = ParticleIdentity.SAME_LABEL;

    @Advanced
    @Layout(ParticlesSection.class)
    @Widget(title = "Column of tracks", description = "Column of the second input with whole numbers that tell what "
        + "particle the <i>Label</i> of a <i>Step</i> belongs to.")
    @Effect(predicate = HasTracks.class, type = EffectType.SHOW)
    String m_trackColumn = "Track";

    @Layout(ParticlesSection.class)
    @Widget(title = "Smallest volume [µm³]", description = "Particles with less non-lithiated volume in the first scan "
        + "take no part in mean and total.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_leastVolume = 0.1;

    @Layout(ParticlesSection.class)
    @Widget(title = "Count cut particles", description = "Whether particles that touch the border of the scan take "
        + "part in mean and total. The electrode expands and carries material through the border, which looks like a "
        + "change of volume.")
    boolean m_withBorder;

    @Advanced
    @Layout(ParticlesSection.class)
    @Widget(title = "Lost particles are lithiated", description = "Counts particles that are not found in a scan as "
        + "0 % non-lithiated. Otherwise their cells are missing, and they take no part in mean and total of that scan. "
        + "Switch it on only where the labels are those of non-lithiated silicon, so that a particle vanishes when it "
        + "is lithiated.")
    boolean m_lostAreLithiated;

    @Layout(PicturesSection.class)
    @Widget(title = "Thickness", description = "Name of a column of the first input with the thickness of the "
        + "electrode at each step, to be drawn below the curve. Empty takes the first whose name begins with "
        + "'Thickness', if there is one.")
    String m_thicknessColumn = "";

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("non-lithiated");

    NonLithiatedPhaseNodeParameters() {
    }

    NonLithiatedPhaseNodeParameters(final NodeParametersInput input) {
        m_phaseColumn = VolumeColumns.preferred(input, m_phaseColumn);
        if (input.getInTableSpec(1).isPresent()) {
            m_identity = ParticleIdentity.TRACKS;
        } else {
            m_labelColumn = VolumeColumns.named(input, m_labelColumn, "Tracks");
        }
    }

    PhaseCriterion criterion() {
        return new PhaseCriterion(m_criterion.kind, m_criterion == NonLithiatedBy.PHASE ? m_label : m_threshold);
    }

    NonLithiatedSeries.Selection selection() {
        return new NonLithiatedSeries.Selection(m_leastVolume, m_withBorder, m_lostAreLithiated);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!Double.isFinite(m_threshold)) {
            throw new InvalidSettingsException("'Threshold' is " + m_threshold + ", but must be a number.");
        }
        if (!(m_leastVolume >= 0)) {
            throw new InvalidSettingsException("'Smallest volume' is " + m_leastVolume
                + " µm³, but must be 0 or greater.");
        }
        m_pictures.validate();
    }
}
