// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.updates;

import java.util.function.Predicate;

import org.electrode4d.embedded.ui.dialog.Truth;
import org.knime.node.parameters.NodeParametersInput;

/** Makes the condition of an {@link Effect} from the values of fields. */
@FunctionalInterface
public interface EffectPredicateProvider {

    /**
     * @param i gives access to the fields
     * @return the condition
     */
    EffectPredicate init(PredicateInitializer i);

    /**
     * @param predicates conditions
     * @return holds when all do
     */
    default EffectPredicate and(final EffectPredicate... predicates) {
        return Truth.all(predicates);
    }

    /**
     * @param predicate a condition
     * @return holds when the condition does not
     */
    default EffectPredicate not(final EffectPredicate predicate) {
        return Truth.not(predicate);
    }

    /**
     * @param predicates conditions
     * @return holds when one of them does
     */
    default EffectPredicate or(final EffectPredicate... predicates) {
        return Truth.any(predicates);
    }

    /** Gives access to the fields of the dialog. */
    interface PredicateInitializer {

        /**
         * @param reference a text field
         * @return what can be asked of it
         */
        StringReference getString(Class<? extends ParameterReference<String>> reference);

        /**
         * @param reference a boolean field
         * @return what can be asked of it
         */
        BooleanReference getBoolean(Class<? extends ParameterReference<Boolean>> reference);

        /**
         * @param <T> the type of an element
         * @param reference an array field
         * @return what can be asked of it
         */
        <T> ArrayReference getArray(Class<? extends ParameterReference<T[]>> reference);

        /**
         * @param <E> the enumeration
         * @param reference an enum field
         * @return what can be asked of it
         */
        <E extends Enum<E>> EnumReference<E> getEnum(Class<? extends ParameterReference<E>> reference);

        /**
         * @param reference a field
         * @return true if the dialog has no such field
         */
        boolean isMissing(Class<? extends ParameterReference<?>> reference);

        /**
         * @param predicate asks the input of the node
         * @return a condition that stays as it is while the dialog is open
         */
        EffectPredicate getConstant(Predicate<NodeParametersInput> predicate);

        /** @return a condition that does not hold */
        default EffectPredicate never() {
            return getConstant(input -> false);
        }

        /** @return a condition that holds */
        default EffectPredicate always() {
            return getConstant(input -> true);
        }

        /**
         * @param predicateProviderClass a class with a constructor without arguments
         * @return the condition that it makes
         */
        EffectPredicate getPredicate(Class<? extends EffectPredicateProvider> predicateProviderClass);

        /**
         * @param predicateProvider makes a condition
         * @return that condition
         */
        EffectPredicate getPredicate(EffectPredicateProvider predicateProvider);

        /** What can be asked of a text field. */
        interface StringReference {

            /**
             * @param value a text
             * @return holds when the field has this text
             */
            EffectPredicate isEqualTo(String value);

            /**
             * @param pattern a regular expression
             * @return holds when the whole text of the field matches
             */
            EffectPredicate matchesPattern(String pattern);
        }

        /** What can be asked of a boolean field. */
        interface BooleanReference {

            /** @return holds when the field is true */
            EffectPredicate isTrue();

            /** @return holds when the field is false */
            EffectPredicate isFalse();
        }

        /**
         * What can be asked of an enum field.
         *
         * @param <E> the enumeration
         */
        interface EnumReference<E extends Enum<E>> {

            /**
             * @param values constants
             * @return holds when the field has one of them
             */
            @SuppressWarnings("unchecked")
            EffectPredicate isOneOf(E... values);
        }

        /** What can be asked of an array field. */
        interface ArrayReference {

            /** @return holds when the array has more than one element */
            EffectPredicate hasMultipleItems();

            /**
             * @param elementPredicate a condition on the fields of an element
             * @return holds when it does for some element
             */
            EffectPredicate containsElementSatisfying(EffectPredicateProvider elementPredicate);
        }
    }
}
