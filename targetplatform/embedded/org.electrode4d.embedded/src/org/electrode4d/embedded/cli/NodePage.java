// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.spi.NodeExtension;
import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;

/**
 * Everything that is known about a node, for the reader.
 *
 * @param extension where it is registered
 * @param documentation its texts
 * @param defaults the parameters of a new node
 */
record NodePage(NodeExtension extension, NodeDocumentation documentation, NodeSettings defaults) {

    /**
     * Creates the node and asks it.
     *
     * @throws CommandFailure if the factory cannot be created
     */
    static NodePage of(final NodeExtension extension) throws CommandFailure {
        try {
            final NodeFactory<?> factory = extension.createFactory();
            final NodeSettings defaults = new NodeSettings("model");
            NodeModels.saveSettings(NodeFactories.createModel(factory,
                NodeFactories.creationConfiguration(factory)), defaults);
            return new NodePage(extension, NodeDocumentation.of(factory), defaults);
        } catch (RuntimeException | LinkageError e) {
            throw new CommandFailure(ExitCode.LOAD, "Node factory " + extension.factoryClass() + " of plug-in "
                + extension.contributor().symbolicName() + " cannot be used: " + e, "", e);
        }
    }

    String name() {
        return documentation.name();
    }

    String shortDescription() {
        return NodeDocumentation.plain(documentation.shortDescription()).strip();
    }

    List<Option> options() {
        return documentation.options();
    }

    /** The default of a parameter as text; empty for groups, arrays, view parameters and empty texts. */
    Optional<String> defaultOf(final Option option) {
        if (!option.key().startsWith("model.") || !option.elements().isEmpty()) {
            return Optional.empty();
        }
        AbstractConfigEntry entry = defaults;
        for (String step : option.key().substring("model.".length()).split("\\.")) {
            entry = entry instanceof ConfigBase group ? group.getEntry(step) : null;
        }
        if (entry == null || entry instanceof ConfigBase || entry.toStringValue() == null
            || entry.toStringValue().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(title(option, entry.toStringValue()));
    }

    private static String title(final Option option, final String value) {
        return option.choices().stream().filter(c -> c.name().equals(value)).map(NodeDocumentation.Choice::title)
            .findFirst().orElse(value);
    }
}
