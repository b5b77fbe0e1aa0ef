// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.electrode4d.volume.Point;

/**
 * One level of the image that the file {@code .zattrs} of an OME-NGFF 0.4 folder describes. An axis without a unit has
 * no known voxel size.
 *
 * @param array the folder of the level's array
 * @param spacing in µm
 * @param origin in µm
 * @param metadata of the volume, where this program wrote it
 */
record NgffImage(Path array, Spacing spacing, Point origin, Map<String, String> metadata) {

    static final String FILE = ".zattrs";
    static final String METADATA = "electrode4d";

    static NgffImage read(final Path folder, final int level) throws IOException {
        final Path file = folder.resolve(FILE);
        final JsonNode attributes = Files.exists(file) ? ZarrHeader.readJson(file) : ZarrHeader.emptyJson();
        final JsonNode image = attributes.path("multiscales").path(0);
        if (image.isMissingNode()) {
            return plainArray(folder, file, attributes);
        }
        final JsonNode datasets = image.path("datasets");
        if (level >= datasets.size()) {
            throw new VolumeFormatException(file, "There is no level " + level + ": the image has " + datasets.size()
                + " levels, counted from 0.");
        }
        final double[] units = units(file, image.path("axes"));
        final JsonNode dataset = datasets.path(level);
        final double[] outer = transformation(image, "scale", 1);
        final double[] scale = transformation(dataset, "scale", Double.NaN);
        final double[] inner = transformation(dataset, "translation", 0);
        final double[] shift = transformation(image, "translation", 0);
        final double[] size = new double[3];
        final double[] origin = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            size[axis] = scale[axis] * outer[axis] * units[axis];
            final double position = (inner[axis] * outer[axis] + shift[axis]) * units[axis];
            origin[axis] = Double.isNaN(position) ? 0 : position;
        }
        return new NgffImage(folder.resolve(dataset.path("path").asText("0")),
            new Spacing(size[0], size[1], size[2]), new Point(origin[0], origin[1], origin[2]),
            metadata(attributes));
    }

    /** How many levels of resolution the image has. */
    static int levels(final Path folder) throws IOException {
        final Path file = folder.resolve(FILE);
        return Files.exists(file)
            ? Math.max(1, ZarrHeader.readJson(file).path("multiscales").path(0).path("datasets").size()) : 1;
    }

    private static NgffImage plainArray(final Path folder, final Path file, final JsonNode attributes)
        throws VolumeFormatException {
        if (!Files.exists(folder.resolve(ZarrHeader.FILE))) {
            throw new VolumeFormatException(file, "The folder has neither an OME-NGFF image (multiscales) nor an "
                + "array (.zarray) in it. Version 3 of Zarr (zarr.json) is not supported.");
        }
        return new NgffImage(folder, Spacing.UNKNOWN, Point.ORIGIN, metadata(attributes));
    }

    /** The µm in the unit of each axis, x, y, z. */
    private static double[] units(final Path file, final JsonNode axes) throws VolumeFormatException {
        final List<String> names = new ArrayList<>();
        axes.forEach(axis -> names.add(axis.path("name").asText("?")));
        final String order = String.join("", names);
        if (!order.endsWith("yx") || order.length() > 2 && !order.endsWith("zyx")) {
            throw new VolumeFormatException(file, "The axes must be y, x or end with z, y, x, but are "
                + String.join(", ", names) + ".");
        }
        final double[] units = {Double.NaN, Double.NaN, Double.NaN};
        for (int i = 0; i < names.size(); i++) {
            final int axis = "xyz".indexOf(names.get(i));
            if (axis >= 0) {
                units[axis] = LengthUnit.parse(axes.path(i).path("unit").asText(""))
                    .map(LengthUnit::micrometres).orElse(Double.NaN);
            }
        }
        return units;
    }

    /** The last three numbers of a transformation as x, y, z. */
    private static double[] transformation(final JsonNode owner, final String type, final double absent) {
        final double[] values = {absent, absent, absent};
        for (final JsonNode transformation : owner.path("coordinateTransformations")) {
            final JsonNode numbers = transformation.path(type);
            if (transformation.path("type").asText().equals(type) && numbers.isArray()) {
                for (int axis = 0; axis < 3 && axis < numbers.size(); axis++) {
                    values[axis] = numbers.path(numbers.size() - 1 - axis).asDouble(absent);
                }
            }
        }
        return values;
    }

    private static Map<String, String> metadata(final JsonNode attributes) {
        final Map<String, String> metadata = new TreeMap<>();
        attributes.path(METADATA).properties().forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
        return metadata;
    }
}
