// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures as data URIs: PNG, or JPEG where that is allowed and smaller. */
final class PictureEncoder {

    private static final float QUALITY = 0.85f;

    private PictureEncoder() {
    }

    /**
     * A picture as it stands in the page.
     *
     * @param uri with the whole content
     * @param width pixels
     * @param height pixels
     */
    record Encoded(String uri, int width, int height) {
    }

    /**
     * Encodes a picture.
     *
     * @param longest side in pixels; larger pictures are made smaller
     * @param mayLose whether JPEG is allowed
     */
    static Encoded encode(final BufferedImage picture, final int longest, final boolean mayLose) throws IOException {
        final BufferedImage scaled = scale(picture, longest);
        byte[] bytes = png(scaled);
        String type = "png";
        if (mayLose) {
            final byte[] jpeg = jpeg(scaled);
            if (jpeg.length < bytes.length) {
                bytes = jpeg;
                type = "jpeg";
            }
        }
        return new Encoded("data:image/" + type + ";base64," + Base64.getEncoder().encodeToString(bytes),
            scaled.getWidth(), scaled.getHeight());
    }

    /** On white, halved as often as possible, then interpolated, so that every pixel counts. */
    private static BufferedImage scale(final BufferedImage picture, final int longest) {
        BufferedImage current = onWhite(picture, picture.getWidth(), picture.getHeight());
        final double factor = longest / (double)Math.max(picture.getWidth(), picture.getHeight());
        if (factor >= 1) {
            return current;
        }
        final int width = Math.max(1, (int)Math.round(picture.getWidth() * factor));
        final int height = Math.max(1, (int)Math.round(picture.getHeight() * factor));
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = onWhite(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return onWhite(current, width, height);
    }

    private static BufferedImage onWhite(final BufferedImage picture, final int width, final int height) {
        final BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = result.createGraphics();
        try {
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(picture, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return result;
    }

    private static byte[] png(final BufferedImage picture) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, "png", bytes)) {
            throw new IOException("This Java runtime cannot write PNG pictures.");
        }
        return bytes.toByteArray();
    }

    private static byte[] jpeg(final BufferedImage picture) throws IOException {
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            final ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
