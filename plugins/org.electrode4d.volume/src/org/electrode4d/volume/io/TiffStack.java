// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.util.List;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.ChunkLoader;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;

/**
 * Pages of one size and type, of one file or of many, that make a volume.
 */
final class TiffStack {

    /** Chunks of compressed pages and of slices in files of their own hold about so many pixels of one page. */
    private static final int CHUNK_PIXELS = 1 << 19;

    private final List<TiffPage> pages;
    private final TiffPage first;

    TiffStack(final List<TiffPage> pages) throws VolumeFormatException {
        this.pages = pages;
        first = pages.get(0);
        for (int i = 1; i < pages.size(); i++) {
            requireSame(pages.get(i), i);
        }
    }

    Volume open(final VolumeSource source, final String name) throws IOException {
        final TiffCalibration facts = first.calibration();
        if (facts.channels() * facts.frames() > 1) {
            throw new VolumeFormatException(first.path(), "The file holds " + facts.channels() + " channels and "
                + facts.frames() + " times, but a volume is one of each. Save them as files of their own.");
        }
        final VoxelSize size = facts.spacing().resolve(source);
        final boolean oneFile = pages.get(pages.size() - 1).path().equals(first.path());
        if (oneFile && pages.stream().allMatch(page -> page.data() >= 0)) {
            final RawChunks raw = raw().requireComplete();
            return LazyVolume.load(name, raw.layout(), size, raw);
        }
        final ChunkLoader loader = this::load;
        return LazyVolume.load(name, layout(), size, loader);
    }

    /** Uncompressed pages; ImageJ's files beyond 4 GB have one page header for all, which follow each other. */
    private RawChunks raw() {
        final long images = first.calibration().images();
        if (pages.size() == 1 && images > 1) {
            return RawChunks.contiguous(first.path(), new Shape(first.width(), first.height(), images),
                first.stored(), first.data());
        }
        final long[] offsets = pages.stream().mapToLong(TiffPage::data).toArray();
        return new RawChunks(first.path(), shape(), first.stored(), z -> offsets[(int)z]);
    }

    private Shape shape() {
        return new Shape(first.width(), first.height(), pages.size());
    }

    private Layout layout() {
        final int width = first.tiled() ? multiple(first.segmentWidth(), 512) : first.width();
        final int height = multiple(first.segmentHeight(), CHUNK_PIXELS / width);
        return new Layout(shape(), first.stored().type(), width, height, 1);
    }

    /** The multiple of a segment's edge that is nearest below a wanted edge, and at least one. */
    private static int multiple(final int edge, final int wanted) {
        return edge * Math.max(1, wanted / edge);
    }

    private Object load(final Block chunk) throws IOException {
        final Object values = first.stored().type().newArray(chunk.voxels());
        for (int z = 0; z < chunk.sizeZ(); z++) {
            final TiffPage page = pages.get((int)chunk.minZ() + z);
            try (FileBytes file = new FileBytes(page.path())) {
                new TiffSegments(page, file).read(chunk, z, values);
            }
        }
        return values;
    }

    private void requireSame(final TiffPage page, final int index) throws VolumeFormatException {
        if (page.width() != first.width() || page.height() != first.height()) {
            throw new VolumeFormatException(page.path(), "The slices differ in size: " + name(first, 0) + " has "
                + first.width() + " x " + first.height() + " pixels, but " + name(page, index) + " has "
                + page.width() + " x " + page.height() + ". A volume needs slices of one size.");
        }
        if (page.stored().type() != first.stored().type()) {
            throw new VolumeFormatException(page.path(), "The slices differ in type: " + name(first, 0) + " is "
                + first.stored().type() + ", but " + name(page, index) + " is " + page.stored().type()
                + ". A volume needs slices of one type.");
        }
    }

    private static String name(final TiffPage page, final int index) {
        return page.path().getFileName() + " (slice " + (index + 1) + ")";
    }
}
