// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;
import org.knime.core.node.BufferedDataTable;

/** One open workflow: its folder, its nodes, their tables and file stores. */
public final class EmbeddedWorkflow implements AutoCloseable {

    private final Path directory;

    private final Path temporary;

    private final Map<Integer, EmbeddedNode> nodes = new ConcurrentHashMap<>();

    private final Map<UUID, FileStoreFolder> fileStores = new ConcurrentHashMap<>();

    private final Map<Integer, BufferedDataTable> loadedTables = new HashMap<>();

    private int lastTableId;

    private EmbeddedWorkflow(final Path directory, final Path temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /**
     * Opens a workflow. Its temporary files go to a new folder in {@code java.io.tmpdir}.
     *
     * @param directory the folder with {@code workflow.knime}, or null for a workflow that was never saved
     * @return the workflow, to be closed
     * @throws IOException if the temporary folder cannot be made
     */
    public static EmbeddedWorkflow open(final Path directory) throws IOException {
        return new EmbeddedWorkflow(directory, Files.createTempDirectory("electrode4d-workflow-"));
    }

    /** @return where {@code knime://knime.workflow/} leads; empty for a workflow that was never saved */
    public Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }

    /** @return a folder that {@link #close()} deletes */
    public Path temporaryFolder() {
        return temporary;
    }

    /**
     * @param id the number of a node
     * @param name its name, used when the node is asked for the first time
     * @return the node of that number
     */
    public EmbeddedNode node(final int id, final String name) {
        return nodes.computeIfAbsent(id, i -> new EmbeddedNode(this, i, name));
    }

    /**
     * @param key where the file store is
     * @return the file store
     * @throws IOException if no node of this workflow has it
     */
    public FileStore fileStore(final FileStoreKey key) throws IOException {
        FileStoreFolder folder = fileStores.get(key.getStoreUUID());
        if (folder == null) {
            throw new IOException("No node of this workflow has the file store " + key);
        }
        return folder.get(key);
    }

    void add(final FileStoreFolder folder) {
        fileStores.put(folder.id(), folder);
    }

    void remove(final FileStoreFolder folder) {
        fileStores.remove(folder.id());
    }

    synchronized int nextTableId() {
        return ++lastTableId;
    }

    /** The tables that were read, by number. Numbers of new tables start after theirs. */
    synchronized Map<Integer, BufferedDataTable> loadedTables() {
        return loadedTables;
    }

    synchronized void reserveLoadedTableIds() {
        loadedTables.keySet().forEach(id -> lastTableId = Math.max(lastTableId, id));
    }

    /** Deletes the temporary files. Tables and file stores that were not saved are gone. */
    @Override
    public void close() throws IOException {
        Folders.delete(temporary);
    }
}
