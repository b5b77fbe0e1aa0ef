// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.view;

import java.util.Optional;

/**
 * What is done at the end of the life of something that gives data to a page.
 *
 * @param deactivate stops what it does
 * @param dispose releases what it holds
 */
public record Lifecycle(Optional<Runnable> deactivate, Optional<Runnable> dispose) {

    /** Does it. */
    public void end() {
        deactivate.ifPresent(Runnable::run);
        dispose.ifPresent(Runnable::run);
    }
}
