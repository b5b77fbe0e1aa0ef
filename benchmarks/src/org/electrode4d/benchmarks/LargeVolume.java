// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.filter.BlockMean;
import org.electrode4d.volume.io.Format;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;
import org.electrode4d.volume.io.WriteOptions;

/**
 * What a scan of 2048³ voxels of 16 bit (17 GB) costs in time and memory: it is opened, cropped to 256³ and 512³ and
 * reduced by block means of 8³, each to a file, beside the time in which a plain program reads the same number of bytes
 * of the same file one after the other.
 *
 * <p>The file is sparse: cubes of 64³ voxels at both ends and in the middle are written, the rest reads as zeros and
 * never touches the disk. So times are those of the program, as with a file in the operating system's cache; the same
 * bytes are read once before anything is measured, so that both find them there. Memory: {@link PeakMemory}. Run with a
 * folder for the files, which are deleted at the end, and optionally another edge:
 * <pre>{@code java -Xmx2g -cp <class path> org.electrode4d.benchmarks.LargeVolume /tmp/large 2048}</pre>
 */
public final class LargeVolume {

    private static final int CUBE = 64;
    private static final int FACTOR = 8;
    private static final short GREY = 20_000;
    private static final int BYTES = Short.BYTES;
    private static final double MEGABYTE = 1e6;

    private final Path folder;
    private final int edge;

    private LargeVolume(final Path folder, final int edge) {
        this.folder = folder;
        this.edge = edge;
    }

    public static void main(final String[] arguments) throws IOException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("Give a folder for the files, and optionally the edge in voxels.");
        }
        final int edge = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2048;
        final LargeVolume benchmark = new LargeVolume(Files.createDirectories(Path.of(arguments[0])), edge);
        try {
            benchmark.run();
        } finally {
            for (final String name : List.of("scan.mhd", "scan.raw", "crop256.mha", "crop512.mha", "mean.mha")) {
                Files.deleteIfExists(benchmark.folder.resolve(name));
            }
        }
    }

    private void run() throws IOException {
        create();
        System.out.printf(Locale.ROOT, "%d^3 voxels, %.1f GB, heap of %.1f GB, %d processors%n", edge,
            bytes(edge) / 1e9, Runtime.getRuntime().maxMemory() / 1e9, Runtime.getRuntime().availableProcessors());
        System.out.printf("%-22s %9s %9s %15s %9s %9s%n", "", "s", "MB/s", "plain read, s", "heap, MB", "RSS, MB");
        final Volume[] scan = new Volume[1];
        measure("open", 0, () -> scan[0] = VolumeFiles.open(VolumeSource.of(folder.resolve("scan.mhd"))));
        for (final int crop : new int[] {256, 512}) {
            if (crop <= edge) {
                final long start = edge / 2 - crop / 2;
                measure("crop to " + crop + "^3, write", bytes(crop), () -> write(scan[0].crop(
                    new Block(start, start, start, crop, crop, crop)), "crop" + crop + ".mha"));
            }
        }
        measure("mean of " + FACTOR + "^3, write", bytes(edge),
            () -> write(BlockMean.of(scan[0], FACTOR), "mean.mha"));
        check();
    }

    private static long bytes(final int edge) {
        return (long)edge * edge * edge * BYTES;
    }

    private void write(final Volume volume, final String name) throws IOException {
        VolumeFiles.write(volume, folder.resolve(name), WriteOptions.of(Format.META_IMAGE), Progress.NONE);
    }

    /** A step that reads or writes files. */
    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void measure(final String name, final long bytesRead, final Step step) throws IOException {
        plainRead(bytesRead); // both that are measured find the same in the operating system's cache
        final String plain = bytesRead == 0 ? "-" : String.format(Locale.ROOT, "%.3f", plainRead(bytesRead));
        try (PeakMemory memory = PeakMemory.watching()) {
            final long start = System.nanoTime();
            step.run();
            final double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(Locale.ROOT, "%-22s %9.3f %9s %15s %9.0f %9s%n", name, seconds, bytesRead == 0 ? "-"
                : String.format(Locale.ROOT, "%.0f", bytesRead / seconds / MEGABYTE), plain, memory.heap() / MEGABYTE,
                memory.residentMegabytes());
        }
    }

    /** Seconds for the first bytes of the scan, one after the other, in one thread. */
    private double plainRead(final long count) throws IOException {
        final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 22);
        final long start = System.nanoTime();
        try (FileChannel channel = FileChannel.open(folder.resolve("scan.raw"))) {
            for (long rest = count; rest > 0;) {
                buffer.clear().limit((int)Math.min(buffer.capacity(), rest));
                rest -= channel.read(buffer);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private void create() throws IOException {
        Files.writeString(folder.resolve("scan.mhd"), String.format(Locale.ROOT, """
            ObjectType = Image
            NDims = 3
            DimSize = %1$d %1$d %1$d
            ElementSpacing = 0.00005 0.00005 0.00005
            ElementByteOrderMSB = False
            ElementType = MET_USHORT
            ElementDataFile = scan.raw
            """, edge));
        final Path raw = folder.resolve("scan.raw");
        try (RandomAccessFile file = new RandomAccessFile(raw.toFile(), "rw")) {
            file.setLength(bytes(edge));
        }
        try (FileChannel channel = FileChannel.open(raw, StandardOpenOption.WRITE)) {
            for (final long corner : new long[] {0, edge / 2, edge - CUBE}) {
                writeCube(channel, corner);
            }
        }
    }

    private void writeCube(final FileChannel channel, final long corner) throws IOException {
        final ByteBuffer row = ByteBuffer.allocate(CUBE * BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < CUBE; i++) {
            row.putShort(GREY);
        }
        for (long z = corner; z < corner + CUBE; z++) {
            for (long y = corner; y < corner + CUBE; y++) {
                channel.write(row.rewind(), ((z * edge + y) * edge + corner) * BYTES);
            }
        }
    }

    /** A fast wrong answer is worth nothing. */
    private void check() throws IOException {
        final Volume mean = VolumeFiles.open(VolumeSource.of(folder.resolve("mean.mha")));
        final int size = edge / FACTOR;
        if (!mean.shape().equals(new Shape(size, size, size))) {
            throw new IllegalStateException("The reduced volume has " + mean.shape() + " voxels.");
        }
        final float[] value = new float[1];
        for (final long corner : new long[] {0, edge / 2, edge - CUBE}) {
            final long voxel = corner / FACTOR;
            mean.read(new Block(voxel, voxel, voxel, 1, 1, 1), value);
            if (value[0] != GREY) {
                throw new IllegalStateException("The mean at voxel " + voxel + " is " + value[0] + ", not " + GREY
                    + ".");
            }
        }
    }
}
