// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that a browser loads. */
public interface Resource {

    /** @return its path below the page */
    String getRelativePath();

    /**
     * @return its content
     * @throws IOException if it cannot be read
     */
    InputStream getInputStream() throws IOException;

    /** @return true if the content does not depend on the node */
    boolean isStatic();

    /** @return what it is */
    ContentType getContentType();

    /** @return how its text is encoded; empty if that of the platform */
    default Optional<Charset> getCharset() {
        return Optional.empty();
    }

    /** What a resource is. */
    enum ContentType {
        /** A page. */
        HTML(".html"),
        /** A script. */
        SHADOW_APP(".js"),
        /** A picture of lines. */
        SVG(".svg"),
        /** A picture of pixels. */
        PNG(".png");

        private final String extension;

        ContentType(final String extension) {
            this.extension = extension;
        }

        static ContentType determineType(final String path) {
            return Stream.of(values()).filter(type -> path.endsWith(type.extension)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                    "A resource ends with .html, .js, .svg or .png; this is " + path + "."));
        }
    }
}
