// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Component;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;

import org.electrode4d.nodes.NodeTester;
import org.electrode4d.nodes.NodeTester.Result;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.volumes.TexturePhantomNodeFactory;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.MissingCell;
import org.knime.core.data.renderer.DataValueRendererFactory;

/** Cells show a picture of what is in them. */
class RendererTest {

    private static BufferedImage draw(final DataValueRendererFactory factory, final DataCell cell) {
        final Component component =
            factory.createRenderer(SeriesColumns.column("c", cell.getType())).getRendererComponent(cell);
        component.setSize(component.getPreferredSize());
        final BufferedImage image = new BufferedImage(component.getWidth(), component.getHeight(),
            BufferedImage.TYPE_INT_RGB);
        component.paint(image.createGraphics());
        return image;
    }

    private static int colours(final BufferedImage image) {
        final Set<Integer> colours = new HashSet<>();
        for (int i = 0; i < image.getWidth() * image.getHeight(); i++) {
            colours.add(image.getRGB(i % image.getWidth(), i / image.getWidth()));
        }
        return colours.size();
    }

    @Test
    void volumesAndFieldsShowAPicture() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final Result phantom = tester.node(new TexturePhantomNodeFactory()).set("size", 32)
                .set("nodeSpacing", 6).run();
            assertTrue(colours(draw(new VolumeRenderer.Factory(), phantom.cell(0, 0, "Volume"))) > 50);
            assertTrue(
                colours(draw(new DeformationFieldRenderer.Factory(), phantom.cell(1, 0, "True field"))) > 10);
        }
    }

    @Test
    void aPictureFitsTheCellOfATable() throws Exception {
        try (NodeTester tester = NodeTester.open()) {
            final DataCell cell = tester.node(new TexturePhantomNodeFactory()).set("size", 32).run()
                .cell(0, 0, "Volume");
            final Component component = new VolumeRenderer.Factory()
                .createRenderer(SeriesColumns.column("c", cell.getType())).getRendererComponent(cell);
            final int width = component.getPreferredSize().width / 2;
            component.setSize(width, 1000);
            final BufferedImage small = new BufferedImage(width, 1000, BufferedImage.TYPE_INT_ARGB);
            component.paint(small.createGraphics());
            assertEquals(0, small.getRGB(5, component.getPreferredSize().height / 2 + 2), "below the picture");
            assertEquals(Color.WHITE.getRGB(), small.getRGB(width - 1, 0), "the right edge of the picture");
            assertTrue(colours(small) > 50);
        }
    }

    @Test
    void aMissingCellShowsText() {
        final BufferedImage image = draw(new VolumeRenderer.Factory(), new MissingCell("nothing"));
        assertEquals(20, image.getHeight());
    }
}
