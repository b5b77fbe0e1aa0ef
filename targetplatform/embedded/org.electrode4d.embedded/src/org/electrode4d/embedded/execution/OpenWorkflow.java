// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.electrode4d.embedded.spi.EmbeddedWorkflow;
import org.electrode4d.embedded.workflow.LoadReport;
import org.electrode4d.embedded.workflow.NodeState;
import org.electrode4d.embedded.workflow.Workflow;
import org.electrode4d.embedded.workflow.WorkflowReader;
import org.electrode4d.embedded.workflow.WorkflowWriter;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;

/**
 * A workflow with live nodes: loaded, configured, ready to be executed and saved. Not thread-safe, but for
 * {@link CancelSignal}.
 */
public final class OpenWorkflow implements AutoCloseable {

    private final Workflow stored;
    private final Path folder;
    private final EmbeddedWorkflow platform;
    private final LoadReport report;
    private final NodeGraph graph;
    private final Map<Integer, NodeInstance> nodes = new LinkedHashMap<>();
    private final NodeInputs inputs;

    private OpenWorkflow(final Workflow stored, final Path folder, final LoadReport report) throws IOException {
        this.stored = stored;
        this.folder = folder;
        this.report = report;
        this.graph = new NodeGraph(stored);
        this.inputs = new NodeInputs(stored, nodes, graph);
        this.platform = EmbeddedWorkflow.open(folder);
    }

    /**
     * Loads a workflow folder. Executed nodes come back with their data, all others are configured.
     *
     * @throws IOException if the workflow as a whole cannot be loaded; single nodes are reported in {@link #report()}
     */
    public static OpenWorkflow load(final Path folder) throws IOException {
        final LoadReport report = new LoadReport();
        return open(WorkflowReader.read(folder, report), folder.toAbsolutePath().normalize(), report);
    }

    /** Makes the nodes of a workflow that need not have been saved. */
    public static OpenWorkflow of(final Workflow workflow) throws IOException {
        return open(workflow, null, new LoadReport());
    }

    private static OpenWorkflow open(final Workflow workflow, final Path folder, final LoadReport report)
        throws IOException {
        final OpenWorkflow open = new OpenWorkflow(workflow, folder, report);
        try {
            open.makeNodes();
            open.nodes.values().forEach(open::restoreOrConfigure);
            return open;
        } catch (IllegalStateException e) {
            open.close();
            throw new IOException(e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    /** Makes the nodes of a new workflow without configuring them. */
    static OpenWorkflow unconfigured(final Workflow workflow) throws IOException {
        final OpenWorkflow open = new OpenWorkflow(workflow, null, new LoadReport());
        try {
            open.makeNodes();
            return open;
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    private void makeNodes() {
        final NodeLoader loader = new NodeLoader(platform, report);
        graph.order().forEach(id -> nodes.put(id, loader.load(stored.node(id).orElseThrow())));
    }

    private void restoreOrConfigure(final NodeInstance node) {
        if (node.isMissing()) {
            return;
        }
        final boolean ready = inputs.unfinishedPredecessor(node).isEmpty();
        if (node.state() == NodeState.EXECUTED && ready && folder != null) {
            try {
                node.embedded().call(() -> {
                    new ContentReader(node, folder.resolve(node.stored().folder())).restore();
                    return null;
                });
                return;
            } catch (Exception | LinkageError e) {
                reportLostData(node, e);
            }
            node.reset();
        } else if (node.state() == NodeState.EXECUTED) {
            node.reset();
        }
        configure(node);
    }

    private void reportLostData(final NodeInstance node, final Throwable e) {
        if (Files.exists(folder.resolve(".savedWithData"))) {
            report.warn(node.title(), "Unable to load port content: " + NodeMessages.text(e) + ".",
                "The node is reset; execute it again.");
        }
    }

    /** What was noticed while loading. */
    public LoadReport report() {
        return report;
    }

    /** What is stored of the workflow; changes of it are saved. */
    public Workflow stored() {
        return stored;
    }

    /** All nodes in the order of execution. */
    public Collection<NodeInstance> nodes() {
        return List.copyOf(nodes.values());
    }

    /** The node with that number. */
    public Optional<NodeInstance> node(final int id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** Forgets all results and configures all nodes anew. */
    public void reset() {
        nodes.values().forEach(NodeInstance::reset);
        nodes.values().forEach(this::configure);
    }

    /** Gives a workflow variable a value; declares it where the workflow does not. */
    public void setVariable(final FlowVariable variable) {
        stored.setVariable(variable);
    }

    /**
     * Changes parameters of a node; it and all nodes behind it are reset and configured.
     *
     * @param model all parameters of the node
     * @throws InvalidSettingsException if the node refuses them; it then keeps the old ones
     */
    public void setParameters(final NodeInstance node, final NodeSettings model) throws InvalidSettingsException {
        ModelSettings.load(node.model(), model);
        node.stored().setConfiguration(node.stored().configuration().withModel(model));
        final Set<Integer> affected = graph.downstream(node.id());
        nodes.values().stream().filter(n -> affected.contains(n.id())).forEach(NodeInstance::reset);
        nodes.values().stream().filter(n -> affected.contains(n.id())).forEach(this::configure);
    }

    /** What stands at the inputs of the nodes. */
    public NodeInputs inputs() {
        return inputs;
    }

    /** Configures a node that is not executed, if everything before it is configured and its ports are connected. */
    void configure(final NodeInstance node) {
        if (node.isMissing() || node.state() == NodeState.EXECUTED) {
            return;
        }
        if (inputs.areSpecsKnown(node)) {
            new NodeRun(node).configure(inputs.specs(node), inputs.variables(node));
        } else {
            node.setIdle();
            node.setMessage(null);
        }
    }

    /**
     * Saves the workflow with the data of its executed nodes.
     *
     * @param target folder of the workflow; may be the one it was loaded from
     */
    public void save(final Path target) throws IOException, CanceledExecutionException {
        save(target, new CancelSignal());
    }

    /**
     * Saves the workflow with the data of its executed nodes, unless a stop is asked for: then nothing is changed.
     *
     * @param target folder of the workflow; may be the one it was loaded from
     */
    public void save(final Path target, final CancelSignal cancel) throws IOException, CanceledExecutionException {
        for (NodeInstance node : nodes.values()) {
            node.stored().setVariables(node.state() == NodeState.EXECUTED ? node.ownVariables() : List.of());
        }
        stored.touch(target.toAbsolutePath().normalize().equals(folder));
        final DefaultNodeProgressMonitor progress = new DefaultNodeProgressMonitor();
        final ExecutionMonitor monitor = new ExecutionMonitor(progress);
        cancel.begin(progress);
        try {
            new WorkflowWriter(stored, folder,
                (node, to) -> new ContentWriter(nodes.get(node.id()), to, monitor).write()).write(target);
        } catch (IOException e) {
            cancel.check();
            throw e;
        } finally {
            cancel.end();
        }
    }

    /** Deletes the temporary files of the run. */
    @Override
    public void close() throws IOException {
        platform.close();
    }
}
