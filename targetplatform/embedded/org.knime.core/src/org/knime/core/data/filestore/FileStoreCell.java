// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.filestore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.data.DataCell;
import org.knime.core.data.filestore.internal.FileStoreProxy;

/** A cell whose content is in files. */
public abstract class FileStoreCell extends DataCell implements FileStoreProxy.FlushCallback {

    static {
        Secrets.setFiles(new Secrets.Files() {

            @Override
            public FileStore store(final FileStoreKey key, final Path file) {
                return new FileStore(key, file.toFile());
            }

            @Override
            public FileStoreKey[] flush(final FileStoreCell cell) throws IOException {
                return cell.flush();
            }

            @Override
            public void restore(final FileStoreCell cell, final FileStore[] stores) throws IOException {
                cell.stores = stores;
                cell.postConstruct();
            }
        });
    }

    private static final long serialVersionUID = 1L;

    private transient FileStore[] stores;

    private transient boolean flushed;

    /** @param fileStores where the content is */
    protected FileStoreCell(final FileStore[] fileStores) {
        stores = fileStores.clone();
    }

    /** @param fileStore where the content is */
    protected FileStoreCell(final FileStore fileStore) {
        this(new FileStore[]{fileStore});
    }

    /** For serializers: the file stores come later, then {@link #postConstruct} is called. */
    protected FileStoreCell() {
        this(new FileStore[0]);
        flushed = true;
    }

    /** @return where the content is */
    protected FileStore[] getFileStores() {
        return stores.clone();
    }

    /** The cell was read, and its file stores are there now. */
    protected void postConstruct() throws IOException {
        // most cells read their files when they are asked
    }

    /** The cell is about to be written, and content that it still holds must be in its files. */
    protected void flushToFileStore() throws IOException {
        // most cells have written their files before
    }

    private synchronized FileStoreKey[] flush() throws IOException {
        if (!flushed) {
            flushToFileStore();
            flushed = true;
        }
        return Stream.of(stores).map(FileStore::key).toArray(FileStoreKey[]::new);
    }

    @Override
    public String toString() {
        return Stream.of(stores).map(FileStore::toString).collect(Collectors.joining(", "));
    }

    /** Cells with the same file stores are equal; else {@link #equalFileStoreContent} decides. */
    @Override
    protected boolean equalsDataCell(final DataCell dc) {
        FileStore[] others = ((FileStoreCell)dc).stores;
        if (stores.length != others.length) {
            return false;
        }
        return Arrays.equals(keys(stores), keys(others)) || equalFileStoreContent(dc);
    }

    private static FileStoreKey[] keys(final FileStore[] stores) {
        return Stream.of(stores).map(FileStore::key).toArray(FileStoreKey[]::new);
    }

    /**
     * @param dc a cell of the same class, with other file stores
     * @return whether the content is the same
     */
    protected boolean equalFileStoreContent(final DataCell dc) {
        return false;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(keys(stores));
    }
}
