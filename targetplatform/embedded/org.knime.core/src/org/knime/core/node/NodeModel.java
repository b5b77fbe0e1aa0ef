// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.message.Message;
import org.knime.core.node.message.MessageBuilder;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/** The working part of a node: settings, configuration, execution. */
public abstract class NodeModel {

    static {
        Secrets.setModels(NodeModel::inside);
    }

    private final NodeLogger logger = NodeLogger.getLogger(getClass());

    private final PortType[] inPorts;

    private final PortType[] outPorts;

    private final Map<String, FlowVariable> pushed = new LinkedHashMap<>();

    private Map<String, FlowVariable> variables = Map.of();

    private Message warning;

    /** A node with tables at its ports. */
    protected NodeModel(final int nrInDataPorts, final int nrOutDataPorts) {
        this(tables(nrInDataPorts), tables(nrOutDataPorts));
    }

    protected NodeModel(final PortType[] inPortTypes, final PortType[] outPortTypes) {
        inPorts = inPortTypes.clone();
        outPorts = outPortTypes.clone();
    }

    private static PortType[] tables(final int count) {
        return Collections.nCopies(count, BufferedDataTable.TYPE).toArray(PortType[]::new);
    }

    protected abstract void loadInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    protected abstract void saveInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    protected final int getNrInPorts() {
        return inPorts.length;
    }

    protected final int getNrOutPorts() {
        return outPorts.length;
    }

    protected final PortType getInPortType(final int index) {
        return inPorts[index];
    }

    protected final PortType getOutPortType(final int index) {
        return outPorts[index];
    }

    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    protected void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        // a node without view has no settings for it
    }

    protected void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        // a node without view has no settings for it
    }

    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        BufferedDataTable[] tables = Stream.of(inObjects).map(BufferedDataTable.class::cast)
            .toArray(BufferedDataTable[]::new);
        return execute(tables, exec);
    }

    protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec)
        throws Exception {
        throw new IOException(getClass().getName() + " implements none of the methods execute");
    }

    protected abstract void reset();

    /** The node is removed from its workflow. */
    protected void onDispose() {
        // nothing is held
    }

    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        DataTableSpec[] specs = Stream.of(inSpecs).map(DataTableSpec.class::cast).toArray(DataTableSpec[]::new);
        return configure(specs);
    }

    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        throw new InvalidSettingsException(getClass().getName() + " implements none of the methods configure");
    }

    protected final MessageBuilder createMessageBuilder() {
        return Message.builder();
    }

    /** @param message null for none */
    protected final void setWarningMessage(final String message) {
        setWarning(message == null ? null : Message.fromSummary(message));
    }

    /** @return the summary of the warning, or null */
    protected final String getWarningMessage() {
        return Message.getSummaryFrom(warning);
    }

    /** @param message null for none */
    protected final void setWarning(final Message message) {
        warning = message;
    }

    /** @return the warning, or null */
    protected final Message getWarning() {
        return warning;
    }

    private FlowVariable variable(final String name) {
        FlowVariable own = pushed.get(name);
        return own == null ? variables.get(name) : own;
    }

    /** @throws NoSuchElementException if there is no such variable, or it has another type */
    public final <T> T peekFlowVariable(final String name, final VariableType<T> type) {
        return Optional.ofNullable(variable(name)).filter(v -> v.getVariableType().isConvertible(type))
            .orElseThrow(() -> new NoSuchElementException("No flow variable " + name + " of type " + type))
            .getValue(type);
    }

    public final String peekFlowVariableString(final String name) {
        return peekFlowVariable(name, VariableType.StringType.INSTANCE);
    }

    public final double peekFlowVariableDouble(final String name) {
        return peekFlowVariable(name, VariableType.DoubleType.INSTANCE);
    }

    public final int peekFlowVariableInt(final String name) {
        return peekFlowVariable(name, VariableType.IntType.INSTANCE);
    }

    protected final <T> void pushFlowVariable(final String name, final VariableType<T> type, final T value) {
        pushed.put(name, new FlowVariable(name, type, value));
    }

    protected final void pushFlowVariableString(final String name, final String value) {
        pushFlowVariable(name, VariableType.StringType.INSTANCE, value);
    }

    protected final void pushFlowVariableDouble(final String name, final double value) {
        pushFlowVariable(name, VariableType.DoubleType.INSTANCE, value);
    }

    protected final void pushFlowVariableInt(final String name, final int value) {
        pushFlowVariable(name, VariableType.IntType.INSTANCE, value);
    }

    /** @return the variables at the inputs, and those that this node has pushed */
    public final Map<String, FlowVariable> getAvailableFlowVariables() {
        Map<String, FlowVariable> all = new LinkedHashMap<>(variables);
        all.putAll(pushed);
        return all;
    }

    /** @return as {@link #getAvailableFlowVariables()}, of some types only */
    public final Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?>[] types) {
        return select(getAvailableFlowVariables(), types);
    }

    /** @return the variables at the inputs */
    public final Map<String, FlowVariable> getAvailableInputFlowVariables() {
        return new LinkedHashMap<>(variables);
    }

    /** @return as {@link #getAvailableInputFlowVariables()}, of some types only */
    public final Map<String, FlowVariable> getAvailableInputFlowVariables(final VariableType<?>[] types) {
        return select(getAvailableInputFlowVariables(), types);
    }

    private static Map<String, FlowVariable> select(final Map<String, FlowVariable> from,
        final VariableType<?>[] types) {
        from.values().removeIf(v -> Stream.of(types).noneMatch(type -> v.getVariableType().equals(type)));
        return from;
    }

    protected final NodeLogger getLogger() {
        return logger;
    }

    private Secrets.Model inside() {
        return new Inside();
    }

    private final class Inside implements Secrets.Model {

        @Override
        public PortType[] inPorts() {
            return inPorts.clone();
        }

        @Override
        public PortType[] outPorts() {
            return outPorts.clone();
        }

        @Override
        public void save(final NodeSettingsWO settings) {
            saveSettingsTo(settings);
        }

        @Override
        public void validate(final NodeSettingsRO settings) throws InvalidSettingsException {
            validateSettings(settings);
        }

        @Override
        public void load(final NodeSettingsRO settings) throws InvalidSettingsException {
            loadValidatedSettingsFrom(settings);
        }

        @Override
        public void validateView(final NodeSettingsRO settings) throws InvalidSettingsException {
            validateViewSettings(settings);
        }

        @Override
        public void saveDefaultView(final NodeSettingsWO settings) {
            saveDefaultViewSettingsTo(settings);
        }

        @Override
        public void setVariables(final Map<String, FlowVariable> available) {
            variables = new LinkedHashMap<>(available);
            pushed.clear();
        }

        @Override
        public Map<String, FlowVariable> pushed() {
            return new LinkedHashMap<>(pushed);
        }

        @Override
        public PortObjectSpec[] configure(final PortObjectSpec[] specs) throws InvalidSettingsException {
            setWarning(null);
            return NodeModel.this.configure(specs);
        }

        @Override
        public PortObject[] execute(final PortObject[] inputs, final ExecutionContext context) throws Exception {
            setWarning(null);
            return NodeModel.this.execute(inputs, context);
        }

        @Override
        public Optional<Message> warning() {
            return Optional.ofNullable(getWarning());
        }

        @Override
        public void reset() {
            setWarning(null);
            NodeModel.this.reset();
        }

        @Override
        public void saveInternals(final File folder, final ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
            NodeModel.this.saveInternals(folder, monitor);
        }

        @Override
        public void loadInternals(final File folder, final ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException {
            NodeModel.this.loadInternals(folder, monitor);
        }
    }
}
