// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi.node;

import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.ui.description.Documentation;
import org.electrode4d.embedded.ui.description.PlainText;
import org.electrode4d.embedded.ui.model.Blueprints;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/**
 * Everything that a user reads about a node. Texts are well-formed XML with the elements of HTML; {@link #plain} drops
 * these.
 *
 * @param name the name
 * @param type the type
 * @param since the version of the platform in which the node appeared
 * @param shortDescription one sentence
 * @param fullDescription what the node does
 * @param inputs the groups of input ports
 * @param outputs the groups of output ports
 * @param options the parameters of the model, then those of the view, in the order of the dialog
 * @param view what the view shows
 * @param keywords words under which the node is found
 * @param links where to read more
 */
public record NodeDocumentation(String name, NodeType type, String since, String shortDescription,
    String fullDescription, List<Port> inputs, List<Port> outputs, List<Option> options, Optional<String> view,
    List<String> keywords, List<Link> links) {

    /**
     * A group of ports.
     *
     * @param group its key
     * @param name its name
     * @param description what goes through
     * @param type the name of the type of a fixed port
     * @param mode "fixed", "optional" or "extendable"
     */
    public record Port(String group, String name, String description, Optional<String> type, String mode) {
    }

    /**
     * A parameter.
     *
     * @param title its label
     * @param description what it means
     * @param section the heading of its section of the dialog
     * @param key the path of its key in the settings, with dots, such as {@code model.noise.amplitude}
     * @param advanced true if it is among the advanced options
     * @param choices the constants of an enumeration
     * @param elements the parameters of one element of an array
     */
    public record Option(String title, String description, Optional<String> section, String key, boolean advanced,
        List<Choice> choices, List<Option> elements) {
    }

    /**
     * A constant of an enumeration.
     *
     * @param name what is stored
     * @param title its label
     * @param description what it means, may be empty
     */
    public record Choice(String name, String title, String description) {
    }

    /**
     * Where to read more.
     *
     * @param target an address
     * @param description what is found there
     */
    public record Link(String target, String description) {
    }

    /**
     * @param factory a factory that extends {@code DefaultNodeFactory}
     * @return everything that a user reads about the node that it makes
     * @throws IllegalArgumentException if it is a factory of another kind
     */
    public static NodeDocumentation of(final NodeFactory<?> factory) {
        return Documentation.of(Blueprints.of(factory));
    }

    /**
     * @param text well-formed XML
     * @return the text without elements: paragraphs and list items on lines of their own, entities resolved
     */
    public static String plain(final String text) {
        return PlainText.of(text);
    }
}
