// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.volume.Point;

/** Comma-separated tables for people and spreadsheets: units in the heads of the columns, no value where none is. */
public final class FieldCsv {

    private static final List<String> COLUMNS = List.of("Node", "x [voxel]", "y [voxel]", "z [voxel]", "x [µm]",
        "y [µm]", "z [µm]", "Displacement x [voxel]", "Displacement y [voxel]", "Displacement z [voxel]",
        "Displacement x [µm]", "Displacement y [µm]", "Displacement z [µm]", "Fxx", "Fxy", "Fxz", "Fyx", "Fyy", "Fyz",
        "Fzx", "Fzy", "Fzz", "Status", "ZNCC", "Residual", "Iterations", "Uncertainty x [voxel]",
        "Uncertainty y [voxel]", "Uncertainty z [voxel]");

    private FieldCsv() {
    }

    public static void write(final DeformationField field, final Path target) throws IOException {
        TabularText.write(target, ',', COLUMNS, text -> {
            for (int node = 0; node < field.grid().size(); node++) {
                text.addInteger(node);
                add(field.grid().position(node), text);
                add(field.positionInMicrometres(node), text);
                add(field.displacement(node), text);
                add(field.displacementInMicrometres(node), text);
                Arrays.stream(field.f(node)).forEach(text::addExact);
                text.add(field.status(node).label());
                text.addExact(field.zncc(node));
                text.addExact(field.residual(node));
                text.addInteger(field.iterations(node));
                add(field.uncertainty(node), text);
                text.endLine();
            }
        });
    }

    /** One line per point with the given components. */
    public static void write(final StrainField strain, final Collection<StrainComponent> components,
        final Path target) throws IOException {
        final List<String> header = new ArrayList<>(COLUMNS.subList(0, 7));
        header.set(0, "Point");
        components.forEach(component -> header.add(component.heading()));
        TabularText.write(target, ',', header, text -> {
            for (final StrainField.Row row : strain.table(components)) {
                text.addInteger(row.index());
                add(row.voxels(), text);
                add(row.micrometres(), text);
                components.forEach(component -> text.addExact(row.values().get(component)));
                text.endLine();
            }
        });
    }

    private static void add(final Point p, final TabularText text) {
        text.addExact(p.x());
        text.addExact(p.y());
        text.addExact(p.z());
    }
}
