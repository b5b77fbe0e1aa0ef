// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Segmentation without training on measured slices of cathodes with labels, each method with its default settings and
 * with those that are best on the other scan: nobody tunes on the scan that is scored. Prints a table in Markdown and
 * writes it, with a picture per scan and method, to {@code benchmarks/results/cathode-scores}.
 */
public final class CathodeScores {

    private CathodeScores() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Map<String, List<LabelledSlice>> scans = LabelledSlice.byScan();
        final CathodeTable table = new CathodeTable(Path.of("benchmarks/results/cathode-scores"));
        for (final String scan : scans.keySet()) {
            final List<LabelledSlice> others = scans.entrySet().stream().filter(e -> !e.getKey().equals(scan))
                .flatMap(e -> e.getValue().stream()).toList();
            table.draw(scans.get(scan).get(0));
            for (final CathodeMethod method : CathodeMethod.values()) {
                final double[] tuned = tuned(method, others);
                table.add(scans.get(scan), row(method, method.defaults(), ""), method.with(method.defaults()));
                table.add(scans.get(scan), row(method, tuned, others.get(0).scan()), method.with(tuned));
                table.draw(scans.get(scan).get(0), method.name().toLowerCase(Locale.ROOT), method.with(tuned));
            }
        }
        System.out.println(table);
    }

    /** The settings of a method that are best on some slices. */
    static double[] tuned(final CathodeMethod method, final List<LabelledSlice> slices) throws IOException {
        double[] best = method.defaults();
        double most = -1;
        for (final double[] settings : method.settings()) {
            double sum = 0;
            for (final LabelledSlice slice : slices) {
                sum += CathodeTable.dice(CathodeTable.score(slice, method.with(settings), false));
            }
            if (sum > most) {
                most = sum;
                best = settings;
            }
        }
        return best;
    }

    /** Method, settings and what they were tuned on, for a row of the table. */
    static List<String> row(final CathodeMethod method, final double[] settings, final String tunedOn) {
        return List.of(method.title(), Arrays.stream(settings).mapToObj(value -> String.format(Locale.ROOT, "%.3g",
            value)).collect(Collectors.joining("; ")) + " (" + method.meaning() + ")", tunedOn);
    }
}
