// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.dialog;

import java.util.ArrayList;
import java.util.List;

import org.electrode4d.embedded.ui.persistence.Defaults;
import org.electrode4d.embedded.ui.persistence.StoredField;
import org.electrode4d.embedded.ui.persistence.StoredFields;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.widget.OptionalWidget;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.message.TextMessage;

/** Tries everything that a dialog would do with the annotations of the fields. */
public final class DialogProbe {

    private final DialogFields fields;
    private final NodeParametersInput input;
    private final List<String> problems = new ArrayList<>();

    private DialogProbe(final DialogFields fields, final NodeParametersInput input) {
        this.fields = fields;
        this.input = input;
    }

    /**
     * @param parameters the parameters that the dialog shows
     * @param input what is known at the input of the node
     * @return one line per problem: the field and what failed
     */
    public static List<String> problems(final WidgetGroup parameters, final NodeParametersInput input) {
        final DialogProbe probe = new DialogProbe(DialogFields.of(parameters), input);
        probe.fields.fields().forEach(probe::probe);
        probe.fields.owners().forEach(probe::probeIgnored);
        return List.copyOf(probe.problems);
    }

    private void probeIgnored(final Class<?> owner) {
        StoredFields.ignored(owner).stream().filter(field -> field.isAnnotationPresent(Widget.class))
            .forEach(field -> problems.add(owner.getSimpleName() + "." + field.getName()
                + ": is private, and thus neither shown nor stored"));
    }

    private void probe(final StoredField field) {
        field.annotation(Effect.class).ifPresent(effect -> probeEffect(field, effect));
        field.annotation(Layout.class).map(layout -> layout.value().getAnnotation(Effect.class))
            .ifPresent(effect -> probeEffect(field, effect));
        field.annotation(ChoicesProvider.class).ifPresent(choices -> probeState(field, choices.value()));
        field.annotation(ColumnFilterWidget.class).ifPresent(filter -> probeState(field, filter.choicesProvider()));
        field.annotation(ValueProvider.class).ifPresent(value -> probeState(field, value.value()));
        field.annotation(OptionalWidget.class).ifPresent(value -> probeState(field, value.defaultProvider()));
        field.annotation(TextMessage.class).ifPresent(message -> probeState(field, message.value()));
    }

    private void probeEffect(final StoredField field, final Effect effect) {
        attempt(field, effect.predicate(), () -> {
            final EffectPredicateProvider provider = Defaults.create(effect.predicate());
            Truth.isTrue(provider.init(new FieldPredicates(fields, input)));
        });
    }

    private void probeState(final StoredField field, final Class<?> type) {
        attempt(field, type, () -> StateProbe.compute((StateProvider<?>)Defaults.create(type), fields, input));
    }

    private interface Attempt {
        void run() throws StateComputationFailureException;
    }

    private void attempt(final StoredField field, final Class<?> type, final Attempt attempt) {
        try {
            attempt.run();
        } catch (StateComputationFailureException e) {
            return; // there is no state for these values, which is no problem
        } catch (RuntimeException e) {
            problems.add(field.owner().getSimpleName() + "." + field.field().getName() + ": " + type.getSimpleName()
                + " fails: " + e);
        }
    }
}
