// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Distance transform, components, watershed, superpixels, equalisation and surface beside scikit-image, SciPy, cc3d and
 * seung-lab's edt, on the volumes on which those were measured. Each analysis runs in a process of its own; peers that
 * are not installed are named and left out. Prints a table in Markdown, also into
 * {@code benchmarks/results/structure-peers.md}.
 *
 * <p>Arguments: edges of the volumes ({@code 256,512}). Ours are given a heap of 12 bytes per voxel, at least 256 MB,
 * and once more, with everything but the mask in files, 256 MB and a byte per voxel.
 */
public final class StructurePeers {

    private static final Path SCRIPT = Path.of("benchmarks/peers/structures.py");
    private static final Path RESULT = Path.of("benchmarks/results/structure-peers.md");
    private static final int EDGE = 256;
    private static final long BYTES_PER_VOXEL = 12;
    private static final long BASE = 256L << 20;

    private final Optional<PeerPython> python = PeerPython.with("numpy, tifffile");
    private final MarkdownTable table = new MarkdownTable("analysis", "voxels", "program", "result", "CPU s",
        "CPU s, cold", "wall s", "resident, MB");
    private final List<String> missing = new ArrayList<>();

    /** One analysis, by ours and by several peers. */
    private record Analysis(String title, String task, int tiles, String voxels, List<String> peers) {
    }

    private StructurePeers() {
    }

    public static void main(final String[] arguments) throws IOException {
        final String edges = arguments.length > 0 ? arguments[0] : "256,512";
        StructureFiles.require();
        final StructurePeers peers = new StructurePeers();
        for (final String edge : edges.split(",")) {
            for (final Analysis analysis : analyses(Integer.parseInt(edge) / EDGE)) {
                peers.run(analysis);
            }
        }
        final String report = peers.report();
        System.out.println(report);
        Files.createDirectories(RESULT.getParent());
        Files.writeString(RESULT, report);
    }

    private static List<Analysis> analyses(final int tiles) {
        final String voxels = EDGE * tiles + "³";
        final List<Analysis> analyses = new ArrayList<>(List.of(
            new Analysis("distance transform", "edt", tiles, voxels, List.of("edt-seung", "edt-scipy")),
            new Analysis("components, 6", "components6", tiles, voxels,
                List.of("components6-cc3d", "components6-scipy")),
            new Analysis("components, 26", "components26", tiles, voxels,
                List.of("components26-cc3d", "components26-scipy"))));
        if (tiles == 1) {
            analyses.add(new Analysis("watershed", "watershed", 1, voxels, List.of("watershed-skimage")));
            analyses.add(new Analysis("superpixels", "felzenszwalb", 1, "1024²", List.of("felzenszwalb-skimage")));
            analyses.add(new Analysis("equalisation, 16 bit", "equalise", 1, voxels, List.of("equalise-skimage")));
            analyses.add(new Analysis("surface", "surface", 1, voxels, List.of("surface-skimage")));
            analyses.add(new Analysis("thresholds of 3 classes", "multi-otsu", 1, "1024²",
                List.of("multi-otsu-skimage")));
        }
        return analyses;
    }

    private void run(final Analysis analysis) throws IOException {
        final long cube = (long)EDGE * EDGE * EDGE * analysis.tiles() * analysis.tiles() * analysis.tiles();
        final long bytes = Math.max(BASE, BYTES_PER_VOXEL * cube);
        add(analysis, "Electrode4D", ours(analysis, bytes, Long.MAX_VALUE));
        add(analysis, "Electrode4D, in files", ours(analysis, BASE + cube, 0));
        for (final String peer : analysis.peers()) {
            final Map<String, Double> told = python.isEmpty() ? Map.of() : python.get().tell(List.of(
                SCRIPT.toString(), peer, StructureFiles.folder().toString(), Integer.toString(analysis.tiles())));
            if (told.isEmpty()) {
                missing.add(peer);
            } else {
                add(analysis, peer.substring(peer.lastIndexOf('-') + 1), told);
            }
        }
    }

    private static Map<String, Double> ours(final Analysis analysis, final long heap, final long scratch)
        throws IOException {
        return ChildJvm.run(List.of("-Xmx" + (heap >> 20) + "m"), StructureTask.class,
            List.of(analysis.task(), Integer.toString(analysis.tiles()), Long.toString(scratch)));
    }

    private void add(final Analysis analysis, final String program, final Map<String, Double> told) {
        final List<String> cells = List.of(analysis.title(), analysis.voxels(), program,
            number("%.6g", told.get("result")), number("%.2f", told.get("cpu")), number("%.2f", told.get("cold")),
            number("%.2f", told.get("wall")), number("%.0f", told.get("resident") / 1e6));
        System.err.println(String.join("  ", cells));
        table.add(cells);
    }

    private static String number(final String format, final Double value) {
        return value == null || value.isNaN() ? "" : String.format(Locale.ROOT, format, value);
    }

    private String report() {
        return String.format(Locale.ROOT, """
            %d processors, Java %s. CPU seconds of the analysis alone, all threads, compiler and garbage collector
            included; "cold" is the first of two runs in a process. Resident size is the peak of the process, volume
            and all.

            %s
            %s""", Runtime.getRuntime().availableProcessors(), Runtime.version(), table,
            missing.isEmpty() ? "" : "Not installed, left out: " + String.join(", ", missing) + ".\n");
    }
}
