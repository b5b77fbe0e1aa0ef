// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.internal;

/** Home of the marker that all serializers share. */
public final class SerializerMethodLoader {

    private SerializerMethodLoader() {
    }

    /**
     * Marks a class that writes and reads objects of one type.
     *
     * @param <T> the type of the objects
     */
    public interface Serializer<T> {
    }
}
