// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads pictures from files. Of larger ones than wanted only every n-th pixel is read, so that memory is bounded. */
final class PictureFiles {

    private PictureFiles() {
    }

    /** @param longest side in pixels that is enough; at least that, or the whole picture, is returned */
    static BufferedImage read(final Path file, final int longest) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            if (in == null) {
                throw new IOException(file + " cannot be read.");
            }
            final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException(file + " is no picture that Java reads.");
            }
            final ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                final ImageReadParam param = reader.getDefaultReadParam();
                // twice as many pixels as wanted leave enough for smoothing
                final int every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * longest));
                param.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }
}
