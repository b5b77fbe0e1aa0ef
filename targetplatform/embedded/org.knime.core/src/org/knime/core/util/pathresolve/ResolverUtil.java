// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.util.pathresolve;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;

import org.knime.core.node.workflow.NodeContext;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;
import org.knime.core.util.exception.ResourceAccessException;

/**
 * Finds the files behind URLs: {@code file:}, {@code knime://knime.workflow/} (the folder of the workflow) and
 * {@code knime://knime.space/} and {@code knime://knime.mountpoint/} (the folder that holds the workflow).
 */
public final class ResolverUtil {

    private ResolverUtil() {
    }

    /**
     * @param uri a URL
     * @return the file, which need not exist
     * @throws ResourceAccessException if the URL is of another kind, leads out of the workflow without {@code ..} being
     *             its first step, or no workflow is open in this thread
     */
    public static File resolveURItoLocalFile(final URI uri) throws ResourceAccessException {
        if (uri == null || uri.getScheme() == null) {
            throw new ResourceAccessException("Cannot find the file of \"" + uri + "\": it has no scheme");
        }
        switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "file":
                return file(uri);
            case "knime":
                return knime(uri);
            default:
                throw new ResourceAccessException("Cannot find the file of " + uri + ": expected file: or knime:");
        }
    }

    /** @return as {@link #resolveURItoLocalFile(URI)}; nothing is ever copied to a temporary file */
    public static File resolveURItoLocalOrTempFile(final URI uri) throws ResourceAccessException {
        return resolveURItoLocalFile(uri);
    }

    private static File file(final URI uri) throws ResourceAccessException {
        try {
            return new File(uri);
        } catch (IllegalArgumentException e) {
            throw new ResourceAccessException("Cannot find the file of " + uri + ": " + e.getMessage(), e);
        }
    }

    private static File knime(final URI uri) throws ResourceAccessException {
        Path workflow = workflow(uri);
        String path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/+", "");
        switch (String.valueOf(uri.getAuthority())) {
            case "knime.workflow":
                return workflow.resolve(path).normalize().toFile();
            case "knime.space":
            case "knime.mountpoint":
                return workflow.resolveSibling(path).normalize().toFile();
            default:
                throw new ResourceAccessException("Cannot find the file of " + uri
                    + ": expected knime://knime.workflow/, knime://knime.space/ or knime://knime.mountpoint/");
        }
    }

    private static Path workflow(final URI uri) throws ResourceAccessException {
        return NodeContext.getContextOptional().flatMap(c -> c.getContextObjectForClass(WorkflowContextV2.class))
            .map(context -> context.getExecutorInfo().getLocalWorkflowPath().toAbsolutePath())
            .orElseThrow(() -> new ResourceAccessException(
                "Cannot find the file of " + uri + ": no workflow is open in this thread"));
    }
}
