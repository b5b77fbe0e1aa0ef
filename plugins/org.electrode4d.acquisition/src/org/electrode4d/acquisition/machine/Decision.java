// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.List;

/**
 * What a machine answers to an event.
 *
 * @param transitions that happened, in order; may be empty
 * @param action what is to be done now
 */
public record Decision(List<Transition> transitions, Action action) {

    /** Copies the list. */
    public Decision {
        transitions = List.copyOf(transitions);
    }
}
