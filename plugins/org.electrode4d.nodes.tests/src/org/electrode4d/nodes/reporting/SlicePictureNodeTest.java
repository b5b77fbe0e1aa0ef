// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlicePictureNodeTest {

    @TempDir
    Path folder;

    private NodeTester tester;
    private Result phantom;

    @BeforeEach
    void open() throws Exception {
        tester = NodeTester.open();
        phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 32).set("nodeSpacing", 6).run();
    }

    @AfterEach
    void close() throws Exception {
        tester.close();
    }

    @Test
    void drawsEveryVolume() throws Exception {
        final Result result = tester.node(new SlicePictureNodeFactory()).set("folder", folder)
            .set("nameTemplate", "{Step}").set("size", 200).run(phantom.table(0));
        assertEquals(2, result.table(0).size());
        assertEquals(folder.resolve("T1-xz.png").toString(), result.cell(0, 1, "Picture path").toString());
        final BufferedImage picture = ImageIO.read(folder.resolve("T1-xz.png").toFile());
        assertTrue(picture.getWidth() > 200 && picture.getHeight() > 200, picture.toString());
        assertTrue(colours(picture) > 50, "a picture of " + colours(picture) + " colours");
    }

    @Test
    void drawsTheChosenQuantitiesOfFields() throws Exception {
        final Result result = tester.node(new SlicePictureNodeFactory()).set("folder", folder).set("plane", "YZ")
            .set("columns", new String[]{"True field"}).run(phantom.table(1));
        final List<String> shown = new ArrayList<>();
        for (int row = 0; row < result.table(0).size(); row++) {
            shown.add(result.cell(0, row, "Shows").toString());
        }
        assertEquals(List.of("Displacement x [µm]", "Displacement y [µm]", "Displacement z [µm]"), shown);
        assertTrue(ImageIO.read(folder.resolve("True field-Row0-displacement-z-yz.png").toFile()).getWidth() > 480);
    }

    @Test
    void differentPositionsAreDifferentPictures() throws Exception {
        for (final double position : new double[]{0, 1}) {
            tester.node(new SlicePictureNodeFactory()).set("folder", folder).set("nameTemplate", "{Step}" + position)
                .set("position", position).run(phantom.table(0));
        }
        assertNotEquals(sum(folder.resolve("T00.0-xz.png")), sum(folder.resolve("T01.0-xz.png")));
    }

    private static long sum(final Path file) throws Exception {
        final BufferedImage picture = ImageIO.read(file.toFile());
        long sum = 0;
        for (int i = 0; i < picture.getWidth() * picture.getHeight(); i++) {
            sum = 31 * sum + picture.getRGB(i % picture.getWidth(), i / picture.getWidth());
        }
        return sum;
    }

    private static long colours(final BufferedImage picture) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
            .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth())).distinct().count();
    }
}
