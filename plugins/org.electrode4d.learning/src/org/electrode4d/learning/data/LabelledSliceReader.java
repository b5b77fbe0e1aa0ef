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

/** Finds the slices of scans in which something is labelled, and reads them. */
final class LabelledSliceReader {

    private static final int EDGE = 64;

    /** What all slices may take of the heap. */
    private static final double HEAP_SHARE = 0.4;

    private static final int BYTES_PER_PIXEL = Float.BYTES + Byte.BYTES;

    private final ClassScheme scheme;

    private final SliceSelection selection;

    LabelledSliceReader(final ClassScheme scheme, final SliceSelection selection) {
        this.scheme = scheme;
        this.selection = selection;
    }

    List<LabelledSlice> read(final List<LabelledScan> scans, final Progress progress) {
        final List<LabelledSlice> slices = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < scans.size(); i++) {
            final LabelledScan scan = scans.get(i);
            final Progress part = progress.part(i / (double)scans.size(), (i + 1.0) / scans.size());
            final Map<Orientation, int[]> chosen = labelled(scan.labels(), part.part(0, 0.5));
            bytes += bytes(scan, chosen);
            requireMemory(bytes);
            slices.addAll(read(scan, chosen, part.part(0.5, 1)));
        }
        return slices;
    }

    private Map<Orientation, int[]> labelled(final LabelVolume labels, final Progress progress) {
        selection.orientations().forEach(orientation -> requirePlanes(labels, orientation));
        final List<Block> blocks = Blocks.tile(labels.volume().shape(), EDGE);
        final List<boolean[][]> found = Blocks.map(blocks, progress, "Looking for labels in "
            + labels.volume().name(), block -> labelled(labels, block));
        final BitSet[] slices = {new BitSet(), new BitSet(), new BitSet()};
        for (int i = 0; i < blocks.size(); i++) {
            add(found.get(i)[0], blocks.get(i).minX(), slices[0]);
            add(found.get(i)[1], blocks.get(i).minY(), slices[1]);
            add(found.get(i)[2], blocks.get(i).minZ(), slices[2]);
        }
        final Map<Orientation, int[]> chosen = new EnumMap<>(Orientation.class);
        for (final Orientation orientation : selection.orientations()) {
            final BitSet along = slices[orientation.normal()];
            chosen.put(orientation, spread(along.stream().toArray(), selection.most()));
        }
        return chosen;
    }

    private static void requirePlanes(final LabelVolume labels, final Orientation orientation) {
        final Shape shape = labels.volume().shape();
        if (orientation.rows(shape) == 1 && orientation != Orientation.XY) {
            throw new LearningException(labels.volume().name() + " is a single image: it has no slices "
                + orientation + ". Choose slices XY alone.");
        }
    }

    /** Where in a block something is labelled: at which x, y and z. */
    private boolean[][] labelled(final LabelVolume labels, final Block block) {
        final int[] ids = new int[block.voxels()];
        labels.read(block, ids);
        final byte[] classes = new byte[ids.length];
        scheme.classify(ids, classes);
        final boolean[][] found = {new boolean[block.sizeX()], new boolean[block.sizeY()],
            new boolean[block.sizeZ()]};
        for (int row = 0; row < block.sizeY() * block.sizeZ(); row++) {
            boolean any = false;
            for (int x = 0; x < block.sizeX(); x++) {
                final boolean here = classes[row * block.sizeX() + x] >= 0;
                found[0][x] |= here;
                any |= here;
            }
            found[1][row % block.sizeY()] |= any;
            found[2][row / block.sizeY()] |= any;
        }
        return found;
    }

    private static void add(final boolean[] found, final long from, final BitSet slices) {
        for (int i = 0; i < found.length; i++) {
            if (found[i]) {
                slices.set((int)from + i);
            }
        }
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

    static void requireMemory(final long bytes) {
        final long heap = Runtime.getRuntime().maxMemory();
        if (bytes > HEAP_SHARE * heap) {
            throw new LearningException("The labelled slices take " + (bytes >> 20) + " MB, but the program has "
                + (heap >> 20) + " MB of memory. Take fewer slices of each scan, crop the scans, or give the program "
                + "more heap (-Xmx).");
        }
    }

    private List<LabelledSlice> read(final LabelledScan scan, final Map<Orientation, int[]> chosen,
        final Progress progress) {
        final List<LabelledSlice.Source> sources = new ArrayList<>();
        chosen.forEach((orientation, indices) -> {
            for (final int index : indices) {
                sources.add(new LabelledSlice.Source(scan.name(), orientation, index));
            }
        });
        final List<LabelledSlice> slices = Blocks.map(sources.size(), progress, "Reading labelled slices of "
            + scan.name(), i -> read(scan, sources.get(i)));
        final List<LabelledSlice> usable = slices.stream().filter(slice -> slice.labelled() > 0).toList();
        if (usable.isEmpty() && !slices.isEmpty()) {
            throw new LearningException("None of the labelled voxels of " + scan.name()
                + " has a finite value in the image " + scan.image().name() + ". Check the image.");
        }
        return usable;
    }

    private LabelledSlice read(final LabelledScan scan, final LabelledSlice.Source source) {
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
}
