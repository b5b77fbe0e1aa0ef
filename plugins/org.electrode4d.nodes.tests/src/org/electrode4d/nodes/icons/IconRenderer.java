// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.icons;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Draws the 16 x 16 PNG icons from their SVG sources. Knows what the sources use: rect, circle, line and polygon with
 * fill, stroke and stroke-width. Run it on the folder of the plug-in after changing a source.
 */
public final class IconRenderer {

    /** Edge of an icon in pixels. */
    public static final int SIZE = 16;

    private static final int OVERSAMPLING = 8;

    private IconRenderer() {
    }

    /** Draws every SVG file below the given folders and writes the PNG beside it. */
    public static void main(final String[] folders) throws IOException {
        for (final String folder : folders) {
            for (final Path source : sources(Path.of(folder))) {
                final String name = source.getFileName().toString().replace(".svg", ".png");
                ImageIO.write(render(source), "png", source.resolveSibling(name).toFile());
            }
        }
    }

    static List<Path> sources(final Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(".svg")).sorted().toList();
        }
    }

    static BufferedImage render(final Path source) throws IOException {
        final int large = SIZE * OVERSAMPLING;
        final BufferedImage image = new BufferedImage(large, large, BufferedImage.TYPE_INT_ARGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(OVERSAMPLING, OVERSAMPLING);
        final NodeList elements = parse(source).getChildNodes();
        for (int i = 0; i < elements.getLength(); i++) {
            if (elements.item(i) instanceof Element element && !element.getTagName().equals("title")) {
                draw(graphics, element);
            }
        }
        graphics.dispose();
        return shrink(image);
    }

    private static Element parse(final Path source) throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(source + " is not well-formed", e);
        }
    }

    private static void draw(final Graphics2D graphics, final Element element) {
        final Shape shape = shape(element);
        if (element.hasAttribute("fill") && !element.getAttribute("fill").equals("none")) {
            graphics.setColor(Color.decode(element.getAttribute("fill")));
            graphics.fill(shape);
        }
        if (!element.getAttribute("stroke").equals("none")) {
            graphics.setColor(Color.decode(element.getAttribute("stroke")));
            graphics.setStroke(new BasicStroke((float)number(element, "stroke-width")));
            graphics.draw(shape);
        }
    }

    private static Shape shape(final Element element) {
        return switch (element.getTagName()) {
            case "rect" -> new Rectangle2D.Double(number(element, "x"), number(element, "y"),
                number(element, "width"), number(element, "height"));
            case "circle" -> circle(number(element, "cx"), number(element, "cy"), number(element, "r"));
            case "line" -> new Line2D.Double(number(element, "x1"), number(element, "y1"), number(element, "x2"),
                number(element, "y2"));
            case "polygon" -> polygon(element.getAttribute("points"));
            default -> throw new IllegalArgumentException("Icons are not drawn with " + element.getTagName() + ".");
        };
    }

    private static Shape circle(final double x, final double y, final double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape polygon(final String points) {
        final Path2D path = new Path2D.Double();
        for (final String point : points.trim().split("\\s+")) {
            final String[] xy = point.split(",");
            if (path.getCurrentPoint() == null) {
                path.moveTo(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
            } else {
                path.lineTo(Double.parseDouble(xy[0]), Double.parseDouble(xy[1]));
            }
        }
        path.closePath();
        return path;
    }

    private static double number(final Element element, final String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    /** Mean over squares of pixels, weighted with their opacity. */
    private static BufferedImage shrink(final BufferedImage large) {
        final BufferedImage small = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                small.setRGB(x, y, mean(large.getSubimage(x * OVERSAMPLING, y * OVERSAMPLING, OVERSAMPLING,
                    OVERSAMPLING)));
            }
        }
        return small;
    }

    private static int mean(final BufferedImage pixels) {
        final double[] sum = new double[4];
        for (int i = 0; i < OVERSAMPLING * OVERSAMPLING; i++) {
            final Color color = new Color(pixels.getRGB(i % OVERSAMPLING, i / OVERSAMPLING), true);
            sum[0] += color.getAlpha();
            sum[1] += color.getAlpha() * color.getRed();
            sum[2] += color.getAlpha() * color.getGreen();
            sum[3] += color.getAlpha() * color.getBlue();
        }
        if (sum[0] == 0) {
            return 0;
        }
        final int alpha = (int)Math.round(sum[0] / (OVERSAMPLING * OVERSAMPLING));
        return new Color((int)Math.round(sum[1] / sum[0]), (int)Math.round(sum[2] / sum[0]),
            (int)Math.round(sum[3] / sum[0]), alpha).getRGB();
    }
}
