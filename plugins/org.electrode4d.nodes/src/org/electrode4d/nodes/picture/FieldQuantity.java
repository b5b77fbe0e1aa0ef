// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.picture;

import java.util.function.ToDoubleFunction;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.picture.ColourMap;

/** What is shown of a deformation field: one number per node. */
public enum FieldQuantity {

    /** Along x. */
    DISPLACEMENT_X("Displacement x", "µm", ColourMap.DIVERGING),

    /** Along y. */
    DISPLACEMENT_Y("Displacement y", "µm", ColourMap.DIVERGING),

    /** Along z. */
    DISPLACEMENT_Z("Displacement z", "µm", ColourMap.DIVERGING),

    /** Its length. */
    MAGNITUDE("Displacement", "µm", ColourMap.VIRIDIS),

    /** Change of volume over volume, from F of the correlation. */
    VOLUMETRIC_STRAIN("Volumetric strain det F - 1", "-", ColourMap.DIVERGING),

    /** Correlation coefficient. */
    ZNCC("ZNCC", "-", ColourMap.VIRIDIS);

    private final String title;
    private final String unit;
    private final ColourMap colours;

    FieldQuantity(final String title, final String unit, final ColourMap colours) {
        this.title = title;
        this.unit = unit;
        this.colours = colours;
    }

    /** Name without unit. */
    public String title() {
        return title;
    }

    /** The unit of the values; "-" where there is none. */
    public String unit() {
        return unit;
    }

    /** The colours that suit the quantity. */
    public ColourMap colours() {
        return colours;
    }

    /** The quantity as a volume with one voxel per node; NaN where a node has no usable value. */
    public Volume of(final DeformationField field) {
        final NodeGrid grid = field.grid();
        final Point spacing = grid.spacing().times(field.voxelSize());
        final ToDoubleFunction<NodeResult> value = value(field.voxelSize());
        return LazyVolume.of(title, new Shape(grid.nx(), grid.ny(), grid.nz()),
            new VoxelSize(spacing.x(), spacing.y(), spacing.z()), 64,
            (block, destination) -> fill(field, value, block, destination))
            .withOrigin(field.positionInMicrometres(0));
    }

    private static void fill(final DeformationField field, final ToDoubleFunction<NodeResult> value,
        final Block block, final float[] destination) {
        int i = 0;
        for (int z = (int)block.minZ(); z < block.endZ(); z++) {
            for (int y = (int)block.minY(); y < block.endY(); y++) {
                for (int x = (int)block.minX(); x < block.endX(); x++) {
                    final NodeResult node = field.result(field.grid().index(x, y, z));
                    destination[i++] = node.status().isUsable() ? (float)value.applyAsDouble(node) : Float.NaN;
                }
            }
        }
    }

    private ToDoubleFunction<NodeResult> value(final VoxelSize size) {
        return switch (this) {
            case DISPLACEMENT_X -> node -> node.transformation().displacement().x() * size.x();
            case DISPLACEMENT_Y -> node -> node.transformation().displacement().y() * size.y();
            case DISPLACEMENT_Z -> node -> node.transformation().displacement().z() * size.z();
            case MAGNITUDE -> node -> node.transformation().displacement().times(size).norm();
            case VOLUMETRIC_STRAIN -> node -> node.transformation().determinant() - 1;
            case ZNCC -> NodeResult::zncc;
        };
    }
}
