// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.port;

import java.io.IOException;

/** Makes the objects that are read from files. */
final class Instances {

    private Instances() {
    }

    static <T> T create(final Class<T> type) throws IOException {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException(type.getName() + " needs a public constructor without parameters that succeeds", e);
        }
    }
}
