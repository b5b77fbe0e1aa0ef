// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Link;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Port;
import org.electrode4d.embedded.ui.model.NodeBlueprint;
import org.electrode4d.embedded.ui.model.PortGroup;
import org.electrode4d.embedded.ui.model.PortGroup.Side;
import org.electrode4d.embedded.ui.model.PortRule;
import org.electrode4d.embedded.ui.model.ViewBlueprint;

/** Collects what a user reads about a node. */
public final class Documentation {

    private Documentation() {
    }

    /**
     * @param node what the factory says
     * @return what the user reads
     */
    public static NodeDocumentation of(final NodeBlueprint node) {
        final Optional<String> view = node.view().map(ViewBlueprint::description);
        return new NodeDocumentation(node.texts().name(), node.effectiveType(), node.since().toString(),
            node.texts().shortDescription(), node.texts().fullDescription(), ports(node, Side.INPUT),
            ports(node, Side.OUTPUT), options(node), view, node.keywords(),
            node.links().stream().map(link -> new Link(link.target(), link.description())).toList());
    }

    private static List<Option> options(final NodeBlueprint node) {
        final List<Option> options = new ArrayList<>();
        node.behaviour().parameters().ifPresent(type -> options.addAll(Options.of(type, "model")));
        node.view().flatMap(ViewBlueprint::parameters).ifPresent(type -> options.addAll(Options.of(type, "view")));
        return List.copyOf(options);
    }

    private static List<Port> ports(final NodeBlueprint node, final Side side) {
        return node.ports(side).stream().map(Documentation::port).toList();
    }

    private static Port port(final PortGroup group) {
        final PortRule rule = group.rule();
        final boolean fixed = rule.mode() == PortRule.Mode.FIXED;
        return new Port(group.id(), group.name(), group.description(),
            fixed ? Optional.of(rule.fixedTypes()[0].getName()) : Optional.empty(),
            rule.mode().name().toLowerCase(Locale.ROOT));
    }
}
