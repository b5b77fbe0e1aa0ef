// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.electrode4d.volume.Shape;

/**
 * Which axes of a data set are x, y and z. All others, such as time and channel, have one entry.
 *
 * @param x number of the axis
 * @param y number of the axis
 * @param z number of the axis, -1 for a single slice
 */
record Hdf5Axes(int x, int y, int z) {

    private static final List<String> UNNAMED = List.of("", "x", "yx", "zyx", "tzyx", "tzyxc");
    private static final String KNOWN = "tzyxc";

    /**
     * The axes of a data set: as its attributes {@code axistags} (ilastik) or {@code DIMENSION_LABELS} (HDF5) name
     * them; else t, z, y, x, c, of which those are missing that usually do.
     *
     * @throws VolumeFormatException if there are no x and y, or if another axis has more than one entry
     */
    static Hdf5Axes of(final Hdf5Dataset dataset) throws VolumeFormatException {
        final long[] shape = dataset.shape();
        final String order = order(dataset, shape);
        if (order.indexOf('x') < 0 || order.indexOf('y') < 0 || Arrays.stream(shape).anyMatch(e -> e < 1)) {
            throw refused(dataset, order, "a volume has the axes z, y, x or y, x, with at least one voxel along each");
        }
        for (int axis = 0; axis < shape.length; axis++) {
            if (shape[axis] > 1 && "xyz".indexOf(order.charAt(axis)) < 0) {
                throw refused(dataset, order, "a volume has one time and one channel: save one of them");
            }
        }
        return new Hdf5Axes(order.indexOf('x'), order.indexOf('y'), order.indexOf('z'));
    }

    /** The extents along x, y and z. */
    Shape shape(final long[] extents) {
        return new Shape(extents[x], extents[y], z < 0 ? 1 : extents[z]);
    }

    /** The numbers of the axes x, y, z that there are, in the order of the file. */
    int[] inOrder() {
        return Arrays.stream(new int[] {x, y, z}).filter(axis -> axis >= 0).sorted().toArray();
    }

    private static String order(final Hdf5Dataset dataset, final long[] shape) throws VolumeFormatException {
        final String tags = named(tags(dataset), shape.length);
        if (!tags.isEmpty()) {
            return tags;
        }
        final String labels = named(dataset.file().texts(dataset.name(), "DIMENSION_LABELS"), shape.length);
        if (!labels.isEmpty()) {
            return labels;
        }
        final boolean channelLast = shape.length > 2 && shape[shape.length - 1] == 1;
        if (channelLast && shape.length < UNNAMED.size() - 1) {
            return UNNAMED.get(shape.length - 1) + "c";
        }
        return shape.length < UNNAMED.size() ? UNNAMED.get(shape.length) : "";
    }

    /** Empty unless every axis has a name of its own that is known. */
    private static String named(final List<String> names, final int axes) {
        final String order = String.join("", names);
        final boolean known = order.chars().distinct().filter(c -> KNOWN.indexOf(c) >= 0).count() == axes;
        return names.size() == axes && order.length() == axes && known ? order : "";
    }

    /** The keys of vigra's description of axes, which ilastik writes. */
    private static List<String> tags(final Hdf5Dataset dataset) throws VolumeFormatException {
        final List<String> keys = new ArrayList<>();
        for (final String json : dataset.file().texts(dataset.name(), "axistags")) {
            try {
                final JsonNode axes = new ObjectMapper().readTree(json).path("axes");
                axes.forEach(axis -> keys.add(axis.path("key").asText()));
            } catch (JsonProcessingException e) {
                throw new VolumeFormatException(dataset.file().path(), "The attribute axistags of '" + dataset.name()
                    + "' is malformed: " + json, e);
            }
        }
        return keys;
    }

    private static VolumeFormatException refused(final Hdf5Dataset dataset, final String order, final String expected) {
        final String found = order.isEmpty() ? "axes without names" : "the axes " + String.join(", ", order.split(""));
        return new VolumeFormatException(dataset.file().path(), "The data set " + dataset + " has " + found + ", but "
            + expected + ".");
    }
}
