// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.volume.Point;

/** Fields as VTK images (.vti) in µm, for ParaView: one point per node. */
public final class FieldVtk {

    private FieldVtk() {
    }

    /**
     * Displacement in µm, F (nine components, row-major), status code, ZNCC, residual, iterations,
     * uncertainty of the displacement in µm.
     */
    public static void write(final DeformationField field, final Path target) throws IOException {
        final int nodes = field.grid().size();
        final float[] f = new float[9 * nodes];
        for (int node = 0; node < nodes; node++) {
            final double[] gradient = field.f(node);
            for (int i = 0; i < gradient.length; i++) {
                f[9 * node + i] = (float)gradient[i];
            }
        }
        final VtkImage image = new VtkImage(field.grid(), field.voxelSize(), field.volumeOrigin());
        image.add("displacement [um]", 3, vectors(nodes, field::displacementInMicrometres));
        image.add("F", 9, f);
        image.add("status", 1, scalars(nodes, node -> field.status(node).code()));
        image.add("zncc", 1, scalars(nodes, field::zncc));
        image.add("residual", 1, scalars(nodes, field::residual));
        image.add("iterations", 1, scalars(nodes, field::iterations));
        image.add("uncertainty [um]", 3, vectors(nodes, field::uncertaintyInMicrometres));
        image.write(target);
    }

    /** One array per component, named by its key. */
    public static void write(final StrainField strain, final Collection<StrainComponent> components,
        final Path target) throws IOException {
        final VtkImage image = new VtkImage(strain.grid(), strain.voxelSize(), strain.volumeOrigin());
        for (final StrainComponent component : components) {
            final double[] values = strain.values(component);
            image.add(component.key(), 1, scalars(values.length, point -> values[point]));
        }
        image.write(target);
    }

    private static float[] vectors(final int count, final IntFunction<Point> vector) {
        final float[] values = new float[3 * count];
        for (int i = 0; i < count; i++) {
            final Point v = vector.apply(i);
            values[3 * i] = (float)v.x();
            values[3 * i + 1] = (float)v.y();
            values[3 * i + 2] = (float)v.z();
        }
        return values;
    }

    private static float[] scalars(final int count, final IntToDoubleFunction value) {
        final float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float)value.applyAsDouble(i);
        }
        return values;
    }
}
