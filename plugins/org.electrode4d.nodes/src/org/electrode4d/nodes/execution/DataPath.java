// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.execution;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import org.knime.core.util.pathresolve.ResolverUtil;

/**
 * Where data are: a local path, or a URL that KNIME resolves to one, such as
 * {@code knime://knime.workflow/data/scan.tif} for the data area of the workflow.
 */
public final class DataPath {

    private DataPath() {
    }

    /**
     * Resolves a location to a local path, which need not exist.
     *
     * @throws IOException where it is neither a path nor a URL of something local
     */
    public static Path resolve(final String location) throws IOException {
        if (!isUrl(location)) {
            return parse(location);
        }
        try {
            final File file = ResolverUtil.resolveURItoLocalFile(new URI(location.strip().replace(" ", "%20")));
            if (file == null) {
                throw new IOException(location + " does not lead to a local file or folder.");
            }
            return file.toPath();
        } catch (URISyntaxException e) {
            throw new IOException(location + " is not a valid URL: " + e.getReason(), e);
        }
    }

    /** The location of a file in a folder; special characters of the name are escaped where the folder is a URL. */
    public static String child(final String folder, final String name) {
        final String slash = folder.endsWith("/") ? "" : "/";
        try {
            return folder + slash + (isUrl(folder) ? new URI(null, null, "/" + name, null).getRawPath().substring(1)
                : name);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + name + "' cannot be part of a URL.", e);
        }
    }

    private static Path parse(final String location) throws IOException {
        try {
            return Path.of(location.strip()).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IOException("'" + location + "' is not a valid path: " + e.getReason(), e);
        }
    }

    private static boolean isUrl(final String location) {
        return location.strip().matches("[A-Za-z][A-Za-z0-9+.-]+:/.*");
    }
}
