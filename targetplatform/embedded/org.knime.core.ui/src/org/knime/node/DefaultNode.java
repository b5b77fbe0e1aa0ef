// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.electrode4d.embedded.ui.model.NodeBlueprint;
import org.electrode4d.embedded.ui.model.NodeBlueprint.Link;
import org.electrode4d.embedded.ui.model.NodeBlueprint.Texts;
import org.electrode4d.embedded.ui.model.NodeBlueprint.Version;
import org.electrode4d.embedded.ui.model.PortGroup;
import org.electrode4d.embedded.ui.model.ViewBlueprint;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.util.CheckUtils;
import org.knime.node.DefaultModel.RequireModelParameters;
import org.knime.node.DefaultView.RequireViewParameters;

/** A node: what it is called, what it is connected to, what it does and shows. */
public final class DefaultNode implements FluentNodeAPI {

    private final Texts texts;
    private final Version since;
    private final List<PortGroup> ports;
    private final DefaultModel model;
    private DefaultView view;
    private NodeType type;
    private List<String> keywords = List.of();
    private List<Link> links = List.of();

    private DefaultNode(final Texts texts, final Version since, final List<PortGroup> ports,
        final DefaultModel model) {
        this.texts = texts;
        this.since = since;
        this.ports = ports;
        this.model = model;
    }

    /** @return asks for the name */
    public static RequireName create() {
        return name -> icon -> shortDescription -> fullDescription -> (major, minor,
            revision) -> ports -> modelFunction -> {
                final PortGroups groups = new PortGroups();
                ports.accept(groups);
                return new DefaultNode(new Texts(name, icon, shortDescription, fullDescription),
                    new Version(major, minor, revision), groups.groups(), modelFunction.apply(DefaultModel.create()));
            };
    }

    NodeBlueprint blueprint() {
        final Optional<ViewBlueprint> shown = Optional.ofNullable(view).map(DefaultView::blueprint);
        return new NodeBlueprint(texts, since, Optional.ofNullable(type), keywords, links, ports, model.behaviour(),
            shown);
    }

    /**
     * Adds a view. A node has one at most.
     *
     * @param viewFunction describes it
     * @return this
     */
    public DefaultNode addView(final Function<RequireViewParameters, DefaultView> viewFunction) {
        if (view != null) {
            throw new UnsupportedOperationException("The node " + texts.name() + " has a view already.");
        }
        view = viewFunction.apply(DefaultView.create());
        return this;
    }

    /**
     * @param nodeType the colour of the node; by default it follows from the ports
     * @return this
     */
    public DefaultNode nodeType(final NodeType nodeType) {
        CheckUtils.checkState(type == null, "The node " + texts.name() + " has a type already.");
        type = nodeType;
        return this;
    }

    /**
     * @param words words under which the node is found
     * @return this
     */
    public DefaultNode keywords(final String... words) {
        CheckUtils.checkState(keywords.isEmpty(), "The node " + texts.name() + " has keywords already.");
        keywords = List.of(words);
        return this;
    }

    /**
     * @param href an address
     * @param description what is found there: well-formed XML
     * @return this
     */
    public DefaultNode addExternalResource(final String href, final String description) {
        final List<Link> more = new ArrayList<>(links);
        more.add(new Link(CheckUtils.checkArgumentNotNull(href), CheckUtils.checkArgumentNotNull(description)));
        links = List.copyOf(more);
        return this;
    }

    /** Asks for the name. */
    public interface RequireName {

        /**
         * @param name the name of the node
         * @return the next stage
         */
        RequireIcon name(String name);
    }

    /** Asks for the icon. */
    public interface RequireIcon {

        /**
         * @param icon the path of a picture of 16 x 16 pixels, relative to the factory
         * @return the next stage
         */
        RequireShortDescription icon(String icon);
    }

    /** Asks for the short description. */
    public interface RequireShortDescription {

        /**
         * @param shortDescription one sentence: well-formed XML
         * @return the next stage
         */
        RequireFullDescription shortDescription(String shortDescription);
    }

    /** Asks for the full description. */
    public interface RequireFullDescription {

        /**
         * @param fullDescription what the node does: well-formed XML
         * @return the next stage
         */
        RequireSinceVersion fullDescription(String fullDescription);
    }

    /** Asks for the version in which the node appeared. */
    public interface RequireSinceVersion {

        /**
         * @param major the first number of the version of the platform
         * @param minor the second
         * @param revision the third
         * @return the next stage
         */
        RequirePorts sinceVersion(int major, int minor, int revision);
    }

    /** Asks for what the node does. */
    public interface RequireModel {

        /**
         * @param model describes it
         * @return the node
         */
        DefaultNode model(Function<RequireModelParameters, DefaultModel> model);
    }
}
