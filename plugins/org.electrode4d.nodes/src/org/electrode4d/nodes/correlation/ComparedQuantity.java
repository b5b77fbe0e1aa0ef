// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainState;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/**
 * A number per node that two fields are compared by.
 *
 * @param name of the quantity
 * @param unit of the quantity
 * @param value from the map about the node
 */
record ComparedQuantity(String name, String unit, ToDoubleFunction<Transformation> value) {

    /** How long the difference of the displacements is; of the difference field, hence 0 for the true one. */
    static final ComparedQuantity ERROR_LENGTH =
        new ComparedQuantity("Displacement error length", "voxel", map -> map.displacement().norm());

    private static final String AXES = "xyz";

    private static final List<StrainComponent> STRAINS = List.of(StrainComponent.VOLUMETRIC, StrainComponent.BIOT_XX,
        StrainComponent.BIOT_YY, StrainComponent.BIOT_ZZ, StrainComponent.BIOT_XY, StrainComponent.BIOT_XZ,
        StrainComponent.BIOT_YZ);

    /** Displacements in voxels and in µm, volumetric and Biot strain. */
    static List<ComparedQuantity> all(final VoxelSize size) {
        final List<ComparedQuantity> all = new ArrayList<>();
        for (int axis = 0; axis < 3; axis++) {
            final int a = axis;
            all.add(new ComparedQuantity("Displacement " + AXES.charAt(a), "voxel",
                map -> component(map.displacement(), a)));
        }
        for (int axis = 0; axis < 3; axis++) {
            final int a = axis;
            all.add(new ComparedQuantity("Displacement " + AXES.charAt(a), "µm",
                map -> component(map.displacement().times(size), a)));
        }
        for (final StrainComponent strain : STRAINS) {
            all.add(new ComparedQuantity(strain.label(), "-", map -> strain.of(StrainState.of(map.f()))));
        }
        return all;
    }

    /** The nine entries of F. */
    static List<ComparedQuantity> gradients() {
        final List<ComparedQuantity> entries = new ArrayList<>();
        for (int entry = 0; entry < 9; entry++) {
            final int row = entry / 3;
            final int column = entry % 3;
            entries.add(new ComparedQuantity("F" + AXES.charAt(row) + AXES.charAt(column), "-",
                map -> map.f(row, column)));
        }
        return entries;
    }

    private static double component(final Point point, final int axis) {
        return axis == 0 ? point.x() : axis == 1 ? point.y() : point.z();
    }
}
