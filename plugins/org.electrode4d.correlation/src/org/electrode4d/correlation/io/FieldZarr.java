// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.io.PendingOutput;

/**
 * A deformation field as a Zarr v2 group that every Zarr library reads, without loss: arrays of float64 with axes z, y,
 * x, component. {@code f} has nine components (xx, xy, xz, yx, ...), {@code u} three (x, y, z, in voxels), and
 * {@code result} eight: number of the status in the attribute "statuses", ZNCC, residual, iterations, norm of the last
 * increment, uncertainty of x, y, z in voxels; five in version 1, that had no uncertainty. Grid, voxel size and remarks
 * are attributes.
 */
public final class FieldZarr {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RESULTS = 8;
    private static final int RESULTS_OF_VERSION_1 = 5;

    private FieldZarr() {
    }

    /** @param folder is replaced if it exists; written beside and moved when complete */
    public static void write(final DeformationField field, final Path folder) throws IOException {
        PendingOutput.write(folder, true, temporary -> {
            Files.createDirectory(temporary);
            JSON.writeValue(temporary.resolve(".zgroup").toFile(), JSON.createObjectNode().put("zarr_format", 2));
            FieldAttributes.write(field, temporary);
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

    /**
     * @throws FieldFormatException if the folder holds something else, or a part is missing, cut off or of another
     *     shape; nothing is allocated before the sizes are known to be right
     */
    public static DeformationField read(final Path folder) throws IOException {
        final FieldAttributes attributes = FieldAttributes.read(folder);
        final NodeGrid grid = attributes.grid();
        final int results = attributes.version() == 1 ? RESULTS_OF_VERSION_1 : RESULTS;
        final double[] f = ZarrArray.read(folder.resolve("f"), shape(grid, 9));
        final double[] u = ZarrArray.read(folder.resolve("u"), shape(grid, 3));
        final double[] r = ZarrArray.read(folder.resolve("result"), shape(grid, results));
        final DeformationField.Builder builder = DeformationField.builder(grid, attributes.voxelSize())
            .volumeOrigin(attributes.volumeOrigin());
        attributes.remarks().forEach(builder::remark);
        for (int node = 0; node < grid.size(); node++) {
            final int at = results * node;
            if (!(r[at] >= 0 && r[at] < attributes.statuses().size())) {
                throw new FieldFormatException(folder.resolve("result"), "The status of node " + node + " is number "
                    + r[at] + " of " + attributes.statuses().size() + ". The data are damaged: copy the field again.");
            }
            final Transformation map = Transformation.of(Arrays.copyOfRange(f, 9 * node, 9 * node + 9),
                new Point(u[3 * node], u[3 * node + 1], u[3 * node + 2]));
            builder.set(node, new NodeResult(map, attributes.statuses().get((int)r[at]), r[at + 1], r[at + 2],
                (int)r[at + 3], r[at + 4],
                results == RESULTS ? new Point(r[at + 5], r[at + 6], r[at + 7]) : NodeResult.UNKNOWN));
        }
        return builder.build();
    }
}
