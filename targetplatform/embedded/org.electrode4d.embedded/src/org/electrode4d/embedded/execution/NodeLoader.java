// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.spi.Extensions;
import org.electrode4d.embedded.spi.NodeExtension;
import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.workflow.LoadReport;
import org.electrode4d.embedded.workflow.NodeState;
import org.electrode4d.embedded.workflow.WorkflowNode;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;

/** Makes the live nodes of a stored workflow. */
final class NodeLoader {

    private final EmbeddedWorkflow platform;
    private final LoadReport report;

    NodeLoader(final EmbeddedWorkflow platform, final LoadReport report) {
        this.platform = platform;
        this.report = report;
    }

    /** Makes a node; if that fails it is there as a missing node and the report says why. */
    NodeInstance load(final WorkflowNode stored) {
        final EmbeddedNode embedded = platform.node(stored.id(), stored.name());
        final Optional<NodeExtension> extension = Extensions.node(stored.origin().factoryClass());
        if (extension.isEmpty()) {
            report.error(stored.title(), "its " + stored.origin().describeBundle()
                + " is not installed (node factory " + stored.origin().factoryClass() + ").",
                "Add the plug-in to this platform, or run the workflow in a KNIME that has it: "
                    + "--knime <installation>.");
            return missing(stored, embedded);
        }
        try {
            return embedded.call(() -> create(stored, embedded, extension.get()));
        } catch (Exception | LinkageError e) {
            report.error(stored.title(), "node factory " + stored.origin().factoryClass() + " cannot be used: "
                + NodeMessages.text(e) + ".",
                "Install a matching version of " + stored.origin().describeBundle() + ".");
            return missing(stored, embedded);
        }
    }

    private static NodeInstance missing(final WorkflowNode stored, final EmbeddedNode embedded) {
        stored.setState(NodeState.IDLE);
        return new NodeInstance(stored, embedded, null, null);
    }

    private NodeInstance create(final WorkflowNode stored, final EmbeddedNode embedded,
        final NodeExtension extension) throws InvalidSettingsException {
        final NodeFactory<?> factory = extension.createFactory();
        if (stored.configuration().factory() != null) {
            factory.loadAdditionalFactorySettings(stored.configuration().factory());
        }
        final ModifiableNodeCreationConfiguration creation = NodeFactories.creationConfiguration(factory);
        if (stored.configuration().creation() != null) {
            final NodeSettings settings = new NodeSettings("settings");
            stored.configuration().creation().copyTo(settings.addNodeSettings("node_creation_config"));
            creation.loadSettingsFrom(settings);
        }
        final NodeModel model = NodeFactories.createModel(factory, creation);
        final NodeInstance instance = new NodeInstance(stored, embedded, factory, model);
        loadSettings(instance);
        return instance;
    }

    private void loadSettings(final NodeInstance instance) {
        final NodeSettings settings = instance.stored().configuration().model();
        if (settings == null) {
            report.warn(instance.title(), "settings.xml holds no parameters.", "The defaults are used.");
            return;
        }
        try {
            ModelSettings.load(instance.model(), settings);
            warnOfUnknownKeys(instance, settings);
        } catch (InvalidSettingsException e) {
            report.warn(instance.title(), "Loading model settings failed: " + e.getMessage() + ".",
                "All parameters of the node have their default values, as in KNIME; set them anew.");
            instance.stored().reset();
        }
    }

    private void warnOfUnknownKeys(final NodeInstance instance, final NodeSettings settings) {
        final NodeSettings known = ModelSettings.save(instance.model());
        final Set<String> unknown = new TreeSet<>();
        collectUnknown(settings, known, "", unknown);
        if (!unknown.isEmpty()) {
            report.warn(instance.title(), "unknown settings " + unknown + ".",
                "They are kept in the file, but have no effect.");
        }
    }

    private static void collectUnknown(final ConfigBase stored, final ConfigBase known, final String path,
        final Set<String> unknown) {
        for (String key : stored.keySet()) {
            if (!known.containsKey(key)) {
                unknown.add(path + key);
            } else if (stored.getEntry(key) instanceof ConfigBase child
                && known.getEntry(key) instanceof ConfigBase knownChild) {
                collectUnknown(child, knownChild, path + key + "/", unknown);
            }
        }
    }
}
