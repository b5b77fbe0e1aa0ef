// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.model;

import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.ui.model.PortGroup.Side;
import org.knime.core.node.NodeFactory.NodeType;

/**
 * Everything that a node factory says about its node.
 *
 * @param texts name and descriptions
 * @param since the version in which the node appeared
 * @param type the type, if stated
 * @param keywords words under which the node is found
 * @param links where to read more
 * @param ports the groups of ports
 * @param behaviour what the node does
 * @param view what the node shows
 */
public record NodeBlueprint(Texts texts, Version since, Optional<NodeType> type, List<String> keywords,
    List<Link> links, List<PortGroup> ports, NodeBehaviour behaviour, Optional<ViewBlueprint> view) {

    /**
     * Name and descriptions of a node.
     *
     * @param name its name
     * @param icon the path of its icon, relative to the factory
     * @param shortDescription one sentence: well-formed XML
     * @param fullDescription what the node does: well-formed XML
     */
    public record Texts(String name, String icon, String shortDescription, String fullDescription) {
    }

    /**
     * A version of the platform.
     *
     * @param major the first number
     * @param minor the second number
     * @param revision the third number
     */
    public record Version(int major, int minor, int revision) {

        @Override
        public String toString() {
            return major + "." + minor + "." + revision;
        }
    }

    /**
     * Where to read more.
     *
     * @param target an address
     * @param description what is found there: well-formed XML
     */
    public record Link(String target, String description) {
    }

    /** @return the stated type, or the one that follows from the ports */
    public NodeType effectiveType() {
        return type.orElseGet(() -> {
            if (ports(Side.INPUT).isEmpty()) {
                return NodeType.Source;
            }
            return ports(Side.OUTPUT).isEmpty() ? NodeType.Sink : NodeType.Manipulator;
        });
    }

    /**
     * @param side a side of the node
     * @return the groups of ports there
     */
    public List<PortGroup> ports(final Side side) {
        return ports.stream().filter(group -> group.side() == side).toList();
    }
}
