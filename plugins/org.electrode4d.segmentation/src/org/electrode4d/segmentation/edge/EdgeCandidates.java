// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.edge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * Voxels on edges of a volume, in an order that looks random. Looks at cells of {@value #CELL}³ voxels that are
 * fixed in the volume, at most {@value #MOST_CELLS} of them, chosen by the seed.
 */
final class EdgeCandidates {

    static final int CELL = 64;
    private static final int MOST_CELLS = 512;
    private static final int PER_CELL = 32;
    private static final int PER_LABEL = 4;

    private final Volume volume;
    private final LabelVolume labels;
    private final EdgeSettings settings;

    /** @param labels of particles whose surfaces are looked at; null for all edges */
    EdgeCandidates(final Volume volume, final LabelVolume labels, final EdgeSettings settings) {
        this.volume = volume;
        this.labels = labels;
        this.settings = settings;
    }

    /** The strong ones, in the order in which they are to be tried. */
    List<EdgeCandidate> find(final Progress progress) {
        final List<Block> cells = new ArrayList<>(Blocks.tile(volume.shape(), CELL));
        if (cells.size() > MOST_CELLS) {
            cells.sort(Comparator.comparingLong(
                cell -> mix(settings.seed(), cell.minX() + CELL * (cell.minY() + CELL * cell.minZ()))));
            cells.subList(MOST_CELLS, cells.size()).clear();
        }
        final List<List<EdgeCandidate>> found =
            Blocks.map(cells, progress, "Looking for edges in " + volume.name(), this::inCell);
        final double[] strongest = found.stream().mapToDouble(list -> list.stream()
            .mapToDouble(EdgeCandidate::strength).max().orElse(0)).sorted().toArray();
        final double least = settings.leastStrength() * typical(strongest);
        return found.stream().flatMap(List::stream).filter(candidate -> candidate.strength() >= least)
            .sorted(Comparator.comparingLong(EdgeCandidate::order)).toList();
    }

    /** The median of the largest ten: one artefact does not hide all edges. */
    private static double typical(final double[] ascending) {
        final int count = Math.min(10, ascending.length);
        return ascending[ascending.length - 1 - count / 2];
    }

    private List<EdgeCandidate> inCell(final Block cell) {
        final EdgeGradient gradient = EdgeGradient.of(volume, cell, settings.smoothing());
        final double least = settings.leastStrength() * gradient.strongest();
        final int[] particles = labels == null ? null : particles(cell);
        final List<EdgeCandidate> all = new ArrayList<>();
        for (int z = 0; z < cell.sizeZ() && gradient.strongest() > 0; z++) {
            for (int y = 0; y < cell.sizeY(); y++) {
                for (int x = 0; x < cell.sizeX(); x++) {
                    final double strength = gradient.strength(x, y, z);
                    final int label = particles == null ? 0 : surface(particles, cell, x, y, z);
                    if (strength >= least && (particles == null ? gradient.isRidge(x, y, z) : label != 0)) {
                        all.add(new EdgeCandidate(cell.minX() + x, cell.minY() + y, cell.minZ() + z,
                            gradient.normal(x, y, z), strength, label,
                            order(cell.minX() + x, cell.minY() + y, cell.minZ() + z)));
                    }
                }
            }
        }
        return firsts(all);
    }

    private List<EdgeCandidate> firsts(final List<EdgeCandidate> all) {
        all.sort(Comparator.comparingLong(EdgeCandidate::order));
        if (labels == null) {
            return List.copyOf(all.subList(0, Math.min(PER_CELL, all.size())));
        }
        final Map<Integer, Integer> counts = new HashMap<>();
        return all.stream().filter(candidate -> counts.merge(candidate.label(), 1, Integer::sum) <= PER_LABEL).toList();
    }

    /** Labels of the cell with a halo of one voxel, in which the border of the volume is repeated. */
    private int[] particles(final Block cell) {
        final Block grown = cell.grow(1);
        final Block inside = grown.clip(volume.shape());
        final int[] read = new int[inside.voxels()];
        labels.read(inside, read);
        final int[] particles = new int[grown.voxels()];
        int i = 0;
        for (long z = grown.minZ(); z < grown.endZ(); z++) {
            for (long y = grown.minY(); y < grown.endY(); y++) {
                for (long x = grown.minX(); x < grown.endX(); x++) {
                    final long row = (clip(z, inside.minZ(), inside.endZ()) * inside.sizeY()
                        + clip(y, inside.minY(), inside.endY())) * inside.sizeX();
                    particles[i++] = read[(int)(row + clip(x, inside.minX(), inside.endX()))];
                }
            }
        }
        return particles;
    }

    private static long clip(final long position, final long min, final long end) {
        return Math.max(min, Math.min(end - 1, position)) - min;
    }

    /** The label of a voxel of which a neighbour by a face has another label; 0 for all others. */
    private static int surface(final int[] particles, final Block cell, final int x, final int y, final int z) {
        final int row = cell.sizeX() + 2;
        final int plane = row * (cell.sizeY() + 2);
        final int index = (z + 1) * plane + (y + 1) * row + x + 1;
        final int label = particles[index];
        for (final int step : new int[] {1, row, plane}) {
            if (particles[index - step] != label || particles[index + step] != label) {
                return label;
            }
        }
        return 0;
    }

    private long order(final long x, final long y, final long z) {
        return mix(settings.seed(), (z * volume.shape().y() + y) * volume.shape().x() + x);
    }

    /** Two steps of SplitMix64 (G. Steele, D. Lea and C. Flood, OOPSLA 2014). */
    private static long mix(final long seed, final long place) {
        return finish(finish(seed) + place * 0x9e3779b97f4a7c15L);
    }

    private static long finish(final long start) {
        long z = start + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
