// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.PendingOutput;

/**
 * A deformation field as a Zarr v2 group that every Zarr library reads, without loss: arrays of float64 with axes z, y,
 * x, component. {@code f} has nine components (xx, xy, xz, yx, ...), {@code u} three (x, y, z, in voxels), and
 * {@code result} eight: number of the status in the attribute "statuses", ZNCC, residual, iterations, norm of the last
 * increment, uncertainty of x, y, z in voxels; five in version 1, that had no uncertainty. Grid, voxel size and remarks are attributes.
 */
public final class FieldZarr {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KIND = "electrode4d.deformation";
    private static final int RESULTS = 8;
    private static final int RESULTS_OF_VERSION_1 = 5;

    private FieldZarr() {
    }

    /** @param folder is replaced if it exists; written beside and moved when complete */
    public static void write(final DeformationField field, final Path folder) throws IOException {
        PendingOutput.write(folder, true, temporary -> {
            Files.createDirectory(temporary);
            JSON.writeValue(temporary.resolve(".zgroup").toFile(), JSON.createObjectNode().put("zarr_format", 2));
            JSON.writerWithDefaultPrettyPrinter().writeValue(temporary.resolve(".zattrs").toFile(),
                attributes(field));
            final int n = field.grid().size();
            final double[] f = new double[9 * n];
            final double[] u = new double[3 * n];
            final double[] result = new double[RESULTS * n];
            for (int node = 0; node < n; node++) {
                System.arraycopy(field.f(node), 0, f, 9 * node, 9);
                put(field.displacement(node), u, 3 * node);
                final double[] numbers = {field.status(node).ordinal(), field.zncc(node), field.residual(node),
                    field.iterations(node), field.deltaPhiNorm(node)};
                System.arraycopy(numbers, 0, result, RESULTS * node, numbers.length);
                put(field.uncertainty(node), result, RESULTS * node + numbers.length);
            }
            ZarrArray.write(temporary.resolve("f"), shape(field.grid(), 9), f);
            ZarrArray.write(temporary.resolve("u"), shape(field.grid(), 3), u);
            ZarrArray.write(temporary.resolve("result"), shape(field.grid(), RESULTS), result);
        });
    }

    private static void put(final Point p, final double[] array, final int at) {
        array[at] = p.x();
        array[at + 1] = p.y();
        array[at + 2] = p.z();
    }

    private static int[] shape(final NodeGrid grid, final int components) {
        return new int[] {grid.nz(), grid.ny(), grid.nx(), components};
    }

    private static ObjectNode attributes(final DeformationField field) {
        final ObjectNode attributes = JSON.createObjectNode().put("kind", KIND).put("version", 2);
        attributes.set("origin_voxels", array(field.grid().origin()));
        attributes.set("spacing_voxels", array(field.grid().spacing()));
        attributes.set("nodes_xyz", JSON.createArrayNode().add(field.grid().nx()).add(field.grid().ny())
            .add(field.grid().nz()));
        final VoxelSize size = field.voxelSize();
        attributes.set("voxel_size_um", array(new Point(size.x(), size.y(), size.z())));
        attributes.set("volume_origin_um", array(field.volumeOrigin()));
        final ArrayNode statuses = attributes.putArray("statuses");
        Arrays.stream(NodeStatus.values()).map(Enum::name).forEach(statuses::add);
        final ArrayNode remarks = attributes.putArray("remarks");
        field.remarks().forEach(remarks::add);
        return attributes;
    }

    private static ArrayNode array(final Point p) {
        return JSON.createArrayNode().add(p.x()).add(p.y()).add(p.z());
    }

    /** @throws FieldFormatException if the folder holds something else, or a part is missing */
    public static DeformationField read(final Path folder) throws IOException {
        final Path file = folder.resolve(".zattrs");
        if (!Files.isRegularFile(file)) {
            throw new FieldFormatException(folder, "This is not a folder with a deformation field: there is no "
                + ".zattrs in it.");
        }
        final JsonNode attributes = attributes(file);
        final JsonNode count = attributes.path("nodes_xyz");
        final NodeGrid grid = new NodeGrid(point(attributes, "origin_voxels"), point(attributes, "spacing_voxels"),
            count.path(0).asInt(), count.path(1).asInt(), count.path(2).asInt());
        final Point size = point(attributes, "voxel_size_um");
        final DeformationField.Builder builder = DeformationField.builder(grid,
            new VoxelSize(size.x(), size.y(), size.z())).volumeOrigin(point(attributes, "volume_origin_um"));
        attributes.path("remarks").forEach(remark -> builder.remark(remark.asText()));
        final double[] f = ZarrArray.read(folder.resolve("f"), shape(grid, 9));
        final double[] u = ZarrArray.read(folder.resolve("u"), shape(grid, 3));
        final int results = attributes.path("version").asInt() == 1 ? RESULTS_OF_VERSION_1 : RESULTS;
        final double[] r = ZarrArray.read(folder.resolve("result"), shape(grid, results));
        for (int node = 0; node < grid.size(); node++) {
            final Transformation map = Transformation.of(Arrays.copyOfRange(f, 9 * node, 9 * node + 9),
                new Point(u[3 * node], u[3 * node + 1], u[3 * node + 2]));
            final int at = results * node;
            final NodeStatus status = NodeStatus.valueOf(attributes.path("statuses").path((int)r[at]).asText());
            builder.set(node, new NodeResult(map, status, r[at + 1], r[at + 2], (int)r[at + 3], r[at + 4],
                results == RESULTS ? new Point(r[at + 5], r[at + 6], r[at + 7]) : NodeResult.UNKNOWN));
        }
        return builder.build();
    }

    private static JsonNode attributes(final Path file) throws IOException {
        try {
            final JsonNode attributes = JSON.readTree(file.toFile());
            if (KIND.equals(attributes.path("kind").asText())) {
                return attributes;
            }
        } catch (JsonProcessingException e) {
            throw new FieldFormatException(file, "The attributes are not JSON: " + e.getOriginalMessage(), e);
        }
        throw new FieldFormatException(file, "These are not the attributes of a deformation field.");
    }

    private static Point point(final JsonNode attributes, final String name) {
        final JsonNode p = attributes.path(name);
        return new Point(p.path(0).asDouble(), p.path(1).asDouble(), p.path(2).asDouble());
    }
}
