// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.NodeFactory.NodeType;
import org.w3c.dom.Element;

/** What a user reads about a node. */
public abstract class NodeDescription {

    private boolean deprecated;

    /** @return the path of a picture, relative to the factory; null if there is none */
    public abstract String getIconPath();

    public abstract String getInportDescription(int index);

    public abstract String getInportName(int index);

    public abstract String getInteractiveViewName();

    public Optional<String> getInteractiveViewDescription() {
        return Optional.empty();
    }

    public abstract String getNodeName();

    public Optional<String> getIntro() {
        return Optional.empty();
    }

    public List<DialogOptionGroup> getDialogOptionGroups() {
        return List.of();
    }

    public List<DescriptionLink> getLinks() {
        return List.of();
    }

    public Optional<String> getShortDescription() {
        return Optional.empty();
    }

    public List<DynamicPortGroupDescription> getDynamicInPortGroups() {
        return List.of();
    }

    public List<DynamicPortGroupDescription> getDynamicOutPortGroups() {
        return List.of();
    }

    public abstract String getOutportDescription(int index);

    public abstract String getOutportName(int index);

    public abstract NodeType getType();

    public abstract int getViewCount();

    public abstract String getViewDescription(int index);

    public abstract String getViewName(int index);

    public abstract Element getXMLDescription();

    public String[] getKeywords() {
        return new String[0];
    }

    protected void setIsDeprecated(final boolean isDeprecated) {
        deprecated = isDeprecated;
    }

    public boolean isDeprecated() {
        return deprecated;
    }

    /** A parameter in the dialog. */
    public static final class DialogOption {

        private final String name;

        private final String description;

        private final boolean optional;

        public DialogOption(final String name, final String description, final boolean optional) {
            this.name = name;
            this.description = description;
            this.optional = optional;
        }

        public String getName() {
            return name;
        }

        public String getDescription() {
            return description;
        }

        public boolean isOptional() {
            return optional;
        }
    }

    /** A section of the dialog. */
    public static final class DialogOptionGroup {

        private final String name;

        private final String description;

        private final List<DialogOption> options;

        public DialogOptionGroup(final String name, final String description, final List<DialogOption> options) {
            this.name = name;
            this.description = description;
            this.options = List.copyOf(options);
        }

        public Optional<String> getName() {
            return Optional.ofNullable(name);
        }

        public Optional<String> getDescription() {
            return Optional.ofNullable(description);
        }

        public List<DialogOption> getOptions() {
            return options;
        }
    }

    /** Something to read elsewhere. */
    public static final class DescriptionLink {

        private final String target;

        private final String text;

        public DescriptionLink(final String target, final String text) {
            this.target = target;
            this.text = text;
        }

        public String getTarget() {
            return target;
        }

        public String getText() {
            return text;
        }
    }

    /** A group of ports that users can add ports to. */
    public static final class DynamicPortGroupDescription {

        private final String name;

        private final String identifier;

        private final String description;

        public DynamicPortGroupDescription(final String name, final String identifier, final String description) {
            this.name = name;
            this.identifier = identifier;
            this.description = description;
        }

        public String getGroupName() {
            return name;
        }

        public String getGroupIdentifier() {
            return identifier;
        }

        public String getGroupDescription() {
            return description;
        }
    }
}
