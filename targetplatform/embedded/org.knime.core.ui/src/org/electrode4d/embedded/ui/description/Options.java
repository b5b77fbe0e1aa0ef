// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.electrode4d.embedded.spi.node.NodeDocumentation.Choice;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.electrode4d.embedded.ui.dialog.EnumLabels;
import org.electrode4d.embedded.ui.persistence.ResolvedType;
import org.electrode4d.embedded.ui.persistence.StoredField;
import org.electrode4d.embedded.ui.persistence.StoredFields;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;

/** Lists the parameters of a class that a dialog shows, in the order of the dialog. */
final class Options {

    private record Placed(Option option, Optional<Class<?>> part) {
    }

    /** What a field inherits from the groups around it. */
    private record Surroundings(String key, Optional<Class<?>> part, boolean advanced) {
    }

    private final List<Placed> options = new ArrayList<>();

    private Options() {
    }

    static List<Option> of(final Class<?> parameters, final String key) {
        final Options collected = new Options();
        collected.collect(ResolvedType.of(parameters), new Surroundings(key, Optional.empty(), false));
        final LayoutParts parts =
            new LayoutParts(collected.options.stream().flatMap(placed -> placed.part().stream()).toList());
        final Comparator<Placed> byPart =
            Comparator.comparingInt(placed -> placed.part().map(parts::position).orElse(-1));
        return collected.options.stream().sorted(byPart).map(Placed::option).toList();
    }

    private void collect(final ResolvedType type, final Surroundings around) {
        for (final StoredField field : StoredFields.of(type)) {
            final Surroundings here = at(field, around);
            if (field.isGroup() && WidgetGroup.class.isAssignableFrom(field.type().raw())) {
                collect(field.type(), here);
            } else {
                field.annotation(Widget.class).ifPresent(
                    widget -> options.add(new Placed(option(field, widget, here), here.part())));
            }
        }
    }

    private static Surroundings at(final StoredField field, final Surroundings around) {
        final Optional<Class<?>> own = field.annotation(Layout.class).<Class<?>>map(Layout::value);
        final Optional<Class<?>> ofClass = Optional.ofNullable(field.isGroup() ? field.type().raw() : field.owner())
            .map(type -> type.getAnnotation(Layout.class)).map(Layout::value);
        return new Surroundings(around.key() + "." + field.key(), own.or(() -> ofClass).or(around::part),
            around.advanced() || field.annotation(Advanced.class).isPresent());
    }

    private static Option option(final StoredField field, final Widget widget, final Surroundings here) {
        final boolean hiddenPart = here.part().filter(LayoutParts::isAdvanced).isPresent();
        final List<Option> elements =
            field.isGroupArray() ? of(field.elementType().raw(), here.key() + ".*") : List.of();
        return new Option(widget.title(), widget.description(), here.part().flatMap(LayoutParts::sectionTitle),
            here.key(), widget.advanced() || here.advanced() || hiddenPart, choices(field), elements);
    }

    private static List<Choice> choices(final StoredField field) {
        final Class<?> type =
            field.type().raw() == Optional.class ? field.elementType().raw() : field.type().raw();
        return !type.isEnum() ? List.of() : Stream.of(type.getEnumConstants()).map(Enum.class::cast)
            .map(constant -> new Choice(constant.name(), EnumLabels.title(constant), EnumLabels.description(constant)))
            .toList();
    }
}
