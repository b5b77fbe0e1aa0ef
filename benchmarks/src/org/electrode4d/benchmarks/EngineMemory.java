// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.electrode4d.learning.engine.Network;

/** Resident memory of an engine over the steps of a training. */
final class EngineMemory {

    private static final int BASE_WIDTH = 16;
    private static final int SHOWN = 50;
    private static final int WIDTH = 800;
    private static final int HEIGHT = 400;
    private static final int MARGIN = 60;
    private static final double LIMIT = 3000;

    private EngineMemory() {
    }

    /** @param file without its ending; gets the endings .csv and .png */
    static void measure(final String id, final int steps, final Path file) throws IOException {
        final EngineTask task = new EngineTask(BASE_WIDTH);
        final List<Double> megabytes = new ArrayList<>();
        final List<String> rows = new ArrayList<>(List.of("step,resident in MB"));
        try (EngineProcess process = EngineProcess.start(id, List.of()).orElseThrow(
            () -> new IllegalArgumentException("The engine " + id + " is not built in -Delectrode4d.engines."));
            Network network = process.engine().open(task.source(), EngineTask.OPTIONS)) {
            for (int step = 1; step <= steps; step++) {
                network.train(task.batch(), EngineTask.step(step));
                megabytes.add(process.residentBytes() / 1e6);
                rows.add(String.format(Locale.ROOT, "%d,%.0f", step, megabytes.get(step - 1)));
                if (step == 1 || step % SHOWN == 0) {
                    System.out.printf(Locale.ROOT, "step %d: %.0f MB%n", step, megabytes.get(step - 1));
                }
            }
            System.out.printf(Locale.ROOT, "peak: %.0f MB%n", process.peakBytes() / 1e6);
        }
        Files.write(Path.of(file + ".csv"), rows);
        ImageIO.write(plot(megabytes, id), "png", Path.of(file + ".png").toFile());
    }

    private static BufferedImage plot(final List<Double> megabytes, final String id) {
        final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.drawString("Resident memory of " + id + " in training, MB; horizontal: step", MARGIN, MARGIN / 2);
        final double top = Math.max(LIMIT, Collections.max(megabytes));
        for (int mark = 0; mark <= top; mark += 1000) {
            final int y = y(mark, top);
            graphics.drawLine(MARGIN, y, WIDTH - MARGIN, y);
            graphics.drawString(Integer.toString(mark), MARGIN / 4, y);
        }
        graphics.drawString("1", MARGIN, HEIGHT - MARGIN / 2);
        graphics.drawString(Integer.toString(megabytes.size()), WIDTH - MARGIN, HEIGHT - MARGIN / 2);
        graphics.setColor(Color.BLUE);
        graphics.setStroke(new BasicStroke(2));
        for (int i = 1; i < megabytes.size(); i++) {
            graphics.drawLine(x(i - 1, megabytes), y(megabytes.get(i - 1), top), x(i, megabytes),
                y(megabytes.get(i), top));
        }
        graphics.dispose();
        return image;
    }

    private static int x(final int index, final List<Double> values) {
        return MARGIN + index * (WIDTH - 2 * MARGIN) / Math.max(1, values.size() - 1);
    }

    private static int y(final double value, final double top) {
        return (int)(HEIGHT - MARGIN - value / top * (HEIGHT - 2 * MARGIN));
    }
}
