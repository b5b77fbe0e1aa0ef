// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One analysis of one structure by ours and by several peers.
 *
 * @param task of {@link TransportTask}; empty where only the peer has such a command
 * @param tiles how often the structure is repeated along every axis; for diffusion one more than the refinements
 * @param bytesPerVoxel of our heap
 * @param peers tasks of {@code transport.py}
 */
record TransportCase(Extent extent, String title, String task, String structure, int tiles, int bytesPerVoxel,
    List<String> peers) {

    /** When an analysis is done. */
    enum Extent {
        /** Small structures with known answers. */
        AGREEMENT,
        /** 128³ and 256³. */
        COST,
        /** 512³. */
        LARGE
    }

    private static final Set<String> COSTS = Set.of("cpu", "cold", "wall", "resident", "iterations", "elements");
    private static final int PATHS = 12;
    private static final int FLUX = 48;
    private static final int SMALL = 24;

    /** What the tasks tell beside their results. */
    static boolean isResult(final String quantity) {
        return !COSTS.contains(quantity);
    }

    String where() {
        return structure + (tiles == 1 ? "" : task.equals("region") ? ", refined" : ", " + tiles + "³ times");
    }

    /** From the name of the structure, whose numbers are its edges. */
    long voxels() {
        final String edges = structure.replaceAll("^.*_(\\d+(x\\d+)*).*$", "$1");
        long voxels = 1;
        for (int axis = 0; axis < 3; axis++) {
            final String[] parts = edges.split("x");
            voxels *= Long.parseLong(parts[Math.min(axis, parts.length - 1)]) * tiles;
        }
        return voxels;
    }

    static List<TransportCase> all() {
        final List<TransportCase> cases = new ArrayList<>();
        for (final String structure : List.of("zigzag_ortho_65", "zigzag_diag_65", "baffles_80x48x40", "random_64")) {
            paths(cases, Extent.AGREEMENT, structure, 1);
        }
        for (final String structure : List.of("channel_straight_64", "zigzag_ortho_65", "baffles_80x48x40",
            "random_64", "white_noise_64")) {
            flux(cases, structure);
        }
        phases(cases);
        diffusion(cases);
        paths(cases, Extent.COST, "random_128", 1);
        paths(cases, Extent.COST, "random_256", 1);
        cases.add(new TransportCase(Extent.COST, "flux", "flux", "random_128", 1, FLUX,
            List.of("flux-scipy", "flux-taufactor", "flux-taufactor_default")));
        cases.add(new TransportCase(Extent.COST, "flux", "flux", "random_256", 1, FLUX,
            List.of("flux-taufactor_default")));
        cases.add(new TransportCase(Extent.COST, "diffusion until 100 s", "figure", "open_64", 1, 4 * 1024,
            List.of()));
        paths(cases, Extent.LARGE, "random_256", 2);
        cases.add(new TransportCase(Extent.LARGE, "flux", "flux", "random_256", 2, FLUX, List.of()));
        return cases;
    }

    private static void paths(final List<TransportCase> cases, final Extent extent, final String structure,
        final int tiles) {
        final boolean isLarge = tiles > 1 || structure.endsWith("256");
        cases.add(new TransportCase(extent, "paths, 26 neighbours", "paths26", structure, tiles, PATHS,
            isLarge ? List.of("paths26-dijkstra3d") : List.of("paths26-dijkstra3d", "paths26-skimage")));
        if (!isLarge) {
            cases.add(new TransportCase(extent, "paths, 6 neighbours", "paths6", structure, tiles, PATHS,
                List.of("paths6-skimage")));
        }
        cases.add(new TransportCase(extent, "fast marching, first order", "eikonal1", structure, tiles, PATHS,
            List.of("eikonal1-skfmm")));
        cases.add(new TransportCase(extent, "fast marching, second order", "eikonal2", structure, tiles, PATHS,
            List.of("eikonal2-skfmm")));
    }

    private static void flux(final List<TransportCase> cases, final String structure) {
        cases.add(new TransportCase(Extent.AGREEMENT, "flux, faces held", "flux", structure, 1, FLUX,
            List.of("flux-scipy", "flux-taufactor")));
        cases.add(new TransportCase(Extent.AGREEMENT, "flux, layers held", "flux-layers", structure, 1, FLUX,
            List.of("flux-layers-scipy")));
        if (structure.equals("random_64")) {
            cases.add(new TransportCase(Extent.AGREEMENT, "flux, periodic sides", "flux-periodic", structure, 1, FLUX,
                List.of("flux-periodic-taufactor")));
            cases.add(new TransportCase(Extent.AGREEMENT, "flux, two phases", "flux-phases", "laminate_ser_64", 1,
                FLUX, List.of("flux-phases-taufactor")));
        }
    }

    private static void phases(final List<TransportCase> cases) {
        cases.add(new TransportCase(Extent.AGREEMENT, "pores per slice", "phases", "electrode_128_labels", 1, SMALL,
            List.of("phases-numpy")));
        cases.add(new TransportCase(Extent.AGREEMENT, "triple-phase boundary", "triple", "electrode_128_labels", 1,
            SMALL, List.of("triple-taufactor")));
        for (final String structure : List.of("ball_r20_64", "cylinder_r15_h50_64", "random_64")) {
            cases.add(new TransportCase(Extent.AGREEMENT, "surface, marching cubes", "surface", structure, 1, SMALL,
                List.of("surface-skimage")));
            cases.add(new TransportCase(Extent.AGREEMENT, "surface, Crofton", "surface-crofton", structure, 1, SMALL,
                List.of("surface-skimage")));
        }
        for (final String structure : List.of("plates_40", "two_balls_64", "ball_in_shell_64",
            "electrode_128_labels")) {
            cases.add(new TransportCase(Extent.AGREEMENT, "distances, boundary voxels", "distances", structure, 1,
                SMALL, List.of("distances-scipy", "hausdorff-skimage")));
        }
    }

    private static void diffusion(final List<TransportCase> cases) {
        cases.add(new TransportCase(Extent.AGREEMENT, "diffusion into a slab", "slab", "open_64", 1, SMALL,
            List.of("slab-series", "slab-dolfinx")));
        cases.add(new TransportCase(Extent.AGREEMENT, "diffusion into a disc of pixels", "disc", "open_64", 1, 1024,
            List.of("disc-series", "disc-dolfinx")));
        for (int refined = 1; refined <= 2; refined++) {
            cases.add(new TransportCase(Extent.AGREEMENT, "diffusion into a region", "region", "electrode_128_labels",
                refined, 64, List.of("region-dolfinx")));
        }
        cases.add(new TransportCase(Extent.AGREEMENT, "manufactured solution, P2", "", "open_64", 1, SMALL,
            List.of("manufactured-dolfinx")));
    }
}
