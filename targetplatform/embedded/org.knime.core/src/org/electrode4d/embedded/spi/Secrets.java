// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.electrode4d.embedded.spi.table.ColumnPlan;
import org.electrode4d.embedded.spi.table.StorePlace;
import org.electrode4d.embedded.spi.table.TableStore;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainer;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreCell;
import org.knime.core.data.filestore.FileStoreFactory;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.message.Message;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/**
 * Doors to members of {@code org.knime} types that are not public. Each of these types hands in its door when it is
 * initialised; asking for a door initialises the type. Only this bundle uses them; other bundles have the classes
 * {@link EmbeddedWorkflow}, {@link EmbeddedNode}, {@link NodeModels}, {@link NodeFactories} and {@link PortFiles}.
 */
public final class Secrets {

    private static Files files;

    private static Tables tables;

    private static Containers containers;

    private static Rearrangers rearrangers;

    private static Contexts contexts;

    private static Models models;

    private static Factories factories;

    private static Workflows workflows;

    private static Nodes nodes;

    private static Ports ports;

    private Secrets() {
    }

    /** Door to file stores. */
    public interface Files {

        FileStore store(FileStoreKey key, Path file);

        FileStoreKey[] flush(FileStoreCell cell) throws IOException;

        void restore(FileStoreCell cell, FileStore[] stores) throws IOException;
    }

    /** Door to tables. */
    public interface Tables {

        BufferedDataTable table(TableStore store, int id, EmbeddedNode owner);

        TableStore store(BufferedDataTable table);

        EmbeddedNode owner(BufferedDataTable table);
    }

    /** Door to containers. */
    public interface Containers {

        DataContainerSettings settings(DataContainerSettings settings, StorePlace place);

        DataContainerSettings limited(DataContainerSettings settings, int cells);

        DataContainerSettings withoutKeys(DataContainerSettings settings);

        StorePlace place(DataContainerSettings settings);

        TableStore store(DataContainer container);

        void setFileStores(AbstractCellFactory factory, FileStoreFactory stores);
    }

    /** Door to rearrangers. */
    @FunctionalInterface
    public interface Rearrangers {

        ColumnPlan plan(ColumnRearranger rearranger);
    }

    /** Door to execution contexts. */
    @FunctionalInterface
    public interface Contexts {

        ExecutionContext context(NodeProgressMonitor monitor, EmbeddedNode node);
    }

    /** Door to node models. */
    @FunctionalInterface
    public interface Models {

        Model of(NodeModel model);
    }

    /** The inside of one node model. */
    public interface Model {

        PortType[] inPorts();

        PortType[] outPorts();

        void save(NodeSettingsWO settings);

        void validate(NodeSettingsRO settings) throws InvalidSettingsException;

        void load(NodeSettingsRO settings) throws InvalidSettingsException;

        void validateView(NodeSettingsRO settings) throws InvalidSettingsException;

        void saveDefaultView(NodeSettingsWO settings);

        void setVariables(Map<String, FlowVariable> available);

        Map<String, FlowVariable> pushed();

        PortObjectSpec[] configure(PortObjectSpec[] specs) throws InvalidSettingsException;

        PortObject[] execute(PortObject[] inputs, ExecutionContext context) throws Exception;

        Optional<Message> warning();

        void reset();

        void saveInternals(File folder, ExecutionMonitor monitor) throws IOException, CanceledExecutionException;

        void loadInternals(File folder, ExecutionMonitor monitor) throws IOException, CanceledExecutionException;
    }

    /** Door to node factories. */
    public interface Factories {

        NodeDescription description(NodeFactory<?> factory);

        NodeModel model(NodeFactory<?> factory, NodeCreationConfiguration configuration);
    }

    /** Door to workflow contexts. */
    @FunctionalInterface
    public interface Workflows {

        WorkflowContextV2 context(EmbeddedWorkflow workflow);
    }

    /** Door to the zip files of port objects; they close the streams. */
    public interface Ports {

        void writeObject(PortObject object, OutputStream out, ExecutionMonitor monitor)
            throws IOException, CanceledExecutionException;

        void writeSpec(PortObjectSpec spec, OutputStream out) throws IOException;

        PortObject readObject(String objectClass, PortObjectSpec spec, InputStream in, ExecutionMonitor monitor)
            throws IOException, InvalidSettingsException, CanceledExecutionException;

        PortObjectSpec readSpec(String specClass, InputStream in) throws IOException, InvalidSettingsException;
    }

    /** Door to the nodes of an embedded workflow. */
    public interface Nodes {

        FileStore createFileStore(EmbeddedNode node, String name) throws IOException;

        StorePlace place(EmbeddedNode node);
    }

    public static Files files() {
        return door(FileStoreCell.class, () -> files);
    }

    public static void setFiles(final Files door) {
        files = door;
    }

    public static Tables tables() {
        return door(BufferedDataTable.class, () -> tables);
    }

    public static void setTables(final Tables door) {
        tables = door;
    }

    public static Containers containers() {
        return door(DataContainer.class, () -> containers);
    }

    public static void setContainers(final Containers door) {
        containers = door;
    }

    public static Rearrangers rearrangers() {
        return door(ColumnRearranger.class, () -> rearrangers);
    }

    public static void setRearrangers(final Rearrangers door) {
        rearrangers = door;
    }

    public static Contexts contexts() {
        return door(ExecutionContext.class, () -> contexts);
    }

    public static void setContexts(final Contexts door) {
        contexts = door;
    }

    public static Models models() {
        return door(NodeModel.class, () -> models);
    }

    public static void setModels(final Models door) {
        models = door;
    }

    public static Factories factories() {
        return door(NodeFactory.class, () -> factories);
    }

    public static void setFactories(final Factories door) {
        factories = door;
    }

    public static Workflows workflows() {
        return door(WorkflowContextV2.class, () -> workflows);
    }

    public static void setWorkflows(final Workflows door) {
        workflows = door;
    }

    public static Nodes nodes() {
        return door(EmbeddedNode.class, () -> nodes);
    }

    public static void setNodes(final Nodes door) {
        nodes = door;
    }

    public static Ports ports() {
        return door(PortTypeRegistry.class, () -> ports);
    }

    public static void setPorts(final Ports door) {
        ports = door;
    }

    private static <D> D door(final Class<?> type, final Supplier<D> door) {
        if (door.get() == null) {
            try {
                MethodHandles.lookup().ensureInitialized(type);
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("Cannot initialise " + type, e);
            }
        }
        return door.get();
    }
}
