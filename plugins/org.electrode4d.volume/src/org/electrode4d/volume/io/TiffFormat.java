// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * TIFF and BigTIFF: one page per slice, one channel, 8-, 16- and 32-bit integers and floating point (64-bit is read as
 * 32-bit), either byte order, in strips or tiles; uncompressed, PackBits, LZW and deflate with or without horizontal
 * predictor. Of palette images, which programs for segmentation write, the numbers are read, which are
 * labels, and the colours are not. Voxel sizes come from the resolution fields and from the descriptions of ImageJ and OME.
 *
 * <p>Files are written as ImageJ's are, with one strip per page, or with many where compressed; beyond 4 GB as BigTIFF.
 */
final class TiffFormat implements VolumeFormat {

    @Override
    public boolean recognises(final Path path) {
        final String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".tif") || name.endsWith(".tiff") || name.endsWith(".btf") || name.endsWith(".tf8"))
            && !Files.isDirectory(path);
    }

    @Override
    public Volume open(final VolumeSource source) throws IOException {
        return new TiffStack(TiffFile.pages(source.path())).open(source, FileNames.stem(source.path()));
    }

    @Override
    public Set<Compression> compressions() {
        return EnumSet.of(Compression.NONE, Compression.DEFLATE);
    }

    @Override
    public void write(final Volume volume, final Path file, final WriteOptions options, final Progress progress)
        throws IOException {
        new TiffWriter(volume, options.compression() == Compression.DEFLATE).write(file, progress);
    }
}
