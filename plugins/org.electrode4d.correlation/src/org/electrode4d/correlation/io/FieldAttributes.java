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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/**
 * What the attributes of a stored field say; nothing of it is believed before it is checked.
 *
 * @param version of the format, 1 or 2
 * @param statuses by their numbers in the file
 */
record FieldAttributes(int version, NodeGrid grid, VoxelSize voxelSize, Point volumeOrigin, List<NodeStatus> statuses,
    List<String> remarks) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = ".zattrs";
    private static final String KIND = "electrode4d.deformation";
    private static final int VERSION = 2;

    static void write(final DeformationField field, final Path folder) throws IOException {
        final ObjectNode attributes = JSON.createObjectNode().put("kind", KIND).put("version", VERSION);
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
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(FILE).toFile(), attributes);
    }

    private static ArrayNode array(final Point p) {
        return JSON.createArrayNode().add(p.x()).add(p.y()).add(p.z());
    }

    /** @throws FieldFormatException if there are none, or they are not those of a deformation field */
    static FieldAttributes read(final Path folder) throws IOException {
        final Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new FieldFormatException(folder, "This is not a folder with a deformation field: there is no "
                + FILE + " in it.");
        }
        try {
            return of(JSON.readTree(file.toFile()), file);
        } catch (JsonProcessingException e) {
            throw new FieldFormatException(file, "The attributes are not JSON: " + e.getOriginalMessage(), e);
        } catch (ArithmeticException e) {
            throw new FieldFormatException(file, "The field is said to have more nodes than can be numbered.", e);
        } catch (IllegalArgumentException e) {
            throw new FieldFormatException(file, e.getMessage(), e);
        }
    }

    private static FieldAttributes of(final JsonNode attributes, final Path file) throws FieldFormatException {
        if (!KIND.equals(attributes.path("kind").asText())) {
            throw new FieldFormatException(file, "These are not the attributes of a deformation field.");
        }
        final int version = attributes.path("version").asInt();
        if (version < 1 || version > VERSION) {
            throw new FieldFormatException(file, "The field has version " + attributes.path("version")
                + " of the format, but 1 to " + VERSION + " are known. Update Electrode4D.");
        }
        final Point count = point(attributes, "nodes_xyz", file);
        if (count.x() != (int)count.x() || count.y() != (int)count.y() || count.z() != (int)count.z()) {
            throw new FieldFormatException(file, "The numbers of nodes " + attributes.path("nodes_xyz")
                + " are not whole.");
        }
        final Point size = point(attributes, "voxel_size_um", file);
        return new FieldAttributes(version,
            new NodeGrid(point(attributes, "origin_voxels", file), point(attributes, "spacing_voxels", file),
                (int)count.x(), (int)count.y(), (int)count.z()),
            new VoxelSize(size.x(), size.y(), size.z()), point(attributes, "volume_origin_um", file),
            texts(attributes, "statuses").stream().map(FieldAttributes::status).toList(),
            texts(attributes, "remarks"));
    }

    private static Point point(final JsonNode attributes, final String name, final Path file)
        throws FieldFormatException {
        final JsonNode p = attributes.path(name);
        if (p.size() != 3 || !p.path(0).isNumber() || !p.path(1).isNumber() || !p.path(2).isNumber()) {
            throw new FieldFormatException(file, "'" + name + "' should hold three numbers for x, y and z, but is "
                + (p.isMissingNode() ? "missing" : p.toString()) + ".");
        }
        return new Point(p.path(0).asDouble(), p.path(1).asDouble(), p.path(2).asDouble());
    }

    private static List<String> texts(final JsonNode attributes, final String name) {
        final List<String> texts = new ArrayList<>();
        attributes.path(name).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static NodeStatus status(final String name) {
        return Arrays.stream(NodeStatus.values()).filter(status -> status.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("A node status is called '" + name
                + "', which is unknown. Update Electrode4D."));
    }
}
