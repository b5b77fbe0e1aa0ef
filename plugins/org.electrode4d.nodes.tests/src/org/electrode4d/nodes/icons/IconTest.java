// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.icons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.NodeClasses;
import org.junit.jupiter.api.Test;

/** The pictures of the nodes are those that their sources describe. */
class IconTest {

    private static final int TOLERANCE = 24;

    @Test
    void everyIconIsRenderedFromItsSource() throws Exception {
        final var sources = IconRenderer.sources(NodeClasses.root());
        assertTrue(sources.size() >= 12, sources.toString());
        for (final Path source : sources) {
            final BufferedImage expected = IconRenderer.render(source);
            final BufferedImage icon = read(
                source.resolveSibling(source.getFileName().toString().replace(".svg", ".png")));
            assertEquals(IconRenderer.SIZE, icon.getWidth(), source.toString());
            for (int i = 0; i < IconRenderer.SIZE * IconRenderer.SIZE; i++) {
                assertSameColour(expected.getRGB(i % 16, i / 16), icon.getRGB(i % 16, i / 16), source);
            }
        }
    }

    private static BufferedImage read(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return ImageIO.read(in);
        }
    }

    private static void assertSameColour(final int expected, final int found, final Path source) {
        for (int shift = 0; shift < 32; shift += 8) {
            final int difference = Math.abs((expected >> shift & 0xFF) - (found >> shift & 0xFF));
            assertTrue(difference <= TOLERANCE || expected >>> 24 == 0, source + " differs from its picture; run "
                + IconRenderer.class.getSimpleName());
        }
    }
}
