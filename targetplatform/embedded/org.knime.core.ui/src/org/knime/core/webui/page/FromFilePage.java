// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.page;

import java.io.InputStream;
import java.util.function.Supplier;

/** A page that is a file of a bundle. */
public non-sealed class FromFilePage extends Page {

    private final BundleFolder folder;

    FromFilePage(final BundleFolder folder, final String relativeFilePath) {
        super(folder.file(relativeFilePath));
        this.folder = folder;
    }

    /**
     * @param relativeFilePath a file, relative to the folder of the page
     * @return this
     */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        add(folder.file(relativeFilePath));
        return this;
    }

    /**
     * @param relativeDirPath a folder, relative to the folder of the page; all files below it are added
     * @return this
     */
    public FromFilePage addResourceDirectory(final String relativeDirPath) {
        folder.files(relativeDirPath).forEach(this::add);
        return this;
    }

    @Override
    public FromFilePage addResource(final Supplier<InputStream> supplier, final String relativePath) {
        super.addResource(supplier, relativePath);
        return this;
    }

    @Override
    public FromFilePage addResourceFromString(final Supplier<String> supplier, final String relativePath) {
        super.addResourceFromString(supplier, relativePath);
        return this;
    }
}
