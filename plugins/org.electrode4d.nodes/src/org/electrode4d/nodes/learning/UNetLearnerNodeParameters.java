// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.OptionalInt;

import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.data.SliceSelection;
import org.electrode4d.learning.network.AttentionResUNet;
import org.electrode4d.learning.training.Criterion;
import org.electrode4d.learning.training.Schedule;
import org.electrode4d.learning.training.TrainingPreset;
import org.electrode4d.learning.training.TrainingSettings;
import org.electrode4d.learning.training.Validation;
import org.electrode4d.nodes.picture.PictureFolderNodeParameters;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the U-Net Learner. */
final class UNetLearnerNodeParameters implements NodeParameters {

    private static final double MINUTE = 60;

    @Section(title = "Labels")
    interface LabelsSection {
    }

    @Section(title = "Training")
    @After(LabelsSection.class)
    interface TrainingSection {
    }

    @Section(title = "Custom training")
    @After(TrainingSection.class)
    @Effect(predicate = IsCustom.class, type = EffectType.SHOW)
    interface CustomSection {
    }

    @Advanced
    @Section(title = "Engine")
    @After(CustomSection.class)
    interface EngineSection {
    }

    @Section(title = "Pictures")
    @After(EngineSection.class)
    interface PicturesSection {
    }

    static final class IgnoreReference implements ParameterReference<Boolean> {
    }

    static final class TrainingReference implements ParameterReference<TrainingChoice> {
    }

