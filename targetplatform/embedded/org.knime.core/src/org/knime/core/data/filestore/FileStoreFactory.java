// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.filestore;

import java.io.IOException;

import org.knime.core.node.ExecutionContext;

/** Makes file stores for cells. */
public abstract class FileStoreFactory {

    FileStoreFactory() {
    }

    /**
     * @param name the name of the file, unique within one execution of a node
     * @throws IOException if there is such a file already, or the name is none
     */
    public abstract FileStore createFileStore(String name) throws IOException;

    /** No more file stores are made. */
    public abstract void close();

    /** @return makes file stores of the node that executes */
    public static final FileStoreFactory createWorkflowFileStoreFactory(final ExecutionContext exec) {
        return new FileStoreFactory() {

            @Override
            public FileStore createFileStore(final String name) throws IOException {
                return exec.createFileStore(name);
            }

            @Override
            public void close() {
                // the execution closes its file stores itself
            }
        };
    }

    /** @return as {@link #createWorkflowFileStoreFactory(ExecutionContext)} */
    public static final FileStoreFactory createFileStoreFactory(final ExecutionContext exec) {
        return createWorkflowFileStoreFactory(exec);
    }
}
