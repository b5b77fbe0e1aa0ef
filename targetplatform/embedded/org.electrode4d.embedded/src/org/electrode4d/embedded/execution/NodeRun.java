// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.Map;
import java.util.concurrent.CancellationException;

import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.workflow.NodeConfiguration;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.DefaultNodeProgressMonitor;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;

/** Configures and executes one node, with KNIME's states and messages. */
final class NodeRun {

    private static final String EXECUTE_FAILED = "Execute failed: ";

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
            node.setMessage(warning());
            keepGuessedParameters();
        } catch (InvalidSettingsException e) {
            node.setIdle();
            node.setMessage(messageOf(e, "").toNodeMessage(NodeMessage.Type.WARNING));
        } catch (Exception | LinkageError e) {
            node.setIdle();
            node.setMessage(messageOf(e, "Configure failed (" + e.getClass().getSimpleName() + "): ")
                .toNodeMessage(NodeMessage.Type.ERROR));
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
            NodeModels.loadSettings(node.model(), result.settings());
        } catch (InvalidSettingsException e) {
            throw new InvalidSettingsException("Errors overwriting node settings with flow variables: "
                + e.getMessage(), e);
        }
        node.setExposed(result.exposed());
    }

    private void keepGuessedParameters() {
        if (node.stored().configuration().model() == null) {
            final NodeSettings model = new NodeSettings("model");
            NodeModels.saveSettings(node.model(), model);
            node.stored().setConfiguration(node.stored().configuration().withModel(model));
        }
    }

    /**
     * Executes a configured node. It is EXECUTED afterwards, or CONFIGURED with an error.
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
            node.setMessage(warning());
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
        if (cancel.isCancelled() || e instanceof CanceledExecutionException || e instanceof CancellationException) {
            node.setMessage(NodeMessage.newWarning("Execution canceled"));
            throw new CanceledExecutionException();
        }
        node.setFailure(e);
        node.setMessage(messageOf(e, EXECUTE_FAILED).toNodeMessage(NodeMessage.Type.ERROR));
    }

    private NodeMessage warning() {
        return NodeModels.warning(node.model()).map(w -> w.toNodeMessage(NodeMessage.Type.WARNING)).orElse(null);
    }

    private static Message messageOf(final Throwable e, final String prefix) {
        if (e instanceof OutOfMemoryError) {
            return Message.fromSummaryWithResolution(prefix + "out of memory (" + e.getMessage() + ", at most "
                + Runtime.getRuntime().maxMemory() / 1_000_000 + " MB)",
                "Give Java more, for example with the environment variable ELECTRODE4D_OPTS=-Xmx16g.");
        }
        if (e instanceof MessageAwareException aware) {
            return aware.getKNIMEMessage();
        }
        final String text = e.getMessage();
        if (text != null && text.length() >= 5) {
            return Message.fromSummary(prefix + text);
        }
        return Message.fromSummary(prefix + "(\"" + e.getClass().getSimpleName() + "\"): " + text);
    }
}