    static final class Ignores implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(IgnoreReference.class).isTrue();
        }
    }

    static final class IsCustom implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(TrainingReference.class).isOneOf(TrainingChoice.CUSTOM);
        }
    }

    @Layout(LabelsSection.class)
    @Widget(title = "Volumes", description = "Column with the scans.")
    @ChoicesProvider(VolumeColumns.class)
    String m_volumeColumn = SeriesColumns.VOLUME;

    @Layout(LabelsSection.class)
    @Widget(title = "Labels", description = "Column with what was labelled in them, of the same shape. Scans without "
        + "labels are left out.")
    @ChoicesProvider(VolumeColumns.class)
    String m_labelColumn = LearningColumns.LABELS;

    @Layout(LabelsSection.class)
    @Widget(title = "Classes", description = "What the model tells apart, and the labels of each class: "
        + "<tt>background = 0, 1; silicon = 2</tt>. A star stands for all labels that are not named: <tt>silicon = 2; "
        + "other = *</tt>. Empty for a class of every label.")
    String m_classes = "";

    @Layout(LabelsSection.class)
    @Widget(title = "Leave out what is not labelled", description = "Voxels with a certain label were not looked at: "
        + "the model does not learn from them. Switch it off where every voxel is labelled and 0 is a phase.")
    @ValueReference(IgnoreReference.class)
    boolean m_ignore = true;

    @Layout(LabelsSection.class)
    @Widget(title = "Label of what is not labelled", description = "0 in ilastik and in the Label Reader.")
    @Effect(predicate = Ignores.class, type = EffectType.SHOW)
    int m_ignoredLabel;

    @Layout(LabelsSection.class)
    @Widget(title = "Slices", description = "Which slices the network learns from, if something in them is labelled.")
    @ValueSwitchWidget
    SliceDirection m_slices = SliceDirection.XY;

    @Advanced
    @Layout(LabelsSection.class)
    @Widget(title = "Most slices of a scan", description = "Where more slices are labelled, as many are taken, evenly "
        + "spread.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_mostSlices = 64;

    @Layout(TrainingSection.class)
    @Widget(title = "Training", description = "How long and how thoroughly the network is trained.")
    @ValueSwitchWidget
    @ValueReference(TrainingReference.class)
    TrainingChoice m_training = TrainingChoice.QUICK;

    @Layout(TrainingSection.class)
    @Widget(title = "Longest time [min]", description = "After this time the training ends with the best epoch so far. "
        + "0 for that of the choice above: 10 min of <i>Quick</i>, 480 min of <i>Thorough</i>, else no limit.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_longest;

    @Layout(TrainingSection.class)
    @Widget(title = "Validate", description = "What is kept out of training, to see how well the model does, and which "
        + "epoch is the best.")
    @ValueSwitchWidget
    ValidationUnit m_unit = ValidationUnit.SLICE;

    @Layout(TrainingSection.class)
    @Widget(title = "Validation share [%]", description = "Of the labelled slices or scans: 0 to 90. At least one "
        + "slice or scan, unless it is 0.")
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    double m_validation = 30;

    @Layout(TrainingSection.class)
    @Widget(title = "Weights of classes", description = "How much pixels of each class count.")
    @ValueSwitchWidget
    ClassWeighting m_weighting = ClassWeighting.ALIKE;

    @Layout(TrainingSection.class)
    @Widget(title = "Name", description = "How the model is called.")
    String m_name = "U-Net";

    @Layout(TrainingSection.class)
    @Widget(title = "Steps", description = "Which steps of a series the model is for: <tt>T0-T2</tt>, or <tt>T0, "
        + "T5</tt>. It learns from the labelled scans of these steps alone. Empty to learn from all, for all steps "
        + "that no other model is for.")
    String m_steps = "";

    @Advanced
    @Layout(TrainingSection.class)
    @Widget(title = "Grey values", description = "What grey values become before the network sees them. It is kept "
        + "with the model.")
    LearnerNormalization m_normalization = LearnerNormalization.DEVIATION;

    @Advanced
    @Layout(TrainingSection.class)
    @Widget(title = "Seed", description = "Of everything random. Equal seeds give equal models, with the same engine "
        + "and number of threads, unless the time limit ends the training.")
    long m_seed = 1;

    @Layout(CustomSection.class)
    CustomTrainingNodeParameters m_custom = new CustomTrainingNodeParameters();

    @Layout(EngineSection.class)
    EngineNodeParameters m_engine = new EngineNodeParameters();

    @Layout(EngineSection.class)
    @Widget(title = "Checkpoint folder", description = "Path of a folder, or a URL such as "
        + "<tt>knime://knime.workflow/data/checkpoints</tt>, in which the state of the training is kept after every "
        + "epoch. A training of the same data and settings goes on there if it was interrupted. Empty for none.")
    String m_checkpoints = "";

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("training");

    UNetLearnerNodeParameters() {
    }

    UNetLearnerNodeParameters(final NodeParametersInput input) {
        m_volumeColumn = VolumeColumns.scan(input);
        m_labelColumn = VolumeColumns.named(input, LearningColumns.LABELS, "True phases");
        m_ignore = !m_labelColumn.startsWith("True phases");
    }

    OptionalInt unlabelled() {
        return m_ignore ? OptionalInt.of(m_ignoredLabel) : OptionalInt.empty();
    }

    /** @throws org.electrode4d.learning.LearningException where 'Classes' cannot be read; not for an empty field */
    ClassScheme classes() {
        return ClassScheme.parse(m_classes, unlabelled());
    }

    SliceSelection selection() {
        return new SliceSelection(m_slices.orientations(), m_mostSlices);
    }

    AttentionResUNet architecture(final int classes) {
        return m_training.preset().map(preset -> preset.architecture(classes))
            .orElseGet(() -> m_custom.architecture(classes));
    }

    /** Weights of classes are up to the labels. */
    TrainingSettings settings() {
        final TrainingSettings chosen = m_training.preset().orElse(TrainingPreset.QUICK).settings(m_seed)
            .withValidation(new Validation(m_validation / 100, m_unit.unit, Criterion.DICE));
        final TrainingSettings settings = m_training == TrainingChoice.CUSTOM ? m_custom.apply(chosen) : chosen;
        final Schedule schedule = settings.schedule();
        return m_longest == 0 ? settings : settings.withSchedule(schedule.withBudget(m_longest * MINUTE));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        ModelReaderNodeParameters.requireSteps(m_steps);
        if (!(m_validation >= 0 && m_validation <= 90)) {
            throw new InvalidSettingsException("'Validation share [%]' is " + m_validation
                + ", but must lie between 0 and 90.");
        }
        try {
            if (!m_classes.isBlank()) {
                classes();
            }
            selection();
            architecture(2);
            settings();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        m_engine.validate();
        m_pictures.validate();
    }
}
