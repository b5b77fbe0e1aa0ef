// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A type without type variables: the type of a field as a certain subclass sees it.
 *
 * @param raw the class
 * @param arguments its type arguments, or the element of an array
 */
public record ResolvedType(Class<?> raw, List<ResolvedType> arguments) {

    /**
     * @param type a class
     * @return the class as a type
     */
    public static ResolvedType of(final Class<?> type) {
        return new ResolvedType(type, type.isArray() ? List.of(of(type.getComponentType())) : List.of());
    }

    /**
     * @param type a type that is written inside this class
     * @return the type with the variables of this class replaced
     */
    public ResolvedType resolve(final Type type) {
        return resolve(type, bindings());
    }

    private static ResolvedType resolve(final Type type, final Map<TypeVariable<?>, ResolvedType> bindings) {
        if (type instanceof Class<?> known) {
            return of(known);
        }
        if (type instanceof ParameterizedType parameterized) {
            return new ResolvedType((Class<?>)parameterized.getRawType(),
                Stream.of(parameterized.getActualTypeArguments()).map(each -> resolve(each, bindings)).toList());
        }
        if (type instanceof GenericArrayType array) {
            final ResolvedType element = resolve(array.getGenericComponentType(), bindings);
            return new ResolvedType(Array.newInstance(element.raw, 0).getClass(), List.of(element));
        }
        if (type instanceof WildcardType wildcard) {
            return resolve(wildcard.getUpperBounds()[0], bindings);
        }
        final TypeVariable<?> variable = (TypeVariable<?>)type;
        final ResolvedType bound = bindings.get(variable);
        return bound == null ? resolve(variable.getBounds()[0], Map.of()) : bound;
    }

    private Map<TypeVariable<?>, ResolvedType> bindings() {
        final TypeVariable<?>[] variables = raw.getTypeParameters();
        final Map<TypeVariable<?>, ResolvedType> bindings = new HashMap<>();
        for (int i = 0; i < Math.min(variables.length, arguments.size()); i++) {
            bindings.put(variables[i], arguments.get(i));
        }
        return bindings;
    }
}
