// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.spi.Contributor;
import org.electrode4d.embedded.spi.Extensions;
import org.electrode4d.embedded.spi.NodeExtension;
import org.electrode4d.embedded.spi.NodeFactories;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.workflow.Annotation;
import org.electrode4d.embedded.workflow.Author;
import org.electrode4d.embedded.workflow.Bounds;
import org.electrode4d.embedded.workflow.Connection;
import org.electrode4d.embedded.workflow.EditorSettings;
import org.electrode4d.embedded.workflow.NodeConfiguration;
import org.electrode4d.embedded.workflow.NodeOrigin;
import org.electrode4d.embedded.workflow.NodeOrigin.Unit;
import org.electrode4d.embedded.workflow.StoredContent;
import org.electrode4d.embedded.workflow.Workflow;
import org.electrode4d.embedded.workflow.WorkflowMetadata;
import org.electrode4d.embedded.workflow.WorkflowNode;
import org.electrode4d.embedded.workflow.WorkflowWriter;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

/**
 * Builds a workflow in code and saves it reset.
 * <pre>{@code
 * WorkflowBuilder workflow = new WorkflowBuilder();
 * workflow.variable(new FlowVariable("factor", 2.5));
 * NodeBuilder source = workflow.node(SourceNodeFactory.class, 100, 100).set("rowCount", 4).label("Four rows");
 * NodeBuilder scale = workflow.node(ScaleNodeFactory.class, 260, 100).bind("factor", "factor");
 * workflow.connect(source, 1, scale, 1);
 * workflow.describe("Scales four numbers.");
 * workflow.save(folder);
 * }</pre>
 * Ports count from 1, as in KNIME's files. Parameters that are not set keep the node's defaults, including columns it
 * chooses by itself from the specs at its inputs.
 */
public final class WorkflowBuilder {

    private final Workflow workflow = new Workflow();
    private final List<NodeBuilder> nodes = new ArrayList<>();

    public WorkflowBuilder() {
        workflow.setEditor(EditorSettings.DEFAULT);
    }

    /** Adds a node; nodes are numbered from 1 in the order in which they are added. */
    @SuppressWarnings("rawtypes")
    public NodeBuilder node(final Class<? extends NodeFactory> factory, final int x, final int y) {
        return node(factory.getName(), x, y);
    }

    /**
     * Adds a node.
     *
     * @param factoryClass name of a registered node factory
     * @param x left edge on the canvas, pixels
     * @param y upper edge on the canvas, pixels
     * @throws IllegalArgumentException if no plug-in registers that factory
     */
    public NodeBuilder node(final String factoryClass, final int x, final int y) {
        final NodeExtension extension = Extensions.node(factoryClass).orElseThrow(() -> new IllegalArgumentException(
            "No plug-in registers the node factory " + factoryClass + " (extension point "
                + "org.knime.workbench.repository.nodes)."));
        final WorkflowNode node = create(extension, nodes.size() + 1);
        node.setBounds(Bounds.at(x, y));
        workflow.add(node);
        final NodeBuilder builder = new NodeBuilder(node);
        nodes.add(builder);
        return builder;
    }

    private static WorkflowNode create(final NodeExtension extension, final int id) {
        final NodeFactory<?> factory = extension.createFactory();
        final NodeSettings creation = new NodeSettings("settings");
        NodeFactories.creationConfiguration(factory).saveSettingsTo(creation);
        final Contributor from = extension.contributor();
        final Unit bundle = new Unit(from.name(), from.symbolicName(), from.vendor(), from.version());
        final String name = factory.getNodeName();
        final NodeOrigin origin = new NodeOrigin(extension.factoryClass(), name, bundle, Unit.UNKNOWN);
        return new WorkflowNode(id, name, origin,
            NodeConfiguration.fresh(null, null, child(creation, "node_creation_config").orElse(null)));
    }

    private static Optional<NodeSettings> child(final NodeSettings settings, final String key) {
        return settings.getEntry(key) instanceof NodeSettings child ? Optional.of(child) : Optional.empty();
    }

    /** Connects an output of one node with an input of another; ports count from 1. */
    public WorkflowBuilder connect(final NodeBuilder source, final int sourcePort, final NodeBuilder target,
        final int targetPort) {
        workflow.connect(new Connection(source.node().id(), sourcePort, target.node().id(), targetPort));
        return this;
    }

    /** Connects the first output of each node with the first input of the next. */
    public WorkflowBuilder chain(final NodeBuilder... chain) {
        for (int i = 1; i < chain.length; i++) {
            connect(chain[i - 1], 1, chain[i], 1);
        }
        return this;
    }

    /** Declares a workflow variable with its default value. */
    public WorkflowBuilder variable(final FlowVariable variable) {
        workflow.setVariable(variable);
        return this;
    }

    /** Puts a note on the canvas. */
    public WorkflowBuilder annotate(final Annotation annotation) {
        workflow.annotate(annotation);
        return this;
    }

    /** Sets the description of the workflow, plain text. */
    public WorkflowBuilder describe(final String description) {
        return describe(WorkflowMetadata.of(description));
    }

    /** Sets description, tags and links. */
    public WorkflowBuilder describe(final WorkflowMetadata metadata) {
        workflow.setMetadata(metadata);
        return this;
    }

    /** Sets author and time of the workflow, so that the same code always writes the same files. */
    public WorkflowBuilder author(final String author, final Instant time) {
        workflow.setAuthor(Author.at(author, time));
        final WorkflowMetadata m = workflow.metadata();
        workflow.setMetadata(new WorkflowMetadata(m.contentType(), author, time.toString(), time.toString(),
            m.description(), m.tags(), m.links()));
        return this;
    }

    /**
     * Configures the nodes in order and saves the workflow, reset.
     *
     * @param folder folder of the workflow; its parent must exist; an older workflow in it is replaced
     * @throws InvalidSettingsException if a node refuses its parameters; names the node
     * @throws IOException if the workflow cannot be written
     */
    public void save(final Path folder) throws IOException, InvalidSettingsException {
        try (OpenWorkflow open = OpenWorkflow.unconfigured(workflow)) {
            for (NodeInstance node : open.nodes()) {
                configure(open, node);
            }
            new WorkflowWriter(workflow, null, WorkflowWriter.DataWriter.NONE).write(folder);
        } catch (CanceledExecutionException e) {
            throw new IOException("Saving was stopped", e);
        }
    }

    private void configure(final OpenWorkflow open, final NodeInstance node)
        throws IOException, InvalidSettingsException {
        if (node.isMissing()) {
            throw new IOException(node.title() + " cannot be created: " + open.report().findings());
        }
        open.configure(node);
        final NodeSettings model = new NodeSettings("model");
        NodeModels.saveSettings(node.model(), model);
        final NodeSettings view = new NodeSettings("view");
        NodeModels.saveDefaultViewSettings(node.model(), view);
        try {
            nodes.get(node.id() - 1).apply(model);
            ModelSettings.load(node.model(), model);
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException(node.title() + ": " + e.getMessage(), e);
        }
        node.stored().setConfiguration(node.stored().configuration().withModel(model)
            .withView(view.keySet().isEmpty() ? null : view));
        open.configure(node);
        node.stored().setContent(
            StoredContent.empty(node.outPorts().length));
    }
}
