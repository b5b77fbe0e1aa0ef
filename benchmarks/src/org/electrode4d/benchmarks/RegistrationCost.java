// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.GlobalRegistration;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.RegistrationSettings;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.phantom.Deformation;
import org.electrode4d.phantom.DeformationCase;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;

/**
 * What a global registration costs, at default settings, in a Java process of its own with a heap of 600 MB
 * ({@code -Delectrode4d.heap=600m}), the files read included: the first one of the process, with the compiler cold, and
 * the second. Errors of translation and F where the motion is affine; in {@code gradient} no affine map is right. SPAM
 * 0.8.1.3 (bins 4, 2, 1) took 2.9 to 5.4 CPU s and 377 MB at 200³, 29 to 47 CPU s and 2.66 GB at 400³.
 *
 * <p>Arguments: edges ({@code 200,400}). Pairs: see {@link PairFiles}.
 */
public final class RegistrationCost {

    private static final double MEGABYTE = 1e6;
    private static final Map<Integer, String> SPAM = Map.of(200, "2.9 to 5.4 / 377", 400, "29 to 47 / 2660");
    /** A quarter of SPAM's least at this size, CPU s. */
    private static final double LIMIT = 29 / 4.0;
    private static final double MEMORY_LIMIT = 1000;

    private RegistrationCost() {
    }

    public static void main(final String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals("child")) {
            measure(new PairCase(Integer.parseInt(arguments[1]), DeformationCase.valueOf(arguments[2]), "blobs",
                Integer.parseInt(arguments[3])));
            return;
        }
        final MarkdownTable table = new MarkdownTable("volume", "case", "status", "iterations, finest",
            "CPU first, s", "wall first, s", "CPU second, s", "wall second, s", "heap peak, MB",
            "heap after collection, MB", "RSS, MB", "error of u, voxels", "error of F", "SPAM: CPU s / MB",
            "a quarter of SPAM's CPU, below 1 GB");
        for (final String edge : (arguments.length > 0 ? arguments[0] : "200,400").split(",")) {
            for (final DeformationCase motion : List.of(DeformationCase.SHIFT, DeformationCase.AFFINE,
                DeformationCase.GRADIENT)) {
                for (final int snr : new int[] {0, 5}) {
                    addRow(table, new PairCase(Integer.parseInt(edge), motion, "blobs", snr));
                }
            }
        }
        System.out.println(table);
    }

    private static void addRow(final MarkdownTable table, final PairCase pair) throws IOException {
        PairFiles.inDefaultFolder().open(pair);
        final Map<String, Double> told = ChildJvm.run(List.of("-Xmx" + System.getProperty("electrode4d.heap", "600m")),
            RegistrationCost.class, List.of("child", Integer.toString(pair.edge()), pair.motion().name(),
            Integer.toString(pair.snr())));
        final boolean isAffine = pair.motion() != DeformationCase.GRADIENT;
        final boolean isMet = told.get("cpu first") <= LIMIT && told.get("rss") < MEMORY_LIMIT;
        final List<String> cells = new ArrayList<>(List.of(pair.edge() + "³", pair.title(),
            NodeStatus.of(told.get("status").intValue()).label(), number("%.0f", told.get("iterations"))));
        for (final String time : List.of("cpu first", "wall first", "cpu second", "wall second")) {
            cells.add(number("%.1f", told.get(time)));
        }
        for (final String memory : List.of("heap", "live", "rss")) {
            cells.add(number("%.0f", told.get(memory)));
        }
        for (final String error : List.of("u", "f")) {
            cells.add(isAffine ? number("%.1e", told.get(error)) : "");
        }
        cells.add(SPAM.getOrDefault(pair.edge(), ""));
        cells.add(pair.edge() < 400 ? "" : isMet ? "yes" : "NO");
        table.add(cells);
        System.err.println(String.join("  ", cells));
    }

    private static String number(final String format, final double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** In the child. */
    private static void measure(final PairCase pair) throws IOException {
        final VolumePair volumes = PairFiles.inDefaultFolder().open(pair);
        try (PeakMemory memory = PeakMemory.watching(); LiveHeap live = LiveHeap.watching()) {
            final Measured<DeformationField> first = Measured.of(() -> register(volumes));
            ChildJvm.tell("cpu first", first.cpu());
            ChildJvm.tell("wall first", first.wall());
            final Measured<DeformationField> second = Measured.of(() -> register(volumes));
            ChildJvm.tell("cpu second", second.cpu());
            ChildJvm.tell("wall second", second.wall());
            ChildJvm.tell("heap", memory.heap() / MEGABYTE);
            ChildJvm.tell("live", live.bytes() / MEGABYTE);
            ChildJvm.tell("rss", memory.residentBytes() / MEGABYTE);
            tellErrors(first.value(), pair.exact(), volumes.centre());
        }
    }

    private static void tellErrors(final DeformationField found, final Deformation exact, final Point centre) {
        final Point error = found.displacement(0).minus(exact.displacement(centre));
        double worst = 0;
        final double[] f = found.f(0);
        for (int i = 0; i < f.length; i++) {
            worst = Math.max(worst, Math.abs(f[i] - exact.gradient(centre)[i]));
        }
        ChildJvm.tell("status", found.status(0).code());
        ChildJvm.tell("iterations", found.iterations(0));
        ChildJvm.tell("u", error.norm());
        ChildJvm.tell("f", worst);
    }

    private static DeformationField register(final VolumePair pair) {
        return GlobalRegistration.register(pair, RegistrationSettings.defaults(), Progress.NONE);
    }
}
