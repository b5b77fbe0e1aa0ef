// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.worker.server;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import org.electrode4d.learning.network.Operation;

/**
 * Operations in messages: the name of the record, then its components. Whatever record of whole numbers, real numbers
 * and constants joins {@link Operation} travels without a change here.
 */
final class OperationMessage {

    private OperationMessage() { }

    static void write(final Operation operation, final MessageWriter out) throws IOException {
        out.text(operation.getClass().getSimpleName());
        try {
            for (final RecordComponent component : operation.getClass().getRecordComponents()) {
                final Object value = component.getAccessor().invoke(operation);
                if (value instanceof Integer number) {
                    out.integer(number);
                } else if (value instanceof Double number) {
                    out.real(number);
                } else {
                    out.constant((Enum<?>)value);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Operation read(final MessageReader in) throws IOException {
        final String name = in.text();
        final Class<?> type = Arrays.stream(Operation.class.getPermittedSubclasses())
            .filter(candidate -> candidate.getSimpleName().equals(name)).findFirst()
            .orElseThrow(() -> new IOException("There is no operation " + name + "."));
        final RecordComponent[] components = type.getRecordComponents();
        final Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getType(), in);
        }
        final Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new);
        try {
            return (Operation)type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(final Class<?> type, final MessageReader in) throws IOException {
        if (type == int.class) {
            return in.integer();
        }
        return type == double.class ? (Object)in.real() : in.constant(type.getEnumConstants());
    }
}
