// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/** A correlation with checkpoints that {@link KilledRunProperties} starts as a process of its own, and kills. */
final class KilledRun {

    private static final Transformation STRETCH = Transformation.of(new Point(0.5, -1, 0.8),
        new double[] {1.01, 0.99, 1.03, 0.004, 0, -0.003}, new Point(0.7, -0.4, 1.2));

    private KilledRun() {
    }

    /** Leaves the processor to the one who kills. */
    private static final class Slow implements Progress {

        @Override
        public void check() {
            // never cancelled
        }

        @Override
        public void report(final double fraction, final String message) {
            try {
                Thread.sleep(3);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static LocalCorrelationSettings settings() {
        return LocalCorrelationSettings.defaults().withMemory(1 << 20)
            .withLevels(List.of(NodeLevel.of(14, 12), NodeLevel.of(9, 6)));
    }

    static DeformationField correlate(final LocalCorrelationSettings settings, final Progress progress) {
        final VolumePair pair = new Blobs(new Shape(38, 36, 110), 800).pair(STRETCH);
        return LocalCorrelation.correlate(pair, LocalCorrelation.noStart(pair), settings, progress);
    }

    static void write(final DeformationField field, final Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (int node = 0; node < field.grid().size(); node++) {
                NodeResultData.write(field.result(node), out);
            }
        }
    }

    /** @param arguments folder of the checkpoints, file for the result */
    public static void main(final String[] arguments) throws IOException {
        write(correlate(settings().withCheckpoints(Checkpoints.in(Path.of(arguments[0]))), new Slow()),
            Path.of(arguments[1]));
    }
}
