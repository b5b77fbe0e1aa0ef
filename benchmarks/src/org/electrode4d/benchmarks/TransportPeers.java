// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.electrode4d.benchmarks.TransportCase.Extent;

/**
 * Tortuosity, effective diffusivity, phases, distances and lithium diffusion beside dijkstra3d, scikit-image,
 * scikit-fmm, TauFactor, SciPy and dolfinx: the same numbers on the same structures, and what they cost. Each analysis
 * runs in a process of its own; peers that are not installed are named and left out. Prints two tables in Markdown,
 * also into {@code benchmarks/results/transport-peers.md}.
 *
 * <p>Arguments: {@code agreement}, {@code cost}, {@code large} (512³) or several of them, separated by commas; the
 * first two where there is none.
 */
public final class TransportPeers {

    private static final Path SCRIPT = Path.of("benchmarks/peers/transport.py");
    private static final Path RESULT = Path.of("benchmarks/results/transport-peers.md");
    private static final long BASE = 256L << 20;

    private final Optional<PeerPython> python = PeerPython.with("numpy, tifffile");
    private final MarkdownTable agreement =
        new MarkdownTable("analysis", "structure", "quantity", "Electrode4D", "peer", "its value", "difference, %");
    private final MarkdownTable cost =
        new MarkdownTable("analysis", "structure", "program", "CPU s", "CPU s, cold", "wall s", "resident, MB");
    private final TreeSet<String> missing = new TreeSet<>();

    private TransportPeers() {
    }

    public static void main(final String[] arguments) throws IOException {
        final List<Extent> extents = Arrays.stream((arguments.length > 0 ? arguments[0] : "agreement,cost").split(","))
            .map(extent -> Extent.valueOf(extent.toUpperCase(Locale.ROOT))).toList();
        StructureFiles.require();
        final TransportPeers peers = new TransportPeers();
        for (final TransportCase one : TransportCase.all()) {
            if (extents.contains(one.extent())) {
                peers.run(one);
            }
        }
        final String report = peers.report();
        System.out.println(report);
        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, report);
    }

    private void run(final TransportCase one) throws IOException {
        final Map<String, Double> ours = ours(one);
        addCost(one, "Electrode4D", ours);
        for (final String peer : one.peers()) {
            final Map<String, Double> theirs = python.isEmpty() ? Map.of() : python.get().tell(List.of(
                SCRIPT.toString(), peer, StructureFiles.folder().toString(), one.structure(),
                Integer.toString(one.tiles())));
            final String program = peer.substring(peer.lastIndexOf('-') + 1).replace('_', ' ');
            if (theirs.isEmpty()) {
                missing.add(program);
            } else {
                addCost(one, program, theirs);
                compare(one, program, ours, theirs);
            }
        }
    }

    private static Map<String, Double> ours(final TransportCase one) throws IOException {
        if (one.task().isEmpty()) {
            return Map.of();
        }
        final long heap = Math.max(BASE, BASE / 2 + one.bytesPerVoxel() * one.voxels());
        return ChildJvm.run(List.of("-Xmx" + (heap >> 20) + "m"), TransportTask.class,
            List.of(one.task(), one.structure(), Integer.toString(one.tiles())));
    }

    private void compare(final TransportCase one, final String program, final Map<String, Double> ours,
        final Map<String, Double> theirs) {
        theirs.forEach((quantity, value) -> {
            if (TransportCase.isResult(quantity) && (one.task().isEmpty() || ours.containsKey(quantity))) {
                final Double own = ours.get(quantity);
                final double difference = own == null ? Double.NaN : own.equals(value) ? 0 : 100 * (own / value - 1);
                agreement.add(one.title(), one.where(), quantity.replace('_', ' '), number("%.7g", own), program,
                    number("%.7g", value), number("%.2g", difference));
            }
        });
    }

    private void addCost(final TransportCase one, final String program, final Map<String, Double> told) {
        if (!told.isEmpty()) {
            final List<String> cells = new ArrayList<>(List.of(one.title(), one.where(), program));
            for (final String name : List.of("cpu", "cold", "wall")) {
                cells.add(number("%.2f", told.get(name)));
            }
            cells.add(number("%.0f", told.get("resident") / 1e6));
            System.err.println(String.join("  ", cells));
            cost.add(cells);
        }
    }

    private static String number(final String format, final Double value) {
        return value == null || value.isNaN() ? "" : String.format(Locale.ROOT, format, value);
    }

    private String report() {
        return String.format(Locale.ROOT, """
            %s
            %s
            %d processors, Java %s. CPU seconds of the analysis alone, all threads, compiler and garbage collector
            included; "cold" is the first of two runs in a process. Resident size is the peak of the process, volume and
            all.

            %s""", agreement, missing.isEmpty() ? "" : "Not installed, left out: " + String.join(", ", missing) + ".\n",
            Runtime.getRuntime().availableProcessors(), Runtime.version(), cost);
    }
}
