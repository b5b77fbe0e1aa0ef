// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.thickness;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import net.imglib2.img.array.ArrayImgs;
import org.electrode4d.segmentation.SegmentationException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Blocks;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * Thickness of an electrode for every column of voxels along z, after one of the two {@link ThicknessReading}s: with
 * the first and the last electrode voxel of the column at {@code first} and {@code last} and voxels of height dz,
 * {@code (last - first + 1) dz}, or {@code count dz}. Columns without electrode have no thickness and are counted.
 *
 * <p>Whole voxels: of a surface that is flat and parallel to the planes of voxels the thickness is right to one
 * voxel, of a rough or inclined one the mean is right to a small part of a voxel. An electrode that the volume cuts
 * off is as thick as it is inside.
 *
 * <p>Columns are worked on in tiles, each read in slabs from small to large z, so the volume may have any size; 12
 * bytes per column stay. Cost: one look at every voxel. The result does not depend on the tiles.
 */
public final class ThicknessMap {

    private static final int TILE = 64;
    private static final int TILE_COLUMNS = 1 << 20;
    private static final int SLAB_VOXELS = 1 << 21;

    private final Volume volume;
    private final ThicknessReading reading;
    private final int width;
    private final int[] first;
    private final int[] last;
    private final int[] count;

    private ThicknessMap(final Volume volume, final ThicknessReading reading) {
        this.volume = volume;
        this.reading = reading;
        final Shape shape = volume.shape();
        if (shape.x() * shape.y() > Integer.MAX_VALUE - 8 || shape.z() > Integer.MAX_VALUE - 8) {
            throw new SegmentationException("A thickness map of " + shape.x() + " x " + shape.y()
                + " columns is too large: at most 2^31 - 9 are possible. Crop the volume.");
        }
        width = (int)shape.x();
        first = new int[(int)(shape.x() * shape.y())];
        last = new int[first.length];
        count = new int[first.length];
    }

    /** Looks at every column. */
    public static ThicknessMap of(final LabelVolume labels, final ThicknessSettings settings,
        final Progress progress) {
        return of(labels, settings, tiles(labels.volume()), progress);
    }

    /** With tiles of columns, each as high as one voxel: for tests. */
    static ThicknessMap of(final LabelVolume labels, final ThicknessSettings settings, final List<Block> tiles,
        final Progress progress) {
        final ThicknessMap map = new ThicknessMap(labels.volume(), settings.reading());
        Blocks.forEach(tiles, progress, "Measuring the thickness of " + labels.volume().name(),
            tile -> map.put(tile, map.columns(labels, settings, tile, progress)));
        return map;
    }

    /** Small tiles unless that would read planes of a file many times. */
    private static List<Block> tiles(final Volume volume) {
        final Shape shape = volume.shape();
        final Shape plane = new Shape(shape.x(), shape.y(), 1);
        final int[] chunk = volume.chunkSize();
        if (chunk[2] == Integer.MAX_VALUE || (long)chunk[0] * chunk[1] <= 1 << 16) {
            return Blocks.tile(plane, tile(chunk[0]), tile(chunk[1]), 1);
        }
        final int rows = (int)Math.max(1, Math.min((shape.y() + 7) / 8, TILE_COLUMNS / shape.x()));
        return Blocks.tile(plane, width(shape), rows, 1);
    }

    private static int width(final Shape shape) {
        return (int)Math.min(shape.x(), TILE_COLUMNS);
    }

    private static int tile(final int chunk) {
        return chunk > 4 * TILE ? TILE : Math.max(1, TILE / chunk) * chunk;
    }

