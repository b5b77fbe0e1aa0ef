// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;

/**
 * Slices to learn from.
 *
 * @param scheme what their classes mean
 * @param slices with at least one labelled pixel each
 */
public record LabelledSlices(ClassScheme scheme, List<LabelledSlice> slices) {

    private static final int EDGE = 64;

    private static final double HEAP_SHARE = 0.4;

    private static final int BYTES_PER_PIXEL = Float.BYTES + Byte.BYTES;

    /** @throws LearningException if fewer than two classes are labelled */
    public LabelledSlices {
        slices = List.copyOf(slices);
        final List<String> missing = missing(scheme, slices);
        final int there = scheme.classes().size() - missing.size();
        if (there == 0) {
            throw new LearningException("Nothing is labelled: no label belongs to one of the classes \""
                + scheme.text() + "\". Check labels and classes.");
        }
        if (there == 1) {
            final List<String> only = new ArrayList<>(scheme.names());
            only.removeAll(missing);
            throw new LearningException("Only the class \"" + only.get(0) + "\" is labelled. Label something of \""
                + String.join("\", \"", missing) + "\" too, or check which labels are which class.");
        }
    }

    /**
     * Reads the slices in which something is labelled. The labels are read once, in blocks, to find them; then labels
     * and image slice by slice. Values that are not finite are no pixels to learn from: they become unlabelled, with
     * the mean of the slice. Memory: 5 bytes per pixel of the slices that are read.
     *
     * @param scans with different names
     * @throws LearningException if nothing or one class only is labelled, a scan has no finite values where it is
     *     labelled, or the slices do not fit into memory
     */
    public static LabelledSlices read(final List<LabelledScan> scans, final ClassScheme scheme,
        final SliceSelection selection, final Progress progress) {
        final List<LabelledSlice> slices = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < scans.size(); i++) {
            final LabelledScan scan = scans.get(i);
            final Progress part = progress.part(i / (double)scans.size(), (i + 1.0) / scans.size());
            final Map<Orientation, int[]> chosen = labelled(scan.labels(), scheme, selection, part.part(0, 0.5));
            bytes += bytes(scan, chosen);
            requireMemory(bytes);
            slices.addAll(read(scan, scheme, chosen, part.part(0.5, 1)));
        }
        return new LabelledSlices(scheme, slices);
    }

    private static Map<Orientation, int[]> labelled(final LabelVolume labels, final ClassScheme scheme,
        final SliceSelection selection, final Progress progress) {
        final Map<Orientation, BitSet> found = new EnumMap<>(Orientation.class);
        selection.orientations().forEach(orientation -> {
            requirePlanes(labels, orientation);
            found.put(orientation, new BitSet());
        });
        final List<Block> blocks = Blocks.tile(labels.volume().shape(), EDGE);
        Blocks.map(blocks, progress, "Looking for labels in " + labels.volume().name(),
            block -> labelled(labels, scheme, block)).forEach(part ->
                found.forEach((orientation, slices) -> slices.or(part.get(orientation))));
        final Map<Orientation, int[]> chosen = new EnumMap<>(Orientation.class);
        found.forEach((orientation, slices) ->
            chosen.put(orientation, spread(slices.stream().toArray(), selection.most())));
        return chosen;
    }

    private static void requirePlanes(final LabelVolume labels, final Orientation orientation) {
        final Shape shape = labels.volume().shape();
        if (orientation.rows(shape) == 1 && orientation != Orientation.XY) {
            throw new LearningException(labels.volume().name() + " is a single image: it has no slices "
                + orientation + ". Choose slices XY alone.");
        }
    }

    private static Map<Orientation, BitSet> labelled(final LabelVolume labels, final ClassScheme scheme,
        final Block block) {
        final int[] ids = new int[block.voxels()];
        labels.read(block, ids);
        final byte[] classes = new byte[ids.length];
        scheme.classify(ids, classes);
        final BitSet x = new BitSet();
        final BitSet y = new BitSet();
        final BitSet z = new BitSet();
        int i = 0;
        for (int k = 0; k < block.sizeZ(); k++) {
            for (int j = 0; j < block.sizeY(); j++) {
                for (int column = 0; column < block.sizeX(); column++) {
                    if (classes[i++] >= 0) {
                        x.set((int)block.minX() + column);
                        y.set((int)block.minY() + j);
                        z.set((int)block.minZ() + k);
                    }
                }
            }
        }
        return Map.of(Orientation.XY, z, Orientation.XZ, y, Orientation.YZ, x);
    }

    /** So many of the indices, the first and the last among them. */
    static int[] spread(final int[] indices, final int most) {
        if (indices.length <= most) {
            return indices;
        }
        final int[] some = new int[most];
        for (int i = 0; i < most; i++) {
            some[i] = indices[most == 1 ? indices.length / 2
                : (int)Math.round(i * (indices.length - 1.0) / (most - 1))];
        }
        return some;
    }

    private static long bytes(final LabelledScan scan, final Map<Orientation, int[]> chosen) {
        final Shape shape = scan.image().shape();
        long pixels = 0;
        for (final Map.Entry<Orientation, int[]> entry : chosen.entrySet()) {
            pixels += (long)entry.getKey().rows(shape) * entry.getKey().columns(shape) * entry.getValue().length;
        }
        return BYTES_PER_PIXEL * pixels;
    }

    private static void requireMemory(final long bytes) {
        final long heap = Runtime.getRuntime().maxMemory();
        if (bytes > HEAP_SHARE * heap) {
            throw new LearningException("The labelled slices take " + (bytes >> 20) + " MB, but the program has "
                + (heap >> 20) + " MB of memory. Take fewer slices of each scan, crop the scans, or give the program "
                + "more heap (-Xmx).");
        }
    }

    private static List<LabelledSlice> read(final LabelledScan scan, final ClassScheme scheme,
        final Map<Orientation, int[]> chosen, final Progress progress) {
        final List<LabelledSlice.Source> sources = new ArrayList<>();
        chosen.forEach((orientation, indices) -> {
            for (final int index : indices) {
                sources.add(new LabelledSlice.Source(scan.name(), orientation, index));
            }
        });
        final List<LabelledSlice> slices = Blocks.map(sources.size(), progress, "Reading labelled slices of "
            + scan.name(), i -> read(scan, scheme, sources.get(i)));
        final List<LabelledSlice> usable = slices.stream().filter(slice -> slice.labelled() > 0).toList();
        if (usable.isEmpty() && !slices.isEmpty()) {
            throw new LearningException("None of the labelled voxels of " + scan.name()
                + " has a finite value in the image " + scan.image().name() + ". Check the image.");
        }
        return usable;
    }

    private static LabelledSlice read(final LabelledScan scan, final ClassScheme scheme,
        final LabelledSlice.Source source) {
        final Shape shape = scan.image().shape();
        final Block block = source.orientation().slice(shape, source.index());
        final float[] image = new float[block.voxels()];
        scan.image().read(block, image);
        final int[] labels = new int[image.length];
        scan.labels().read(block, labels);
        final byte[] classes = new byte[image.length];
        scheme.classify(labels, classes);
        fillGaps(image, classes);
        return new LabelledSlice(source, source.orientation().rows(shape), source.orientation().columns(shape), image,
            classes);
    }

    private static void fillGaps(final float[] image, final byte[] classes) {
        double sum = 0;
        int finite = 0;
        for (final float value : image) {
            if (Float.isFinite(value)) {
                sum += value;
                finite++;
            }
        }
        if (finite < image.length) {
            final float mean = finite == 0 ? 0 : (float)(sum / finite);
            for (int i = 0; i < image.length; i++) {
                if (!Float.isFinite(image[i])) {
                    image[i] = mean;
                    classes[i] = ClassScheme.UNLABELLED;
                }
            }
        }
    }

    /** Number of labelled pixels of each class. */
    public long[] counts() {
        return counts(scheme, slices);
    }

    private static long[] counts(final ClassScheme scheme, final List<LabelledSlice> slices) {
        final long[] counts = new long[scheme.classes().size()];
        for (final LabelledSlice slice : slices) {
            final long[] part = slice.counts(counts.length);
            for (int c = 0; c < counts.length; c++) {
                counts[c] += part[c];
            }
        }
        return counts;
    }

    /** Names of classes that are labelled nowhere: the model will not find them. */
    public List<String> missing() {
        return missing(scheme, slices);
    }

    private static List<String> missing(final ClassScheme scheme, final List<LabelledSlice> slices) {
        final long[] counts = counts(scheme, slices);
        final List<String> missing = new ArrayList<>();
        for (int c = 0; c < counts.length; c++) {
            if (counts[c] == 0) {
                missing.add(scheme.names().get(c));
            }
        }
        return missing;
    }
}
