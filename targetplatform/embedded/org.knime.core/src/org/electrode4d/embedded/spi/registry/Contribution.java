// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.registry;

import java.util.List;
import java.util.Map;

import org.electrode4d.embedded.spi.Contributor;

/**
 * An element that a bundle contributes to an extension point, as it stands in its {@code plugin.xml}.
 *
 * @param name the tag
 * @param attributes the attributes
 * @param children the elements inside
 * @param contributor the bundle
 * @param loader finds the classes that the attributes name
 */
public record Contribution(String name, Map<String, String> attributes, List<Contribution> children,
    Contributor contributor, ClassFinder loader) {

    /** Finds classes by name. */
    @FunctionalInterface
    public interface ClassFinder {

        Class<?> find(String className) throws ClassNotFoundException;
    }

    /** @return the value, or null if there is no such attribute */
    public String attribute(final String key) {
        return attributes.get(key);
    }

    /**
     * @param key the attribute with the name of the class
     * @param type what the class must be
     * @return a new instance of the class
     * @throws IllegalStateException if that fails; the message names bundle and class
     */
    public <T> T create(final String key, final Class<T> type) {
        try {
            return load(key, type).getConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw failure(key, e);
        }
    }

    /**
     * @param key the attribute with the name of the class
     * @param type what the class must be
     * @return the class
     * @throws IllegalStateException if there is no such class; the message names bundle and class
     */
    public <T> Class<? extends T> load(final String key, final Class<T> type) {
        try {
            return loader.find(attribute(key)).asSubclass(type);
        } catch (ClassNotFoundException | LinkageError | ClassCastException e) {
            throw failure(key, e);
        }
    }

    private IllegalStateException failure(final String key, final Throwable cause) {
        return new IllegalStateException("Bundle " + contributor.symbolicName() + ", element " + name + ", " + key
            + "=" + attribute(key) + ": " + cause, cause);
    }
}
