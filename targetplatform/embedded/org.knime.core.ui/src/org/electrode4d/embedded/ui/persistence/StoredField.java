// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Optional;

import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

/**
 * A field that is stored or shown.
 *
 * @param field the field
 * @param type its type as the owner sees it
 * @param owner the class whose fields are listed: the class of the field, or a subclass of it
 */
public record StoredField(Field field, ResolvedType type, Class<?> owner) {

    /** Appended to the key of a hidden parameter, so that no flow variable is offered for it. */
    private static final String HIDDEN = "_Internals";

    /** Makes the field accessible. */
    public StoredField {
        field.setAccessible(true);
    }

    /** @return the name without the prefix of KNIME's coding style */
    public String name() {
        final String name = field.getName();
        return name.startsWith("m_") ? name.substring(2) : name;
    }

    /** @return the key of the field in the settings */
    public String key() {
        final Optional<Persist> persist = annotation(Persist.class);
        final String key = persist.map(Persist::configKey).filter(stated -> !stated.isEmpty()).orElse(name());
        return persist.filter(Persist::hidden).isPresent() ? key + HIDDEN : key;
    }

    /**
     * @param <A> the annotation
     * @param wanted its class
     * @return the annotation of the field; of an inherited field, also the annotation of the class that declares it
     */
    public <A extends Annotation> Optional<A> annotation(final Class<A> wanted) {
        final A own = field.getAnnotation(wanted);
        if (own == null && field.getDeclaringClass() != owner) {
            return Optional.ofNullable(field.getDeclaringClass().getAnnotation(wanted));
        }
        return Optional.ofNullable(own);
    }

    /** @return true if the type of the field has fields of its own */
    public boolean isGroup() {
        return isGroup(type.raw());
    }

    /** @return true if the field is an array or a list of such types */
    public boolean isGroupArray() {
        final boolean contains = type.raw().isArray() || Collection.class.isAssignableFrom(type.raw());
        return contains && !type.arguments().isEmpty() && isGroup(elementType().raw());
    }

    private static boolean isGroup(final Class<?> type) {
        return !type.isEnum() && (Persistable.class.isAssignableFrom(type) || WidgetGroup.class.isAssignableFrom(type));
    }

    /** @return the type of an element of an array or a list */
    public ResolvedType elementType() {
        return type.arguments().get(0);
    }

    /**
     * @param object an object of the owner
     * @return the value of the field there
     */
    public Object get(final Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read the field " + field, e);
        }
    }

    void set(final Object object, final Object value) {
        try {
            field.set(object, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot write the field " + field, e);
        }
    }
}
