// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.correlation.StrainState;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/**
 * Tables of SPAM (registration, ldic, filter, strain): tab-separated, seven decimals, voxels, one line per node. SPAM
 * orders axes z, y, x; here axes are found by the names of the columns. One line is a registration.
 *
 * <p>The column {@code error} holds the normalised residual of {@link NodeResult#residual()}, not SPAM's sum of squared
 * differences over the sum of grey values. Filled nodes are written with status 1 and no iterations, and recognised by
 * that when read.
 */
public final class SpamTsv {

    static final List<String> COLUMNS = List.of("NodeNumber", "Zpos", "Ypos", "Xpos", "Fzz", "Fzy", "Fzx", "Zdisp",
        "Fyz", "Fyy", "Fyx", "Ydisp", "Fxz", "Fxy", "Fxx", "Xdisp", "error", "iterations", "returnStatus",
        "deltaPhiNorm");
    private static final List<String> STRAIN_COLUMNS = List.of("StrainPointNumber", "Zpos", "Ypos", "Xpos", "vol",
        "dev", "volss", "devss", "rz", "ry", "rx", "ezz", "ezy", "ezx", "eyy", "eyx", "exx", "Uzz", "Uzy", "Uzx",
        "Uyy", "Uyx", "Uxx");
    /** Rows of F in the order of the columns, and the entries of U (row-major, x, y, z) of the strain table. */
    private static final int[] ZYX = {2, 1, 0};
    private static final int[] STRETCH = {8, 7, 6, 4, 3, 0};

    private SpamTsv() {
    }

    /** Writes a field with SPAM's columns in SPAM's order. */
    public static void write(final DeformationField field, final Path target) throws IOException {
        TabularText.write(target, '\t', COLUMNS, text -> {
            for (int node = 0; node < field.grid().size(); node++) {
                writeNode(field.grid().position(node), field.result(node), node + 1, text);
            }
        });
    }

    private static void writeNode(final Point at, final NodeResult node, final int number, final TabularText text)
        throws IOException {
        final double[] f = node.transformation().f();
        final Point u = node.transformation().displacement();
        final double[] displacement = {u.x(), u.y(), u.z()};
        text.addFixed(number);
        addZyx(at, text);
        for (final int row : ZYX) {
            for (final int column : ZYX) {
                text.addFixed(f[3 * row + column]);
            }
            text.addFixed(displacement[row]);
        }
        text.addFixed(node.residual());
        text.addFixed(node.status() == NodeStatus.FILLED ? 0 : node.iterations());
        text.addFixed(node.status().code());
        text.addFixed(node.deltaPhiNorm());
        text.endLine();
    }

    private static void addZyx(final Point at, final TabularText text) {
        text.addFixed(at.z());
        text.addFixed(at.y());
        text.addFixed(at.x());
    }

    /**
     * Reads a registration, ldic, filter or pass table.
     *
     * @param voxelSize the file has none
     * @throws FieldFormatException with file and line if columns are missing, a number cannot be read, or the nodes do
     *     not form a regular grid
     */
    public static DeformationField read(final Path file, final VoxelSize voxelSize) throws IOException {
        return new SpamTable(file).field(voxelSize);
    }

    /** Writes all of SPAM's strain components: small strains e, right stretch U, rotation vector in degrees. */
    public static void writeStrain(final StrainField strain, final Path target) throws IOException {
        TabularText.write(target, '\t', STRAIN_COLUMNS, text -> {
            for (int point = 0; point < strain.grid().size(); point++) {
                text.addFixed(point + 1);
                addZyx(strain.grid().position(point), text);
                final StrainState state = strain.state(point);
                for (final String key : STRAIN_COLUMNS.subList(4, 17)) {
                    text.addFixed(StrainComponent.ofKey(key).of(state));
                }
                for (final int entry : STRETCH) {
                    text.addFixed(state.polar().stretch()[entry]);
                }
                text.endLine();
            }
        });
    }
}
