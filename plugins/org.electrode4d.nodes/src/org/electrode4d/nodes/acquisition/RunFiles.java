// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalDouble;

import javax.imageio.ImageIO;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.cycler.CyclingRow;
import org.electrode4d.acquisition.cycler.CyclingSeriesBuilder;
import org.electrode4d.acquisition.log.ScanRow;
import org.electrode4d.acquisition.log.ScanTable;
import org.electrode4d.acquisition.log.ScanTableCsv;
import org.electrode4d.acquisition.log.SeriesCsv;
import org.electrode4d.acquisition.log.SeriesTable;

/** Writes what is made from the log of a run beside it: the scan table, the series and the curves. */
final class RunFiles {

    private final Path log;
    private final OptionalDouble capacity;

    /** @param capacity of the cell in coulomb */
    RunFiles(final Path log, final OptionalDouble capacity) {
        this.log = log;
        this.capacity = capacity;
    }

    /** Writes all of them; where they are there already, of a run that was resumed, they are replaced. */
    void write() throws IOException {
        final List<ScanRow> scans = ScanTable.read(log, capacity);
        ScanTableCsv.write(scans, beside("-scans.csv"));
        SeriesCsv.write(log, capacity, beside("-series.csv"));
        final BufferedImage curves = curves(scans);
        final Path part = beside("-curves.png.part");
        if (!ImageIO.write(curves, "png", part.toFile())) {
            throw new IOException("This Java cannot write PNG pictures.");
        }
        Files.move(part, beside("-curves.png"), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path beside(final String ending) {
        return log.resolveSibling(RunFolder.name(log) + ending);
    }

    private BufferedImage curves(final List<ScanRow> scans) throws IOException {
        final CyclingSeriesBuilder series = new CyclingSeriesBuilder("Cell");
        SeriesTable.read(log, capacity, row -> {
            final Reading reading = row.sample().reading();
            series.add(new CyclingRow(reading.time(), reading.potential(), reading.current(), row.sample().charge(), -1,
                -1, row.sample().phase(), null, reading.temperature()));
        });
        return CyclingCurves.overTime(List.of(series.build()),
            scans.stream().mapToDouble(row -> row.middle().time()).filter(Double::isFinite).toArray());
    }
}
