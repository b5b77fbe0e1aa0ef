// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Segmentation that learns from labels on measured slices of cathodes: thresholds that are tuned, the pixel classifier
 * and the U-Net all learn from the same slices, those of the other scan or every second one of the same scan, and are
 * scored on slices that none of them has seen. Prints a table in Markdown and writes it, with pictures, to
 * {@code benchmarks/results/cathode-learning-<preset>}.
 *
 * <p>Arguments: a preset ({@code quick} or {@code thorough}), the longest time of each training in minutes (0 to
 * leave the U-Net out), the engine, and the most epochs.
 */
public final class CathodeLearning {

    private final CathodeTable table;
    private final CathodeNetworks networks;

    private CathodeLearning(final CathodeTable table, final CathodeNetworks networks) {
        this.table = table;
        this.networks = networks;
    }

    public static void main(final String[] arguments) throws IOException {
        final CathodeNetworks networks = CathodeNetworks.of(arguments);
        final CathodeLearning learning = new CathodeLearning(
            new CathodeTable(Path.of("benchmarks/results/cathode-learning-" + networks.name())), networks);
        for (final Fold fold : Fold.all()) {
            learning.compare(fold);
        }
        System.out.println(learning.table);
    }

    /**
     * Slices to learn from and others to be scored.
     *
     * @param source where the former are from, for the table
     */
    record Fold(String source, List<LabelledSlice> training, List<LabelledSlice> scored) {

        static List<Fold> all() throws IOException {
            final List<List<LabelledSlice>> scans = List.copyOf(LabelledSlice.byScan().values());
            final List<Fold> folds = new ArrayList<>();
            for (int scan = 0; scan < scans.size(); scan++) {
                final List<LabelledSlice> other = scans.get(1 - scan);
                folds.add(new Fold("scan " + other.get(0).scan(), other, scans.get(scan)));
            }
            for (final List<LabelledSlice> scan : scans) {
                folds.add(new Fold("slices 1, 3, ...", every(scan, 0), every(scan, 1)));
            }
            return folds;
        }

        private static List<LabelledSlice> every(final List<LabelledSlice> slices, final int first) {
            final List<LabelledSlice> chosen = new ArrayList<>();
            for (int i = first; i < slices.size(); i += 2) {
                chosen.add(slices.get(i));
            }
            return chosen;
        }

        /** For names of files. */
        String name() {
            return source.replaceAll("[^0-9x]+", "-").replaceAll("^-|-$", "");
        }
    }

    private void compare(final Fold fold) throws IOException {
        table.draw(fold.scored().get(0));
        for (final CathodeMethod method : List.of(CathodeMethod.OTSU, CathodeMethod.MULTISTAGE, CathodeMethod.FIXED)) {
            final double[] settings = CathodeScores.tuned(method, fold.training());
            add(fold, CathodeScores.row(method, settings, fold.source()), method.with(settings));
        }
        final CathodeForest forest = CathodeForest.trained(fold.training());
        add(fold, List.of("Pixel classifier", forest.settings(), fold.source()), forest);
        if (networks.minutes() == 0) {
            return;
        }
        try (CathodeNetworks.Trained trained = networks.train(fold.training())) {
            add(fold, List.of("U-Net, " + networks.name(), trained.settings(), fold.source()), trained);
        }
    }

    private void add(final Fold fold, final List<String> row, final CathodeTable.Segmenter segmenter)
        throws IOException {
        table.add(fold.scored(), row, segmenter);
        table.draw(fold.scored().get(0),
            (row.get(0) + "-from-" + fold.name()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9x]+", "-"), segmenter);
    }
}
