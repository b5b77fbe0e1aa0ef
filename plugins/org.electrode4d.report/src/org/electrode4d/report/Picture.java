// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A picture that is read when the page is written.
 *
 * @param caption what it shows
 * @param origin the file that it is in, for readers who want the original; empty where there is none
 * @param source reads it
 */
public record Picture(String caption, String origin, Source source) implements Content {

    /** What reads a picture. Called more than once where the page would become too large. */
    @FunctionalInterface
    public interface Source {

        /**
         * Reads the picture.
         *
         * @param longest side in pixels that is enough; a larger picture may be returned
         * @return null where there is nothing to show
         */
        BufferedImage read(int longest) throws IOException;
    }

    /** The picture in a file of a format that Java reads: PNG, JPEG, BMP or GIF. */
    public static Picture inFile(final String caption, final Path file) {
        return new Picture(caption, file.getFileName().toString(), longest -> PictureFiles.read(file, longest));
    }
}
