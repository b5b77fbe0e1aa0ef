// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Strain;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.correlation.StrainSettings;
import org.electrode4d.correlation.StrainState;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/** Strain tables of SPAM. */
final class SpamStrain {

    private static final List<String> KEYS = List.of("vol", "dev", "volss", "devss", "rz", "ry", "rx");
    private static final List<String> ZOOMS = List.of("zz", "zy", "zx");
    private static final List<String> SMALL = List.of("ezz", "ezy", "ezx", "eyy", "eyx", "exx");
    private static final List<String> STRETCH = List.of("Uzz", "Uzy", "Uzx", "Uyy", "Uyx", "Uxx");
    private static final List<String> ROTATION = List.of("rz", "ry", "rx");
    private static final List<String> COLUMNS = joined(List.of("StrainPointNumber"), SpamTable.POSITION, KEYS, ZOOMS,
        SMALL, STRETCH);
    /** The entries of U, row-major in x, y, z, in the order of {@link #ZOOMS} and {@link #STRETCH}. */
    private static final int[] ZOOM_ENTRIES = {8, 4, 0};
    private static final int[] STRETCH_ENTRIES = {8, 7, 6, 4, 3, 0};

    private SpamStrain() {
    }

    @SafeVarargs
    private static List<String> joined(final List<String>... lists) {
        return List.of(lists).stream().flatMap(List::stream).toList();
    }

    static void write(final StrainField strain, final Path target) throws IOException {
        TabularText.write(target, '\t', COLUMNS, text -> {
            for (int point = 0; point < strain.grid().size(); point++) {
                text.addFixed(point + 1);
                SpamTsv.addZyx(strain.grid().position(point), text);
                final StrainState state = strain.state(point);
                addComponents(state, KEYS, text);
                addStretch(state, ZOOM_ENTRIES, text);
                addComponents(state, SMALL, text);
                addStretch(state, STRETCH_ENTRIES, text);
                text.endLine();
            }
        });
    }

    private static void addComponents(final StrainState state, final List<String> keys, final TabularText text) {
        keys.forEach(key -> text.addFixed(StrainComponent.ofKey(key).of(state)));
    }

    private static void addStretch(final StrainState state, final int[] entries, final TabularText text) {
        for (final int entry : entries) {
            text.addFixed(state.polar().stretch()[entry]);
        }
    }

    static StrainField read(final Path file, final VoxelSize voxelSize) throws IOException {
        final SpamTable table = new SpamTable(file);
        table.require(joined(SpamTable.POSITION, ROTATION, STRETCH),
            "F is made of the rotation and the stretch: ask SPAM for the components r and U.");
        final SpamGrid grid = new SpamGrid(table);
        final NodeGrid nodes = grid.nodes();
        final DeformationField.Builder builder = DeformationField.builder(nodes, voxelSize);
        for (final double[] row : table.rows()) {
            final double[] u = STRETCH.stream().mapToDouble(column -> table.value(row, column)).toArray();
            final Transformation micrometres = Transformation.of(new Point(table.value(row, "rx"),
                table.value(row, "ry"), table.value(row, "rz")), new double[] {u[5], u[3], u[0], u[4], u[2], u[1]},
                Point.ORIGIN);
            builder.set(grid.index(row), NodeResult.of(voxels(micrometres, voxelSize),
                micrometres.isFinite() ? NodeStatus.CONVERGED : NodeStatus.NOT_RUN));
        }
        return Strain.of(builder.build(), StrainSettings.defaults().withMethod(StrainSettings.Method.CORRELATION));
    }

    private static Transformation voxels(final Transformation micrometres, final VoxelSize size) {
        final double[] edges = {size.x(), size.y(), size.z()};
        final double[] f = micrometres.f();
        for (int i = 0; i < f.length; i++) {
            f[i] *= edges[i % 3] / edges[i / 3];
        }
        return Transformation.of(f, Point.ORIGIN);
    }
}
