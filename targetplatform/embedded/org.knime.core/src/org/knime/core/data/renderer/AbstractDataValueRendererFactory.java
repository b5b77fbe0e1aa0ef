// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.renderer;

/** A factory that is identified by its class. */
public abstract class AbstractDataValueRendererFactory implements DataValueRendererFactory {

    @Override
    public final String getId() {
        return getClass().getName();
    }

    @Override
    public int hashCode() {
        return getId().hashCode();
    }

    @Override
    public boolean equals(final Object obj) {
        return obj != null && obj.getClass() == getClass();
    }
}
