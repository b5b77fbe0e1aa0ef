// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.context;

/**
 * Something that can duplicate itself.
 *
 * @param <T> the type of the duplicate
 */
public interface DeepCopy<T> {

    /** @return a duplicate that shares no mutable state with this */
    T copy();
}
