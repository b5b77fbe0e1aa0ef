// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * OME-Zarr: Zarr version 2 arrays with the metadata of OME-NGFF 0.4. Read are any level of a pyramid and plain arrays,
 * of two to five axes with one time and channel, with chunks packed by zstd, zlib, gzip or not at all. Written is one
 * level with the axes z, y, x in µm, the origin as translation, and the metadata of the volume.
 */
final class OmeZarrFormat implements VolumeFormat {

    @Override
    public boolean recognises(final Path path) {
        return Files.isDirectory(path) && (Files.exists(path.resolve(ZarrHeader.FILE))
            || Files.exists(path.resolve(".zgroup")) || Files.exists(path.resolve(NgffImage.FILE))
            || Files.exists(path.resolve("zarr.json")));
    }

    @Override
    public Volume open(final VolumeSource source) throws IOException {
        final NgffImage image = NgffImage.read(source.path(), source.level());
        if (!Files.exists(image.array().resolve(ZarrHeader.FILE))) {
            throw new VolumeFormatException(source.path(), "The array " + image.array()
                + " is missing. Copy or write the volume again.");
        }
        final ZarrChunks chunks = new ZarrChunks(ZarrHeader.read(image.array()));
        return LazyVolume.load(FileNames.stem(source.path()), chunks.layout(), image.spacing().resolve(source), chunks)
            .withOrigin(image.origin()).withMetadata(image.metadata());
    }

    @Override
    public Set<Compression> compressions() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(
            List.of(Compression.ZSTD, Compression.GZIP, Compression.DEFLATE, Compression.NONE)));
    }

    @Override
    public void write(final Volume volume, final Path folder, final WriteOptions options, final Progress progress)
        throws IOException {
        new OmeZarrWriter(volume, options).write(folder, progress);
    }
}
