// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.description;

import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.spi.node.NodeDocumentation;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Option;
import org.electrode4d.embedded.spi.node.NodeDocumentation.Port;
import org.electrode4d.embedded.ui.model.NodeBlueprint;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** The description of a described node, in the form in which the core asks for it. */
public final class BlueprintDescription extends NodeDescription {

    private final NodeDocumentation node;
    private final String icon;
    private final Element xml;

    private BlueprintDescription(final NodeDocumentation node, final String icon) {
        this.node = node;
        this.icon = icon;
        xml = DescriptionXml.of(node, icon);
    }

    /**
     * @param blueprint what the factory says
     * @return the description
     * @throws IllegalStateException if a text is not well-formed XML
     */
    public static NodeDescription of(final NodeBlueprint blueprint) {
        return new BlueprintDescription(Documentation.of(blueprint), blueprint.texts().icon());
    }

    @Override
    public String getIconPath() {
        return icon;
    }

    @Override
    public String getNodeName() {
        return node.name();
    }

    @Override
    public NodeType getType() {
        return node.type();
    }

    @Override
    public Optional<String> getShortDescription() {
        return Optional.of(node.shortDescription());
    }

    @Override
    public Optional<String> getIntro() {
        return Optional.of(node.fullDescription());
    }

    @Override
    public List<DialogOptionGroup> getDialogOptionGroups() {
        if (node.options().isEmpty()) {
            return List.of();
        }
        return List.of(new DialogOptionGroup("Options", null, node.options().stream().map(this::option).toList()));
    }

    private DialogOption option(final Option option) {
        return new DialogOption(option.title(), DescriptionXml.fullText(option), false);
    }

    @Override
    public List<DescriptionLink> getLinks() {
        return node.links().stream().map(link -> new DescriptionLink(link.target(), link.description())).toList();
    }

    @Override
    public String getInportName(final int index) {
        return fixed(node.inputs(), index).map(Port::name).orElse(null);
    }

    @Override
    public String getInportDescription(final int index) {
        return fixed(node.inputs(), index).map(Port::description).orElse(null);
    }

    @Override
    public String getOutportName(final int index) {
        return fixed(node.outputs(), index).map(Port::name).orElse(null);
    }

    @Override
    public String getOutportDescription(final int index) {
        return fixed(node.outputs(), index).map(Port::description).orElse(null);
    }

    private static Optional<Port> fixed(final List<Port> ports, final int index) {
        return ports.stream().filter(port -> port.type().isPresent()).skip(index).findFirst();
    }

    @Override
    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return dynamic(node.inputs());
    }

    @Override
    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return dynamic(node.outputs());
    }

    private static List<DynamicPortGroupDescription> dynamic(final List<Port> ports) {
        return ports.stream().filter(port -> port.type().isEmpty())
            .map(port -> new DynamicPortGroupDescription(port.name(), port.group(), port.description())).toList();
    }

    @Override
    public int getViewCount() {
        return node.view().isPresent() ? 1 : 0;
    }

    @Override
    public String getViewName(final int index) {
        return node.view().isPresent() && index == 0 ? node.name() : null;
    }

    @Override
    public String getViewDescription(final int index) {
        return index == 0 ? node.view().orElse(null) : null;
    }

    @Override
    public String getInteractiveViewName() {
        return getViewName(0);
    }

    @Override
    public Optional<String> getInteractiveViewDescription() {
        return node.view();
    }

    @Override
    public String[] getKeywords() {
        return node.keywords().toArray(String[]::new);
    }

    @Override
    public Element getXMLDescription() {
        return xml;
    }
}
