// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.util.Arrays;
import java.util.List;

import org.electrode4d.learning.prediction.StepRule;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
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
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;

/** Parameters of the Model Reader. */
final class ModelReaderNodeParameters implements NodeParameters {

    @Section(title = "Models")
    interface ModelsSection {
    }

    @Section(title = "Networks of other programs")
    @After(ModelsSection.class)
    interface ForeignSection {
    }

    static final class LocationReference implements ParameterReference<ModelLocation> {
    }

    static final class HasPath implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(ModelLocation.ONE_MODEL, ModelLocation.TWO_MODELS);
        }
    }

    static final class HasSecondPath implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(ModelLocation.TWO_MODELS);
        }
    }

    static final class HasFolder implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(LocationReference.class).isOneOf(ModelLocation.FOLDER);
        }
    }

    @Layout(ModelsSection.class)
    @Widget(title = "Read", description = "Where the models are.")
    @ValueSwitchWidget
    @ValueReference(LocationReference.class)
    ModelLocation m_location = ModelLocation.ONE_MODEL;

    @Layout(ModelsSection.class)
    @Widget(title = "Model", description = "Path of a model (.e4dmodel), of a network of another program (.onnx), or "
        + "of the weights of the network of the paper, trained with Keras (.h5). A URL such as "
        + "<tt>knime://knime.workflow/data/silicon.e4dmodel</tt> points into the data area of the workflow.")
    @Effect(predicate = HasPath.class, type = EffectType.SHOW)
    String m_path = "";

    @Layout(ModelsSection.class)
    @Widget(title = "Steps", description = "Which steps of a series the model is for: <tt>T0-T2</tt>, or <tt>T0, "
        + "T5</tt>. Empty for all steps that no other model is for.")
    @Effect(predicate = HasPath.class, type = EffectType.SHOW)
    String m_steps = "";

    @Layout(ModelsSection.class)
    @Widget(title = "Second model", description = "Path or URL of the second model.")
    @Effect(predicate = HasSecondPath.class, type = EffectType.SHOW)
    String m_secondPath = "";

    @Layout(ModelsSection.class)
    @Widget(title = "Steps of the second model", description = "Such as <tt>T3-T8</tt>.")
    @Effect(predicate = HasSecondPath.class, type = EffectType.SHOW)
    String m_secondSteps = "";

    @Layout(ModelsSection.class)
    @Widget(title = "Folder", description = "Path or URL of the folder that holds the models.")
    @Effect(predicate = HasFolder.class, type = EffectType.SHOW)
    String m_folder = "";

    @Layout(ModelsSection.class)
    @Widget(title = "Name pattern", description = "Which files in the folder are models: <tt>*</tt> stands for any "
        + "text, <tt>?</tt> for one character, <tt>{a,b}</tt> for a or b.")
    @Effect(predicate = HasFolder.class, type = EffectType.SHOW)
    String m_namePattern = "*.e4dmodel";

    @Layout(ModelsSection.class)
    @Widget(title = "Steps of the models", description = "In the order of the names, with semicolons between them: "
        + "<tt>T0-T2; T3-T8</tt>. Empty if there is only one model.")
    @Effect(predicate = HasFolder.class, type = EffectType.SHOW)
    String m_folderSteps = "";

    @Layout(ForeignSection.class)
    ForeignNetworkNodeParameters m_foreign = new ForeignNetworkNodeParameters();

    @Advanced
    @Layout(ModelsSection.class)
    @Widget(title = "Name", description = "How a network of another program is called in tables. Empty takes the name "
        + "of the file.")
    String m_name = "";

    /** Steps of the models of a folder, one text for each. */
    List<String> folderSteps() {
        return m_folderSteps.isBlank() ? List.of()
            : Arrays.stream(m_folderSteps.split(";")).map(String::strip).toList();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        requireSteps(m_steps);
        requireSteps(m_secondSteps);
        for (final String steps : folderSteps()) {
            requireSteps(steps);
        }
        if (m_location == ModelLocation.FOLDER && m_namePattern.isBlank()) {
            throw new InvalidSettingsException("'Name pattern' is empty. * takes everything in the folder.");
        }
        m_foreign.validate();
    }

    /** @throws InvalidSettingsException for anything but steps of a series, or a blank text */
    static void requireSteps(final String steps) throws InvalidSettingsException {
        try {
            if (!steps.isBlank()) {
                StepRule.parse(steps);
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
