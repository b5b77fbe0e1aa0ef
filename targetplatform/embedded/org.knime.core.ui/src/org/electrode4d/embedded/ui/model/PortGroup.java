// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

/**
 * A group of ports as a node factory describes it.
 *
 * @param id the key in saved workflows
 * @param side where the ports are
 * @param name what the user reads
 * @param description well-formed XML
 * @param rule how many ports of which types
 */
public record PortGroup(String id, Side side, String name, String description, PortRule rule) {

    /** The side of a node. */
    public enum Side {
        /** Ports that take data. */
        INPUT,
        /** Ports that give data. */
        OUTPUT
    }
}
