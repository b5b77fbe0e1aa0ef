// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.convert.map;

/** A type with a stable, unique name. */
public interface IdentifiableType {

    /** @return the name, never null */
    String getIdentifier();
}
