// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.LabelMotion;
import org.electrode4d.correlation.NodeResult;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VoxelSize;

/**
 * Tables of SPAM (registration, ldic, filter, pass, merge, ddic, strain): tab-separated, seven decimals, voxels, one
 * line per node. SPAM orders axes z, y, x; here axes are found by the names of the columns. One line is a registration.
 *
 * <p>The column {@code error} holds the normalised residual of {@link NodeResult#residual()}, not SPAM's sum of squared
 * differences over the sum of grey values, and {@code pixelSearchCC} the ZNCC, not SPAM's coefficient without removal
 * of the mean. Filled nodes are written with status 1 and no iterations, and recognised by that when read.
 */
public final class SpamTsv {

    private static final List<String> PHI = List.of("NodeNumber", "Zpos", "Ypos", "Xpos", "Fzz", "Fzy", "Fzx", "Zdisp",
        "Fyz", "Fyy", "Fyx", "Ydisp", "Fxz", "Fxy", "Fxx", "Xdisp");
    static final List<String> COLUMNS = joined("error", "iterations", "returnStatus", "deltaPhiNorm");
    private static final List<String> FILTER_COLUMNS = joined("pixelSearchCC", "returnStatus", "error", "deltaPhiNorm",
        "iterations");
    private static final int[] ZYX = {2, 1, 0};

    private SpamTsv() {
    }

    private static List<String> joined(final String... results) {
        return Stream.concat(PHI.stream(), Stream.of(results)).toList();
    }

    /** Writes a field as SPAM's registration (one node) or local correlation does. */
    public static void write(final DeformationField field, final Path target) throws IOException {
        TabularText.write(target, '\t', COLUMNS, text -> {
            for (int node = 0; node < field.grid().size(); node++) {
                addPhi(field, node, text);
                text.addFixed(field.residual(node));
                text.addFixed(iterations(field, node));
                text.addFixed(field.status(node).code());
                text.addFixed(field.deltaPhiNorm(node));
                text.endLine();
            }
        });
    }

    /** Writes a field as SPAM's filter does: with a column for the ZNCC, and results in another order. */
    public static void writeFiltered(final DeformationField field, final Path target) throws IOException {
        TabularText.write(target, '\t', FILTER_COLUMNS, text -> {
            for (int node = 0; node < field.grid().size(); node++) {
                addPhi(field, node, text);
                text.addFixed(field.zncc(node));
                text.addFixed(field.status(node).code());
                text.addFixed(field.residual(node));
                text.addFixed(field.deltaPhiNorm(node));
                text.addFixed(iterations(field, node));
                text.endLine();
            }
        });
    }

    private static int iterations(final DeformationField field, final int node) {
        return field.status(node) == NodeStatus.FILLED ? 0 : field.iterations(node);
    }

    private static void addPhi(final DeformationField field, final int node, final TabularText text) {
        final double[] f = field.f(node);
        final Point u = field.displacement(node);
        final double[] displacement = {u.x(), u.y(), u.z()};
        text.addFixed(node + 1);
        addZyx(field.grid().position(node), text);
        for (final int row : ZYX) {
            for (final int column : ZYX) {
                text.addFixed(f[3 * row + column]);
            }
            text.addFixed(displacement[row]);
        }
    }

    static void addZyx(final Point at, final TabularText text) {
        text.addFixed(at.z());
        text.addFixed(at.y());
        text.addFixed(at.x());
    }

    /**
     * Reads a table of a registration, a local correlation, a filter, or of passed or merged fields, also with the
     * names of columns from before version 0.5 (F11, SubPixReturnStat). A node that is said to have converged but has
     * no numbers is NOT_RUN.
     *
     * @param voxelSize the file has none
     * @throws FieldFormatException with file and line if columns are missing, a number cannot be read, or the nodes do
     *     not form a regular grid
     */
    public static DeformationField read(final Path file, final VoxelSize voxelSize) throws IOException {
        final SpamTable table = new SpamTable(file);
        if (table.has("Label") && !table.has("NodeNumber")) {
            throw table.problem("This is a table of a discrete correlation, one line per label. A table with a regular "
                + "grid of nodes is needed.");
        }
        table.requirePhi();
        final SpamGrid grid = new SpamGrid(table);
        final DeformationField.Builder builder = DeformationField.builder(grid.nodes(), voxelSize);
        for (final double[] row : table.rows()) {
            builder.set(grid.index(row), table.result(row));
        }
        return builder.build();
    }

    /**
     * Writes the motions of particles as SPAM's discrete correlation does, and the particles' numbers of voxels in a
     * column of our own, {@code voxels}. Labels that are not there have a line of zeros, because SPAM counts lines.
     *
     * @throws IllegalArgumentException for a label that is there twice, or above ten million
     */
    public static void writeDiscrete(final List<LabelMotion> motions, final Path target) throws IOException {
        SpamLabels.write(motions, target);
    }

    /**
     * Reads a table of a discrete correlation; lines of zeros are left out.
     *
     * @throws FieldFormatException with file and line if columns are missing or a number cannot be read
     */
    public static List<LabelMotion> readDiscrete(final Path file) throws IOException {
        return SpamLabels.read(file);
    }

    /** Writes all of SPAM's strain components: small strains e, right stretch U, rotation vector in degrees. */
    public static void writeStrain(final StrainField strain, final Path target) throws IOException {
        SpamStrain.write(strain, target);
    }

    /**
     * Reads a strain table that has the rotation vector and the stretch, of which F = R U is made.
     *
     * @param voxelSize the file has none
     * @throws FieldFormatException with file and line if columns are missing, a number cannot be read, or the points
     *     do not form a regular grid
     */
    public static StrainField readStrain(final Path file, final VoxelSize voxelSize) throws IOException {
        return SpamStrain.read(file, voxelSize);
    }
}
