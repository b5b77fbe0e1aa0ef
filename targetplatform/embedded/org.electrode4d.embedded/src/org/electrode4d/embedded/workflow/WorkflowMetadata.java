// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Description of a workflow, kept in {@code workflow-metadata.xml}.
 *
 * @param contentType {@code text/plain} or {@code text/html}
 * @param author author, or null
 * @param created ISO-8601 instant, or null
 * @param lastModified ISO-8601 instant
 * @param description text; empty when there is none
 * @param tags search terms
 * @param links links to papers and data
 */
public record WorkflowMetadata(String contentType, String author, String created, String lastModified,
    String description, List<String> tags, List<Link> links) {

    /** A link and the text that stands for it. */
    public record Link(String url, String text) {
    }

    /** Metadata that holds a plain description only. */
    public static WorkflowMetadata of(final String description) {
        return new WorkflowMetadata(Annotation.PLAIN, null, null, now(), description, List.of(), List.of());
    }

    WorkflowMetadata modifiedNow() {
        return new WorkflowMetadata(contentType, author, created, now(), description, tags, links);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
