// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.data;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.electrode4d.learning.LearningException;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.LazyVolume.Layout;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelType;

/**
 * Labels of single slices in the volume of the scan that they were painted on. In the images of slices across z, x
 * points to the right and y down; across y, x and z; across x, y and z.
 */
public final class PlacedSlices {

    private static final int EDGE = 64;

    private final LabelVolume[] images;
    private final long[] indices;
    private final int axis;
    private final int elsewhere;

    private PlacedSlices(final SortedMap<Long, Volume> slices, final int axis, final int elsewhere) {
        images = slices.values().stream().map(LabelVolume::of).toArray(LabelVolume[]::new);
        indices = slices.keySet().stream().mapToLong(Long::longValue).toArray();
        this.axis = axis;
        this.elsewhere = elsewhere;
    }

    /**
     * A label volume of the shape of a scan, computed on demand; voxel size and origin are those of the scan.
     *
     * @param axis that the slices are perpendicular to: 0 for x, 1 for y, 2 for z
     * @param slices label images (z = 1) by their index along the axis, from 0; at least one
     * @param elsewhere label of all other voxels
     * @throws LearningException if an image does not fit the scan
     * @throws IllegalArgumentException for images of FLOAT32, whose values are no labels
     */
    public static Volume of(final Volume scan, final int axis, final SortedMap<Long, Volume> slices,
        final int elsewhere) {
        slices.forEach((index, image) -> requireFit(scan, axis, index, image));
        final PlacedSlices placed = new PlacedSlices(new TreeMap<>(slices), axis, elsewhere);
        final VoxelType type = placed.type();
        return LazyVolume.load(slices.get(slices.firstKey()).name(), new Layout(scan.shape(), type, EDGE, EDGE, EDGE),
            scan.voxelSize(), block -> IntegerVoxels.pack(placed.read(block), type)).withOrigin(scan.origin())
            .withMetadata(Map.of());
    }

    private static void requireFit(final Volume scan, final int axis, final long index, final Volume image) {
        final Shape shape = scan.shape();
        final long width = shape.along(right(axis));
        final long height = shape.along(down(axis));
        if (index < 0 || index >= shape.along(axis)) {
            throw new LearningException(image.name() + " is to be slice " + index + " across " + "xyz".charAt(axis)
                + ", but " + scan.name() + " has " + shape.along(axis) + " of them, counted from 0.");
        }
        if (image.shape().x() != width || image.shape().y() != height || image.shape().z() != 1) {
            throw new LearningException(image.name() + " has " + image.shape() + " pixels, but a slice of "
                + scan.name() + " across " + "xyz".charAt(axis) + " has " + width + " x " + height
                + ". Check that the labels were painted on this scan, at its full resolution, and across which axis.");
        }
    }

    private static int right(final int axis) {
        return axis == 0 ? 1 : 0;
    }

    private static int down(final int axis) {
        return axis == 2 ? 1 : 2;
    }

    /** That of the images if all have the same and the label elsewhere fits. */
    private VoxelType type() {
        final VoxelType first = images[0].volume().type();
        final boolean fits = elsewhere >= first.min() && elsewhere <= first.max()
            && Arrays.stream(images).allMatch(image -> image.volume().type() == first);
        return fits ? first : VoxelType.INT32;
    }

    private int[] read(final Block block) {
        final int[] labels = new int[block.voxels()];
        Arrays.fill(labels, elsewhere);
        final long[] min = {block.minX(), block.minY(), block.minZ()};
        final int[] size = {block.sizeX(), block.sizeY(), block.sizeZ()};
        for (int i = 0; i < indices.length; i++) {
            final long inside = indices[i] - min[axis];
            if (inside >= 0 && inside < size[axis]) {
                place(images[i], (int)inside, min, size, labels);
            }
        }
        return labels;
    }

    private void place(final LabelVolume image, final int inside, final long[] min, final int[] size,
        final int[] labels) {
        final int width = size[right(axis)];
        final int height = size[down(axis)];
        final int[] pixels = new int[width * height];
        image.read(new Block(min[right(axis)], min[down(axis)], 0, width, height, 1), pixels);
        final int[] stride = {1, size[0], size[0] * size[1]};
        for (int row = 0; row < height; row++) {
            final int to = inside * stride[axis] + row * stride[down(axis)];
            for (int column = 0; column < width; column++) {
                labels[to + column * stride[right(axis)]] = pixels[row * width + column];
            }
        }
    }
}
