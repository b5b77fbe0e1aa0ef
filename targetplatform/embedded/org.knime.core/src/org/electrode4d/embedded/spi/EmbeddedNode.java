// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.electrode4d.embedded.spi.table.SavedTables;
import org.electrode4d.embedded.spi.table.StorePlace;
import org.knime.core.data.filestore.FileStore;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeProgressMonitor;
import org.knime.core.node.workflow.NodeContext;

/** One node of an {@link EmbeddedWorkflow}: its identity, its context, its tables and file stores. */
public final class EmbeddedNode {

    static {
        Secrets.setNodes(new Secrets.Nodes() {

            @Override
            public FileStore createFileStore(final EmbeddedNode node, final String name) throws IOException {
                return node.createFileStore(name);
            }

            @Override
            public StorePlace place(final EmbeddedNode node) {
                return node.place();
            }
        });
    }

    private static final String FILE_STORES = "filestore";

    private final EmbeddedWorkflow workflow;

    private final int id;

    private final String name;

    private final SavedTables savedTables = new SavedTables();

    private FileStoreFolder fileStores;

    private int executions;

    EmbeddedNode(final EmbeddedWorkflow workflow, final int id, final String name) {
        this.workflow = workflow;
        this.id = id;
        this.name = name;
    }

    public int id() {
        return id;
    }

    public String name() {
        return name;
    }

    public EmbeddedWorkflow workflow() {
        return workflow;
    }

    /**
     * Forgets the results of the last execution.
     *
     * @param monitor takes the progress, and says whether the node shall stop
     * @return the context of a new execution
     */
    public ExecutionContext startExecution(final NodeProgressMonitor monitor) {
        reset();
        setFileStores(new FileStoreFolder(UUID.randomUUID(), temporaryFolder().resolve("filestores")));
        return Secrets.contexts().context(monitor, this);
    }

    /** Deletes the temporary tables and file stores of the last execution; what is in saved workflows stays. */
    public synchronized void reset() {
        if (fileStores != null) {
            workflow.remove(fileStores);
            fileStores = null;
        }
        try {
            Folders.delete(temporaryFolder());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the results of node " + this, e);
        }
        executions++;
    }

    private synchronized Path temporaryFolder() {
        return workflow.temporaryFolder().resolve("node-" + id + "-" + executions);
    }

    private synchronized void setFileStores(final FileStoreFolder folder) {
        fileStores = folder;
        workflow.add(folder);
    }

    private synchronized FileStore createFileStore(final String storeName) throws IOException {
        if (fileStores == null) {
            throw new IOException("Node " + this + " does not execute, and cannot make the file store " + storeName);
        }
        return fileStores.create(storeName);
    }

    private StorePlace place() {
        try {
            return new StorePlace(workflow.nextTableId(), this, Files.createDirectories(temporaryFolder()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the temporary folder of node " + this, e);
        }
    }

    /**
     * @param work what this node does; {@link NodeContext#getContext} is there meanwhile
     * @return its result
     * @throws Exception what the work throws
     */
    public <T> T call(final Callable<T> work) throws Exception {
        NodeContext.pushContext((Object)this);
        try {
            return work.call();
        } finally {
            NodeContext.removeLastContext();
        }
    }

    /** @return what {@code settings.xml} calls {@code file_store_id}; empty if the node was not executed */
    public synchronized Optional<UUID> fileStoreId() {
        return Optional.ofNullable(fileStores).map(FileStoreFolder::id);
    }

    /**
     * Copies the file stores that this node has made to {@code <nodeFolder>/filestore}.
     *
     * @return what {@code settings.xml} calls {@code file_store_location}; empty if the node has made none, it is null
     *         then
     * @throws IOException if the files cannot be copied
     */
    public synchronized Optional<String> saveFileStores(final Path nodeFolder) throws IOException {
        if (fileStores == null || fileStores.isEmpty()) {
            return Optional.empty();
        }
        Path target = nodeFolder.resolve(FILE_STORES);
        if (!target.equals(fileStores.folder())) {
            Folders.copy(fileStores.folder(), target);
        }
        return Optional.of(FILE_STORES);
    }

    /**
     * Makes the saved file stores of this node known, before its ports are loaded. They are read where they are.
     *
     * @param nodeFolder the folder of the node
     * @param location {@code file_store_location}, null if the node has made none
     * @param storeId {@code file_store_id}
     * @throws IOException if there is no such folder
     */
    public void loadFileStores(final Path nodeFolder, final String location, final UUID storeId) throws IOException {
        Path folder = nodeFolder.resolve(location == null ? FILE_STORES : location);
        if (location != null && !Files.isDirectory(folder)) {
            throw new IOException("The file stores of node " + this + " are missing: " + folder);
        }
        setFileStores(new FileStoreFolder(storeId, folder));
    }

    SavedTables savedTables() {
        return savedTables;
    }

    @Override
    public String toString() {
        return name + " (#" + id + ")";
    }
}
