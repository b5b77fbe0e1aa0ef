// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

import org.knime.node.parameters.NodeParametersInput;

/** Makes objects of parameter classes, providers and persistors, whose constructors may be package-private. */
public final class Defaults {

    private Defaults() {
    }

    /**
     * @param <T> the class
     * @param type that class
     * @param input what is known at the input of the node
     * @return a new object from the constructor that takes the input if there is one, or from the one without arguments
     */
    public static <T> T create(final Class<T> type, final NodeParametersInput input) {
        final Constructor<T> withInput = find(type, NodeParametersInput.class);
        return withInput == null ? create(type) : invoke(withInput, input);
    }

    /**
     * @param <T> the class
     * @param type that class
     * @return a new object from the constructor without arguments
     */
    public static <T> T create(final Class<T> type) {
        final Constructor<T> constructor = find(type);
        if (constructor == null) {
            throw new IllegalArgumentException(type.getName() + " needs a constructor without arguments.");
        }
        return invoke(constructor);
    }

    private static <T> Constructor<T> find(final Class<T> type, final Class<?>... arguments) {
        try {
            return type.getDeclaredConstructor(arguments);
        } catch (NoSuchMethodException e) {
            return null; // the caller tries another
        }
    }

    private static <T> T invoke(final Constructor<T> constructor, final Object... arguments) {
        constructor.setAccessible(true);
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The constructor of " + constructor.getDeclaringClass().getName()
                + " failed: " + e.getCause(), e.getCause());
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("Cannot make a " + constructor.getDeclaringClass().getName() + ".", e);
        }
    }
}
