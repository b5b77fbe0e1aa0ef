// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.persistence;

import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;

/** Marks a migration that depends on the keys of the field it belongs to, which only the loader knows. */
public final class WhenNewKeysAreAbsent implements Predicate<NodeSettingsRO> {

    /** The only instance. */
    public static final WhenNewKeysAreAbsent INSTANCE = new WhenNewKeysAreAbsent();

    private WhenNewKeysAreAbsent() {
    }

    @Override
    public boolean test(final NodeSettingsRO settings) {
        throw new IllegalStateException("Only the loader of a field can tell whether its keys are absent.");
    }
}
