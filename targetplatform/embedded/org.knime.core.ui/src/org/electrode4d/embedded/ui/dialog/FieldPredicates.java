// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.dialog;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.electrode4d.embedded.ui.persistence.Defaults;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;

/**
 * Evaluates conditions for the values of fields.
 *
 * @param fields the fields
 * @param input what is known at the input of the node
 */
record FieldPredicates(DialogFields fields, NodeParametersInput input) implements PredicateInitializer {

    @Override
    public StringReference getString(final Class<? extends ParameterReference<String>> reference) {
        final String value = (String)fields.value(reference);
        return new StringReference() {

            @Override
            public EffectPredicate isEqualTo(final String other) {
                return new Truth(Objects.equals(value, other));
            }

            @Override
            public EffectPredicate matchesPattern(final String pattern) {
                return new Truth(value != null && Pattern.matches(pattern, value));
            }
        };
    }

    @Override
    public BooleanReference getBoolean(final Class<? extends ParameterReference<Boolean>> reference) {
        final boolean value = (Boolean)fields.value(reference);
        return new BooleanReference() {

            @Override
            public EffectPredicate isTrue() {
                return new Truth(value);
            }

            @Override
            public EffectPredicate isFalse() {
                return new Truth(!value);
            }
        };
    }

    @Override
    public <E extends Enum<E>> EnumReference<E> getEnum(final Class<? extends ParameterReference<E>> reference) {
        final Object value = fields.value(reference);
        return new EnumReference<>() {

            @Override
            @SafeVarargs
            public final EffectPredicate isOneOf(final E... values) {
                return new Truth(List.of(values).contains(value));
            }
        };
    }

    @Override
    public <T> ArrayReference getArray(final Class<? extends ParameterReference<T[]>> reference) {
        final List<?> elements = elements(fields.value(reference));
        return new ArrayReference() {

            @Override
            public EffectPredicate hasMultipleItems() {
                return new Truth(elements.size() > 1);
            }

            @Override
            public EffectPredicate containsElementSatisfying(final EffectPredicateProvider elementPredicate) {
                return new Truth(elements.stream().anyMatch(element -> Truth.isTrue(
                    elementPredicate.init(new FieldPredicates(DialogFields.of((WidgetGroup)element), input)))));
            }
        };
    }

    private static List<?> elements(final Object array) {
        if (array == null) {
            return List.of();
        }
        return array instanceof Collection<?> list ? List.copyOf(list)
            : IntStream.range(0, Array.getLength(array)).mapToObj(i -> Array.get(array, i)).toList();
    }

    @Override
    public boolean isMissing(final Class<? extends ParameterReference<?>> reference) {
        return !fields.has(reference);
    }

    @Override
    public EffectPredicate getConstant(final Predicate<NodeParametersInput> predicate) {
        return new Truth(predicate.test(input));
    }

    @Override
    public EffectPredicate getPredicate(final Class<? extends EffectPredicateProvider> predicateProviderClass) {
        return getPredicate(Defaults.create(predicateProviderClass));
    }

    @Override
    public EffectPredicate getPredicate(final EffectPredicateProvider predicateProvider) {
        return predicateProvider.init(this);
    }
}
