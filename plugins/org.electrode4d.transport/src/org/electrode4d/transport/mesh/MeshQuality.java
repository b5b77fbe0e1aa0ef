// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.mesh;

import java.util.Arrays;
import java.util.BitSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.electrode4d.volume.Progress;

/**
 * What the elements of a mesh, or of one of its phases, are like.
 *
 * @param elements their number
 * @param vertices of these elements
 * @param interfaces facets between these elements and other phases; of a whole mesh between any two phases
 * @param measure area in µm² or volume in µm³
 * @param interfaceMeasure length in µm or area in µm² of the interfaces
 * @param quality of each element by measure of quality, ascending
 */
public record MeshQuality(int elements, int vertices, int interfaces, double measure, double interfaceMeasure,
    SortedMap<QualityMeasure, float[]> quality) {

    /** Of all elements. */
    public static MeshQuality of(final SimplexMesh mesh, final Progress progress) {
        progress.report(0, "Measuring elements");
        return of(mesh, FacetNeighbours.of(mesh), IntStream.range(0, mesh.cellCount()).toArray(), false);
    }

    /** Of the elements of every phase that the mesh has. */
    public static SortedMap<Integer, MeshQuality> ofPhases(final SimplexMesh mesh, final Progress progress) {
        final int[] neighbours = FacetNeighbours.of(mesh);
        // the phase in the upper half sorts, the element in the lower half tells where it came from
        final long[] order = IntStream.range(0, mesh.cellCount())
            .mapToLong(cell -> (long)mesh.phases()[cell] << Integer.SIZE | cell).sorted().toArray();
        final SortedMap<Integer, MeshQuality> phases = new TreeMap<>();
        int end = 0;
        for (int from = 0; from < order.length; from = end) {
            progress.check();
            progress.report(from / (double)order.length, "Measuring elements");
            final int phase = (int)(order[from] >> Integer.SIZE);
            while (end < order.length && (int)(order[end] >> Integer.SIZE) == phase) {
                end++;
            }
            phases.put(phase, of(mesh, neighbours,
                Arrays.stream(order, from, end).mapToInt(key -> (int)key).toArray(), true));
        }
        return phases;
    }

    /** The value below which a part of the elements lies; 0 for the smallest, 0.5 for the median, NaN without any. */
    public double quantile(final QualityMeasure by, final double part) {
        final float[] values = quality.get(by);
        return values.length == 0 ? Double.NaN : values[(int)Math.round(part * (values.length - 1))];
    }

    /** NaN without elements. */
    public double mean(final QualityMeasure by) {
        double sum = 0;
        for (final float value : quality.get(by)) {
            sum += value;
        }
        return sum / elements;
    }

    /** Elements in bins of equal width from 0 to the range of a measure; upper edges belong to the next bin. */
    public int[] histogram(final QualityMeasure by, final int bins) {
        final int[] counts = new int[bins];
        for (final float value : quality.get(by)) {
            counts[Math.min(bins - 1, (int)(bins * (value / by.range())))]++;
        }
        return counts;
    }

    /** @param apart whether the elements are those of one phase, so that interfaces are met from one side only */
    private static MeshQuality of(final SimplexMesh mesh, final int[] neighbours, final int[] cells,
        final boolean apart) {
        final SortedMap<QualityMeasure, float[]> quality = new TreeMap<>();
        for (final QualityMeasure by : QualityMeasure.values()) {
            quality.put(by, new float[cells.length]);
        }
        final ElementShape shape = new ElementShape(mesh);
        final BitSet vertices = new BitSet();
        final int corners = mesh.dimension() + 1;
        int interfaces = 0;
        double measure = 0;
        double area = 0;
        for (int i = 0; i < cells.length; i++) {
            shape.take(cells[i]);
            measure += shape.measure();
            for (final QualityMeasure by : QualityMeasure.values()) {
                quality.get(by)[i] = (float)by.of(shape);
            }
            for (int corner = 0; corner < corners; corner++) {
                vertices.set(mesh.vertex(cells[i], corner));
                final int neighbour = neighbours[cells[i] * corners + corner];
                if (neighbour >= 0 && mesh.phases()[neighbour] != mesh.phases()[cells[i]]
                    && (apart || neighbour > cells[i])) {
                    interfaces++;
                    area += shape.facet(corner);
                }
            }
        }
        quality.values().forEach(Arrays::sort);
        return new MeshQuality(cells.length, vertices.cardinality(), interfaces, measure, area, quality);
    }
}
