// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.description;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Section;

/**
 * The order of layout parts: a part comes before its children; siblings are sorted by the name of their class unless
 * {@link After} and {@link Before} say otherwise.
 */
final class LayoutParts {

    private final List<Class<?>> order = new ArrayList<>();
    private final Set<Class<?>> parts = new LinkedHashSet<>();

    LayoutParts(final Collection<Class<?>> used) {
        used.forEach(part -> ancestors(part).forEach(parts::add));
        append(Optional.empty());
    }

    int position(final Class<?> part) {
        return order.indexOf(part);
    }

    private void append(final Optional<Class<?>> parent) {
        final Set<Class<?>> siblings = new TreeSet<>(Comparator.comparing((Class<?> part) -> part.getName()));
        parts.stream().filter(part -> parent(part).equals(parent)).forEach(siblings::add);
        while (!siblings.isEmpty()) {
            final Class<?> next = siblings.stream().filter(part -> isFree(part, siblings)).findFirst()
                .orElseThrow(() -> new IllegalStateException("The order of the layout parts " + siblings
                    + " is contradictory."));
            siblings.remove(next);
            order.add(next);
            append(Optional.of(next));
        }
    }

    /** True if no part that has no place yet must come before. */
    private static boolean isFree(final Class<?> part, final Set<Class<?>> waiting) {
        final Predicate<Class<?>> mustComeFirst = other -> after(part).anyMatch(other::equals)
            || before(other).anyMatch(part::equals);
        return waiting.stream().filter(other -> other != part).noneMatch(mustComeFirst);
    }

    private static Stream<Class<?>> after(final Class<?> part) {
        return Stream.of(part.getAnnotationsByType(After.class)).map(After::value);
    }

    private static Stream<Class<?>> before(final Class<?> part) {
        return Stream.of(part.getAnnotationsByType(Before.class)).map(Before::value);
    }

    /** The part that contains a part. What stands after or before another part stands where that does. */
    private static Optional<Class<?>> parent(final Class<?> part) {
        final Inside inside = part.getAnnotation(Inside.class);
        if (inside != null) {
            return Optional.of(inside.value());
        }
        final Optional<Class<?>> neighbour = Stream.concat(after(part), before(part)).findFirst();
        if (neighbour.isPresent() && neighbour.get().getEnclosingClass() != part.getEnclosingClass()) {
            return parent(neighbour.get());
        }
        return Optional.<Class<?>>ofNullable(part.getEnclosingClass()).filter(Class::isInterface);
    }

    private static Stream<Class<?>> ancestors(final Class<?> part) {
        return Stream.concat(parent(part).stream().flatMap(LayoutParts::ancestors), Stream.of(part));
    }

    static Optional<String> sectionTitle(final Class<?> part) {
        final Section section = part.getAnnotation(Section.class);
        return section == null ? parent(part).flatMap(LayoutParts::sectionTitle) : Optional.of(section.title());
    }

    static boolean isAdvanced(final Class<?> part) {
        return ancestors(part).anyMatch(each -> each.isAnnotationPresent(Advanced.class));
    }
}
