// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Writes files for other programs, if a folder is set for them: all of them appear there, or none. */
public final class FileOutput implements AutoCloseable {

    private final FileFolderNodeParameters parameters;
    private final OutputFolder folder;

    /** What writes a file. */
    @FunctionalInterface
    public interface Content {
        /** @param file which does not exist yet */
        void write(Path file) throws IOException;
    }

    private FileOutput(final FileFolderNodeParameters parameters, final OutputFolder folder) {
        this.parameters = parameters;
        this.folder = folder;
    }

    /**
     * Opens the folder if files are wanted.
     *
     * @param isWanted whether the other settings of the node make such files at all
     * @throws IOException where the folder is missing, is a file, or cannot be written
     */
    public static FileOutput open(final FileFolderNodeParameters parameters, final boolean isWanted)
        throws IOException {
        return new FileOutput(parameters, isWanted && parameters.isWanted()
            ? OutputFolder.open(parameters.m_folder, parameters.m_createFolders, parameters.m_existing) : null);
    }

    /** Whether files are written. */
    public boolean isWanted() {
        return folder != null;
    }

    /**
     * Writes a file; does nothing where files are not wanted.
     *
     * @param suffix end of its name, such as the step; differs among the files of a node
     * @param extension with its dot
     * @return the path that the file has after {@link #commit()}; nothing where files are not wanted
     */
    public Optional<String> write(final String suffix, final String extension, final Content content)
        throws IOException {
        if (folder == null) {
            return Optional.empty();
        }
        final String name = OutputNames.safe(parameters.m_name + "-" + suffix) + extension;
        content.write(folder.place(name));
        return Optional.of(folder.target(name).toString());
    }

    /** Moves all files to their places. */
    public void commit() throws IOException {
        if (folder != null) {
            folder.commit();
        }
    }

    /** Removes what was not committed. */
    @Override
    public void close() throws IOException {
        if (folder != null) {
            folder.close();
        }
    }
}