    private ColumnRuns columns(final LabelVolume labels, final ThicknessSettings settings, final Block tile,
        final Progress progress) {
        final int planeVoxels = tile.voxels();
        final int planes = (int)volume.shape().z();
        final int chunk = Math.min(planes, volume.chunkSize()[2]);
        final int room = Math.max(1, SLAB_VOXELS / planeVoxels);
        final int slab = Math.min(planes, room < chunk ? room : room / chunk * chunk);
        final ColumnRuns runs = new ColumnRuns(planeVoxels, settings);
        final int[] values = new int[slab * planeVoxels];
        for (int z = 0; z < planes; z += slab) {
            progress.check();
            final int height = Math.min(slab, planes - z);
            labels.read(new Block(tile.minX(), tile.minY(), z, tile.sizeX(), tile.sizeY(), height), values);
            for (int i = 0; i < height; i++) {
                runs.plane(z + i, values, i * planeVoxels);
            }
        }
        runs.end(planes);
        return runs;
    }

    private void put(final Block tile, final ColumnRuns runs) {
        for (int y = 0; y < tile.sizeY(); y++) {
            final int row = (int)(tile.minY() + y) * width + (int)tile.minX();
            for (int x = 0; x < tile.sizeX(); x++) {
                final int column = y * tile.sizeX() + x;
                first[row + x] = runs.first(column);
                last[row + x] = runs.last(column);
                count[row + x] = runs.count(column);
            }
        }
    }

    /** Whether no column holds electrode. */
    public boolean isEmpty() {
        for (final int voxels : count) {
            if (voxels > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every column holds electrode from its first voxel to its last: no surface lies in the volume. */
    public boolean spansVolume() {
        for (int i = 0; i < count.length; i++) {
            if (count[i] == 0 || first[i] > 0 || last[i] < volume.shape().z() - 1) {
                return false;
            }
        }
        return true;
    }

    private int voxels(final int column) {
        return reading == ThicknessReading.SOLID || count[column] == 0 ? count[column]
            : last[column] - first[column] + 1;
    }

    /** Thickness in µm, FLOAT32, one voxel high, NaN for columns without electrode. */
    public Volume thickness() {
        return map("Thickness of ", column -> voxels(column) * volume.voxelSize().z());
    }

    /** Where the first electrode voxel begins: z in µm in the coordinates of the volume; NaN without electrode. */
    public Volume top() {
        return map("Top of ", column -> position(first[column] - 0.5));
    }

    /** Where the last electrode voxel ends: z in µm in the coordinates of the volume; NaN without electrode. */
    public Volume bottom() {
        return map("Bottom of ", column -> position(last[column] + 0.5));
    }

    private double position(final double z) {
        return volume.origin().z() + z * volume.voxelSize().z();
    }

    private Volume map(final String prefix, final IntToDoubleFunction value) {
        final float[] values = new float[count.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = count[i] == 0 ? Float.NaN : (float)value.applyAsDouble(i);
        }
        return Volume.of(prefix + volume.name(), ArrayImgs.floats(values, width, count.length / width, 1),
            volume.voxelSize()).withOrigin(volume.origin());
    }

    /** @throws SegmentationException if no column holds electrode */
    public ThicknessStatistics statistics() {
        requireElectrode();
        final int[] voxels = new int[count.length];
        for (int i = 0; i < voxels.length; i++) {
            voxels[i] = voxels(i);
        }
        return ThicknessStatistics.of(voxels, volume.voxelSize().z());
    }

    /** Of the surface at small z. @throws SegmentationException if no column holds electrode */
    public SurfaceRoughness topRoughness() {
        requireElectrode();
        return SurfaceRoughness.of(width, first, volume.voxelSize().z());
    }

    /** Of the surface at large z. @throws SegmentationException if no column holds electrode */
    public SurfaceRoughness bottomRoughness() {
        requireElectrode();
        return SurfaceRoughness.of(width, last, volume.voxelSize().z());
    }

    private void requireElectrode() {
        if (isEmpty()) {
            throw new SegmentationException("No column of " + volume.name() + " holds electrode. Choose other labels, "
                + "or let shorter runs count.");
        }
    }
}
