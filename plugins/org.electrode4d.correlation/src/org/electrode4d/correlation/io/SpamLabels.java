// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.electrode4d.correlation.LabelMotion;
import org.electrode4d.correlation.NodeStatus;

/**
 * Tables of SPAM's discrete correlation: the line of label n is the n-th after that of label 0, so that labels that are
 * not there have a line of zeros.
 */
final class SpamLabels {

    private static final List<String> COLUMNS = List.of("Label", "Zpos", "Ypos", "Xpos", "Zdisp", "Ydisp", "Xdisp",
        "Fzz", "Fzy", "Fzx", "Fyz", "Fyy", "Fyx", "Fxz", "Fxy", "Fxx", "pixelSearchCC", "error", "iterations",
        "returnStatus", "deltaPhiNorm", "LabelDilate", "voxels");
    private static final int LARGEST_LABEL = 10_000_000;

    private SpamLabels() {
    }

    static void write(final List<LabelMotion> motions, final Path target) throws IOException {
        final List<LabelMotion> sorted = motions.stream().sorted(Comparator.comparingInt(LabelMotion::label)).toList();
        check(sorted);
        TabularText.write(target, '\t', COLUMNS, text -> {
            int next = 0;
            for (final LabelMotion motion : sorted) {
                for (; next < motion.label(); next++) {
                    writeNothing(next, text);
                }
                write(motion, text);
                next++;
            }
        });
    }

    private static void check(final List<LabelMotion> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).label() == sorted.get(i - 1).label()) {
                throw new IllegalArgumentException("Label " + sorted.get(i).label()
                    + " is there twice. A table of one state has one line per label.");
            }
        }
        if (!sorted.isEmpty() && sorted.get(sorted.size() - 1).label() > LARGEST_LABEL) {
            throw new IllegalArgumentException("The largest label is " + sorted.get(sorted.size() - 1).label()
                + ", but SPAM's table has a line for every number up to it. Number the particles from 1 without gaps.");
        }
    }

    private static void writeNothing(final int label, final TabularText text) throws IOException {
        text.addFixed(label);
        for (int i = 1; i < COLUMNS.size(); i++) {
            text.addFixed(0);
        }
        text.endLine();
    }

    private static void write(final LabelMotion motion, final TabularText text) throws IOException {
        text.addFixed(motion.label());
        SpamTsv.addZyx(motion.centre(), text);
        SpamTsv.addZyx(motion.result().transformation().displacement(), text);
        final double[] f = motion.result().transformation().f();
        for (int i = f.length - 1; i >= 0; i--) {
            text.addFixed(f[i]);
        }
        text.addFixed(motion.result().zncc());
        text.addFixed(motion.result().residual());
        text.addFixed(motion.result().status() == NodeStatus.FILLED ? 0 : motion.result().iterations());
        text.addFixed(motion.result().status().code());
        text.addFixed(motion.result().deltaPhiNorm());
        text.addFixed(0);
        text.addFixed(motion.voxels());
        text.endLine();
    }

    static List<LabelMotion> read(final Path file) throws IOException {
        final SpamTable table = new SpamTable(file);
        if (!table.has("Label")) {
            throw table.problem("There is no column Label. A table of a discrete correlation, one line per label, was "
                + "expected.");
        }
        table.requirePhi();
        final List<LabelMotion> motions = new ArrayList<>();
        final Set<Integer> known = new HashSet<>();
        for (final double[] row : table.rows()) {
            final double label = table.value(row, "Label");
            if (!(label >= 0 && label <= Integer.MAX_VALUE && label == Math.rint(label))) {
                throw table.problem("A label is " + label + ", but must be a whole number of 0 or more.");
            }
            if (!known.add((int)label)) {
                throw table.problem("Label " + (int)label + " has two lines.");
            }
            if (label > 0 && Arrays.stream(table.f(row)).anyMatch(entry -> entry != 0)) {
                motions.add(new LabelMotion((int)label, table.position(row), table.result(row),
                    table.optional(row, "voxels", Double.NaN)));
            }
        }
        return motions;
    }
}
