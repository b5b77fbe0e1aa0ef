// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.knime.core.node.port.PortType;

/** How many ports a group has, and of which types. Mutable while the factory describes the group. */
public final class PortRule {

    /** What a user may do with the ports of a group. */
    public enum Mode {
        /** Nothing. */
        FIXED,
        /** Add one port. */
        OPTIONAL,
        /** Add any number of ports. */
        EXTENDABLE
    }

    private final Mode mode;
    private final PortType[] types;
    private final Predicate<PortType> accepts;
    private final List<PortType> fixed = new ArrayList<>();
    private final List<PortType> defaults = new ArrayList<>();

    private PortRule(final Mode mode, final PortType[] types, final Predicate<PortType> accepts) {
        this.mode = mode;
        this.types = types;
        this.accepts = accepts;
    }

    /**
     * @param type the type of the only port
     * @return the rule
     */
    public static PortRule fixed(final PortType type) {
        final PortRule rule = new PortRule(Mode.FIXED, new PortType[]{type}, null);
        rule.fixed.add(type);
        return rule;
    }

    /**
     * @param mode what a user may do
     * @param types the types that a port may have
     * @return the rule
     */
    public static PortRule of(final Mode mode, final PortType... types) {
        return new PortRule(mode, types.clone(), null);
    }

    /**
     * @param mode what a user may do
     * @param accepts accepts the types that a port may have
     * @return the rule
     */
    public static PortRule of(final Mode mode, final Predicate<PortType> accepts) {
        return new PortRule(mode, null, accepts);
    }

    /** @param type the type of one more port that cannot be removed */
    public void addFixed(final PortType type) {
        fixed.add(type);
    }

    /** @param type the type of one more port that new nodes have */
    public void addDefault(final PortType type) {
        defaults.add(type);
    }

    /** @return what a user may do */
    public Mode mode() {
        return mode;
    }

    PortType[] types() {
        return types;
    }

    Predicate<PortType> accepts() {
        return accepts;
    }

    /** @return the types of the ports that are always there */
    public PortType[] fixedTypes() {
        return fixed.toArray(PortType[]::new);
    }

    /** @return the types of further ports of a new node */
    public PortType[] defaultTypes() {
        return defaults.toArray(PortType[]::new);
    }
}
