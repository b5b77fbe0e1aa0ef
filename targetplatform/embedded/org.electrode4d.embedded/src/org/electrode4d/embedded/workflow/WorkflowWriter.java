// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.electrode4d.embedded.spi.Folders;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;

/**
 * Writes a workflow folder as KNIME does. Everything is written beside the target first and moved into place when it is
 * complete, so that a failure leaves the old workflow as it was.
 */
public final class WorkflowWriter {

    private static final String SAVED_WITH_DATA = ".savedWithData";
    private static final String ARTIFACTS = ".artifacts";
    private static final String DROP_FOLDER = "drop";
    private static final Pattern NODE_FOLDER = Pattern.compile(".* \\(#\\d+\\)");
    private static final Set<String> OWN_FILES = Set.of(WorkflowReader.WORKFLOW_FILE, MetadataFiles.METADATA,
        MetadataFiles.LEGACY, SAVED_WITH_DATA, ARTIFACTS, WorkflowLock.FILE);

    /** Writes what an executed node holds. */
    @FunctionalInterface
    public interface DataWriter {

        /** Writes nothing: the workflow is saved reset. */
        DataWriter NONE = (node, folder) -> node.content().withoutData();

        /**
         * Writes the data of one node below its new folder.
         *
         * @return what {@code settings.xml} shall say about them
         */
        StoredContent write(WorkflowNode node, Path folder) throws IOException, CanceledExecutionException;
    }

    private final Workflow workflow;
    private final Path source;
    private final DataWriter data;

    /**
     * @param workflow what to write
     * @param source folder the workflow was read from, whose further files (data area, picture) go along; or null
     * @param data writes the nodes' data; {@link DataWriter#NONE} for a reset workflow
     */
    public WorkflowWriter(final Workflow workflow, final Path source, final DataWriter data) {
        this.workflow = workflow;
        this.source = source;
        this.data = data;
    }

    /**
     * Writes the workflow. The target may be the source: then the files of the workflow are replaced.
     *
     * @param target folder of the workflow; its parent must exist
     */
    public void write(final Path target) throws IOException, CanceledExecutionException {
        final Path folder = target.toAbsolutePath().normalize();
        if (folder.getParent() == null || !Files.isDirectory(folder.getParent())) {
            throw new IOException(folder + ": the folder " + folder.getParent() + " does not exist; create it first.");
        }
        final boolean inPlace = source != null && Files.exists(folder) && Files.isSameFile(source, folder);
        final Path staged = Files.createTempDirectory(folder.getParent(), "." + folder.getFileName() + "-");
        try (WorkflowLock lock = WorkflowLock.acquire(folder)) {
            stage(staged, inPlace);
            Files.createDirectories(folder);
            Folders.replaceEntries(staged, folder);
            deleteObsolete(folder);
        } catch (InvalidSettingsException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        } finally {
            Folders.delete(staged);
        }
    }

    private void stage(final Path staged, final boolean inPlace)
        throws IOException, CanceledExecutionException, InvalidSettingsException {
        if (source != null && !inPlace) {
            copyFurtherFiles(staged);
        }
        for (WorkflowNode node : workflow.nodes()) {
            stageNode(node, Files.createDirectory(staged.resolve(node.folder())));
        }
        MetadataFiles.write(staged, workflow.metadata());
        SettingsFile.write(staged.resolve(WorkflowReader.WORKFLOW_FILE), WorkflowFile.save(workflow));
        Artifacts.write(Files.createDirectory(staged.resolve(ARTIFACTS)), workflow.variables());
        if (data != DataWriter.NONE) {
            Files.write(staged.resolve(SAVED_WITH_DATA), List.of("Do not delete this file!",
                "This file serves to indicate that the workflow was written as part of the usual save routine "
                    + "(not exported).", "", "Workflow was last saved by user " + System.getProperty("user.name")
                    + " on " + new Date()));
        }
    }

    private void stageNode(final WorkflowNode node, final Path folder)
        throws IOException, CanceledExecutionException {
        if (source != null && Files.isDirectory(source.resolve(node.folder()).resolve(DROP_FOLDER))) {
            Folders.copy(source.resolve(node.folder()).resolve(DROP_FOLDER), folder.resolve(DROP_FOLDER));
        }
        node.setContent(data.write(node, folder));
        SettingsFile.write(folder.resolve(NodeFile.NAME), NodeFile.save(node));
    }

    private void copyFurtherFiles(final Path staged) throws IOException {
        for (Path entry : Folders.list(source)) {
            final String name = entry.getFileName().toString();
            if (!OWN_FILES.contains(name) && !isNodeFolder(entry)) {
                Folders.copy(entry, staged.resolve(name));
            }
        }
    }

    private void deleteObsolete(final Path folder) throws IOException {
        final Set<String> current = workflow.nodes().stream().map(WorkflowNode::folder)
            .collect(java.util.stream.Collectors.toSet());
        for (Path entry : Folders.list(folder)) {
            if (isNodeFolder(entry) && !current.contains(entry.getFileName().toString())) {
                Folders.delete(entry);
            }
        }
        if (data == DataWriter.NONE) {
            Files.deleteIfExists(folder.resolve(SAVED_WITH_DATA));
        }
    }

    private static boolean isNodeFolder(final Path entry) {
        return NODE_FOLDER.matcher(entry.getFileName().toString()).matches()
            && Files.isRegularFile(entry.resolve(NodeFile.NAME));
    }
}
