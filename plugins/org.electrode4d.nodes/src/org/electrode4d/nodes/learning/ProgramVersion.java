// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import org.eclipse.core.runtime.Platform;

/** What models say of the program that trained them. */
final class ProgramVersion {

    private static final String NAME = "Electrode4D";
    private static final String PLUGIN = "org.electrode4d.learning";

    private ProgramVersion() {
    }

    /** Such as {@code Electrode4D 0.1.0.202611271200}; the name alone where no platform knows the version. */
    static String text() {
        return Platform.isRunning() ? NAME + " " + Platform.getBundle(PLUGIN).getVersion() : NAME;
    }
}
