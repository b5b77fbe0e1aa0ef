// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.execution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.NodeModels;
import org.electrode4d.embedded.workflow.NodeState;
import org.electrode4d.embedded.workflow.WorkflowNode;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeMessage;

/** A node of an open workflow: what is stored of it, its model, and what stands at its outputs. */
public final class NodeInstance {

    private final WorkflowNode stored;
    private final EmbeddedNode embedded;
    private final NodeFactory<?> factory;
    private final NodeModel model;
    private PortObjectSpec[] outSpecs;
    private PortObject[] outputs;
    private List<FlowVariable> exposed = List.of();
    private Throwable failure;

    /**
     * @param stored what the workflow says
     * @param embedded its identity in the platform
     * @param factory its factory, null if the plug-in is missing
     * @param model its model, null if the plug-in is missing
     */
    NodeInstance(final WorkflowNode stored, final EmbeddedNode embedded, final NodeFactory<?> factory,
        final NodeModel model) {
        this.stored = stored;
        this.embedded = embedded;
        this.factory = factory;
        this.model = model;
        clearOutputs();
    }

    /** What the workflow stores of this node. */
    public WorkflowNode stored() {
        return stored;
    }

    public int id() {
        return stored.id();
    }

    /** Name and number: {@code "Strain (#4)"}. */
    public String title() {
        return (isMissing() ? "MISSING " : "") + stored.title();
    }

    public NodeState state() {
        return stored.state();
    }

    /** Whether the plug-in that brings this node is absent. */
    public boolean isMissing() {
        return model == null;
    }

    /** What made the node; empty if its plug-in is absent. */
    public Optional<NodeFactory<?>> factory() {
        return Optional.ofNullable(factory);
    }

    /** The parameters that the node ran with, or would run with: flow variables are put in. */
    public NodeSettings settings() {
        if (!isMissing()) {
            return ModelSettings.save(model);
        }
        final NodeSettings unread = stored.configuration().model();
        return unread == null ? new NodeSettings("model") : unread;
    }

    EmbeddedNode embedded() {
        return embedded;
    }

    NodeModel model() {
        return model;
    }

    /** Types of the data inputs; none for a missing node. */
    public PortType[] inPorts() {
        return model == null ? new PortType[0] : NodeModels.inPorts(model);
    }

    /** Types of the data outputs; none for a missing node. */
    public PortType[] outPorts() {
        return model == null ? new PortType[0] : NodeModels.outPorts(model);
    }

    /** Name of a data output, counted from 0. */
    public String outPortName(final int port) {
        return factory.getOutportName(port);
    }

    /** Specs at the data outputs; elements are null where unknown. */
    PortObjectSpec[] outSpecs() {
        return outSpecs.clone();
    }

    /** The spec at a data output, counted from 0; empty where unknown. */
    public Optional<PortObjectSpec> outSpec(final int port) {
        return port < outSpecs.length ? Optional.ofNullable(outSpecs[port]) : Optional.empty();
    }

    /** What stands at a data output, counted from 0; empty before execution. */
    public Optional<PortObject> output(final int port) {
        return port < outputs.length ? Optional.ofNullable(outputs[port]) : Optional.empty();
    }

    /** Variables that parameters of this node are exposed as, then those that the model pushed. */
    List<FlowVariable> ownVariables() {
        final List<FlowVariable> all = new ArrayList<>(exposed);
        if (!isMissing()) {
            all.addAll(NodeModels.pushedFlowVariables(model).values());
        }
        return all;
    }

    void setExposed(final List<FlowVariable> variables) {
        exposed = variables;
    }

    void setConfigured(final PortObjectSpec[] specs) {
        outSpecs = specs;
        outputs = new PortObject[outPorts().length];
        stored.setState(NodeState.CONFIGURED);
    }

    void setIdle() {
        clearOutputs();
        stored.setState(NodeState.IDLE);
    }

    void setExecuted(final PortObject[] objects) {
        outputs = objects;
        outSpecs = Arrays.stream(objects).map(PortObject::getSpec).toArray(PortObjectSpec[]::new);
        stored.setState(NodeState.EXECUTED);
    }

    private void clearOutputs() {
        outSpecs = new PortObjectSpec[outPorts().length];
        outputs = new PortObject[outPorts().length];
    }

    /** Forgets data and message. */
    void reset() {
        if (!isMissing()) {
            NodeModels.reset(model);
        }
        embedded.reset();
        clearOutputs();
        stored.reset();
    }

    void setMessage(final NodeMessage message) {
        stored.setMessage(message);
    }

    /** What the last execution failed with. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    void setFailure(final Throwable cause) {
        failure = cause;
    }

    /** The error at this node, if it failed. */
    public Optional<NodeMessage> error() {
        return stored.message().filter(m -> m.getMessageType() == NodeMessage.Type.ERROR);
    }

    @Override
    public String toString() {
        return title();
    }
}
