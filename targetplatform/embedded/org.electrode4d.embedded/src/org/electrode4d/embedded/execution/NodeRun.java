// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.Map;
import java.util.Optional;

import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.workflow.NodeConfiguration;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;

/** Configures and executes one node, with KNIME's states and messages. */
final class NodeRun {

    private final NodeInstance node;

    NodeRun(final NodeInstance node) {
        this.node = node;
    }

    /**
     * Puts in the flow variables and configures. The node is CONFIGURED afterwards, or IDLE with a message.
     *
     * @param specs specs at the data inputs; null at unconnected optional ones
     * @param variables what the node sees
     */
    void configure(final PortObjectSpec[] specs, final Map<String, FlowVariable> variables) {
        node.setMessage(null);
        try {
            node.embedded().call(() -> {
                applyVariables(variables);
                node.setConfigured(NodeModels.configure(node.model(), specs));
                return null;
            });
            node.setMessage(warning().orElse(null));
            keepGuessedParameters();
        } catch (InvalidSettingsException e) {
            node.setIdle();
            node.setMessage(NodeMessages.refused(e));
        } catch (Exception | LinkageError e) {
            node.setIdle();
            node.setMessage(NodeMessages.configureFailed(e));
        }
    }

    private void applyVariables(final Map<String, FlowVariable> variables) throws InvalidSettingsException {
        NodeModels.setFlowVariables(node.model(), variables);
        final NodeConfiguration configuration = node.stored().configuration();
        if (configuration.model() == null || configuration.variables() == null) {
            return;
        }
        final VariableBindings.Result result;
        try {
            result = VariableBindings.apply(configuration.model(), configuration.variables(), variables);
            ModelSettings.load(node.model(), result.settings());
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException("Errors overwriting node settings with flow variables: "
                + e.getMessage(), e);
        }
        node.setExposed(result.exposed());
    }

    private void keepGuessedParameters() {
        if (node.stored().configuration().model() == null) {
            node.stored().setConfiguration(
                node.stored().configuration().withModel(ModelSettings.save(node.model())));
        }
    }

    /**
     * Executes a configured node. It is EXECUTED afterwards, or CONFIGURED with an error. Tables without rows, or
     * unlike the specs that the configuration gave, are remarked on.
     *
     * @throws CanceledExecutionException if it was stopped; the node is CONFIGURED and holds nothing
     */
    void execute(final PortObject[] inputs, final CancelSignal cancel, final ExecutionListener listener)
        throws CanceledExecutionException {
        final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor();
        monitor.addProgressListener(event -> listener.progress(node, event.getNodeProgress().getProgress(),
            event.getNodeProgress().getMessage()));
        final PortObjectSpec[] specs = node.outSpecs();
        cancel.begin(monitor);
        try {
            final PortObject[] outputs = node.embedded().call(() -> {
                final ExecutionContext context = node.embedded().startExecution(monitor);
                context.checkCanceled();
                return NodeModels.execute(node.model(), inputs, context);
            });
            node.setExecuted(outputs);
            node.setMessage(OutputCheck.remark(outputs, specs, warning()).orElse(null));
        } catch (Exception | LinkageError | OutOfMemoryError | StackOverflowError e) {
            fail(e, cancel, specs);
        } finally {
            monitor.removeAllProgressListener();
            cancel.end();
        }
    }

    private void fail(final Throwable e, final CancelSignal cancel, final PortObjectSpec[] specs)
        throws CanceledExecutionException {
        node.reset();
        node.setConfigured(specs);
        if (cancel.isCancelled() || e instanceof CanceledExecutionException) {
            node.setMessage(NodeMessages.CANCELED); // after a request to stop, what else is thrown is a consequence
            throw new CanceledExecutionException();
        }
        node.setFailure(e);
        node.setMessage(NodeMessages.executeFailed(e));
    }

    private Optional<NodeMessage> warning() {
        return NodeModels.warning(node.model()).map(w -> w.toNodeMessage(NodeMessage.Type.WARNING));
    }
}
