// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.spi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import org.knime.core.data.filestore.FileStore;
import org.knime.core.data.filestore.FileStoreKey;

/** The file stores of one execution of a node: {@code 000/000/<name>}, a thousand files in each folder. */
final class FileStoreFolder {

    private static final int FILES_PER_FOLDER = 1000;

    private final UUID id;

    private final Path folder;

    private final Set<String> names = new HashSet<>();

    private int next;

    FileStoreFolder(final UUID id, final Path folder) {
        this.id = id;
        this.folder = folder;
    }

    UUID id() {
        return id;
    }

    Path folder() {
        return folder;
    }

    synchronized boolean isEmpty() {
        return !Files.isDirectory(folder);
    }

    synchronized FileStore create(final String name) throws IOException {
        if (name.isEmpty() || name.startsWith(".") || name.contains("/") || name.contains("\\")) {
            throw new IOException("\"" + name + "\" cannot be the name of a file store: expected a file name "
                + "that does not start with a dot");
        }
        if (!names.add(name)) {
            throw new IOException("There is a file store \"" + name + "\" already; each needs a name of its own");
        }
        FileStoreKey key = new FileStoreKey(id, next++, null, -1, name);
        FileStore store = get(key);
        Files.createDirectories(store.getFile().toPath().getParent());
        return store;
    }

    FileStore get(final FileStoreKey key) {
        int leaf = key.getIndex() / FILES_PER_FOLDER;
        Path parent = folder.resolve(String.format("%03d", leaf / FILES_PER_FOLDER))
            .resolve(String.format("%03d", leaf % FILES_PER_FOLDER));
        return Secrets.files().store(key, parent.resolve(key.getNameOnDisc()));
    }
}
