// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.OptionalInt;

import org.electrode4d.learning.data.ClassScheme;
import org.electrode4d.learning.forest.ForestSettings;
import org.electrode4d.learning.training.ForestTraining;
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
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;

/** Parameters of the Pixel Classifier Learner. */
final class PixelClassifierLearnerNodeParameters implements NodeParameters {

    @Section(title = "Labels")
    interface LabelsSection {
    }

    @Section(title = "Features")
    @After(LabelsSection.class)
    interface FeaturesSection {
    }

    @Section(title = "Forest")
    @After(FeaturesSection.class)
    interface ForestSection {
    }

    @Section(title = "Pictures")
    @After(ForestSection.class)
    interface PicturesSection {
    }

    static final class IgnoreReference implements ParameterReference<Boolean> {
    }

    static final class Ignores implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(IgnoreReference.class).isTrue();
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

    @Advanced
    @Layout(LabelsSection.class)
    @Widget(title = "Most voxels of a class", description = "Where more voxels of a class are labelled, as many are "
        + "drawn at random. More make the forest larger and slower, but rarely better, since neighbours are alike.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_mostVoxels = ForestTraining.USUAL_PER_CLASS;

    @Layout(FeaturesSection.class)
    FeatureNodeParameters m_features = new FeatureNodeParameters();

    @Layout(ForestSection.class)
    @Widget(title = "Name", description = "How the model is called.")
    String m_name = "Pixel classifier";

    @Layout(ForestSection.class)
    @Widget(title = "Steps", description = "Which steps of a series the model is for: <tt>T0-T2</tt>, or <tt>T0, "
        + "T5</tt>. It learns from the labelled scans of these steps alone. Empty to learn from all, for all steps "
        + "that no other model is for.")
    String m_steps = "";

    @Layout(ForestSection.class)
    @Widget(title = "All classes alike", description = "All classes weigh the same, however many voxels of them are "
        + "labelled. Otherwise a class that was painted more is found more often.")
    boolean m_balanced = true;

    @Advanced
    @Layout(ForestSection.class)
    @Widget(title = "Grey values", description = "What grey values become before features are computed. It is kept "
        + "with the model.")
    @ValueSwitchWidget
    LearnerNormalization m_normalization = LearnerNormalization.DEVIATION;

    @Advanced
    @Layout(ForestSection.class)
    @Widget(title = "Trees", description = "1 to 256. Time grows with their number; beyond 100 little is gained.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_trees = 100;

    @Advanced
    @Layout(ForestSection.class)
    @Widget(title = "Voxels of a leaf", description = "At least so many drawn voxels decide together. More smooth what "
        + "the forest learns, where labels are noisy.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_minLeaf = 5;

    @Advanced
    @Layout(ForestSection.class)
    @Widget(title = "Depth of trees", description = "Most splits from the root to a leaf, 1 to 64.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    int m_depth = 64;

    @Advanced
    @Layout(ForestSection.class)
    @Widget(title = "Seed", description = "Of everything random. Equal seeds give equal models.")
    long m_seed = 1;

    @Layout(PicturesSection.class)
    PictureFolderNodeParameters m_pictures = new PictureFolderNodeParameters("pixel-classifier");

    PixelClassifierLearnerNodeParameters() {
    }

    PixelClassifierLearnerNodeParameters(final NodeParametersInput input) {
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

    ForestTraining training(final ClassScheme classes) throws InvalidSettingsException {
        return new ForestTraining(classes, m_features.features(), m_normalization.normalization, m_mostVoxels,
            new ForestSettings(m_trees, m_depth, m_minLeaf, 0, m_balanced, m_seed));
    }

    @Override
    public void validate() throws InvalidSettingsException {
        ModelReaderNodeParameters.requireSteps(m_steps);
        try {
            training(m_classes.isBlank() ? ClassScheme.parse("a = 1; b = 2", OptionalInt.empty()) : classes());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
        m_pictures.validate();
    }
}
