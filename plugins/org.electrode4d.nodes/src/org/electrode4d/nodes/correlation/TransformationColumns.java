// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.Arrays;
import java.util.List;

import org.electrode4d.correlation.InitialTransformation;
import org.electrode4d.volume.Point;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.InvalidSettingsException;

/** Reads transformations from the columns of a table, which are called as those of registrations. */
final class TransformationColumns {

    private static final List<String> NAMES = List.of("Translation x [µm]", "Translation y [µm]", "Translation z [µm]",
        "Rotation x [°]", "Rotation y [°]", "Rotation z [°]", "Stretch x [-]", "Stretch y [-]", "Stretch z [-]",
        "Stretch xy [-]", "Stretch xz [-]", "Stretch yz [-]");

    private static final int STRETCH = 6;
    private static final int SHEAR = 9;

    private final int[] indices;

    private TransformationColumns(final int[] indices) {
        this.indices = indices;
    }

    /** @throws InvalidSettingsException where the table has none of the columns, or one that holds no numbers */
    static TransformationColumns of(final DataTableSpec spec) throws InvalidSettingsException {
        final int[] indices = NAMES.stream().mapToInt(spec::findColumnIndex).toArray();
        if (Arrays.stream(indices).noneMatch(index -> index >= 0)) {
            throw new InvalidSettingsException("The input table has no column with a part of a transformation, such as "
                + NAMES.get(0) + ". It has " + String.join(", ", spec.getColumnNames()) + ".");
        }
        for (final int index : indices) {
            if (index >= 0 && !spec.getColumnSpec(index).getType().isCompatible(DoubleValue.class)) {
                throw new InvalidSettingsException("The column '" + spec.getColumnSpec(index).getName() + "' holds "
                    + spec.getColumnSpec(index).getType().getName() + ", but numbers are needed.");
            }
        }
        return new TransformationColumns(indices);
    }

    /** The transformation of a row, about the middle of the volume. */
    InitialTransformation of(final DataRow row) {
        final Double[] v = new Double[indices.length];
        for (int i = 0; i < v.length; i++) {
            final boolean given = indices[i] >= 0 && !row.getCell(indices[i]).isMissing();
            v[i] = given ? ((DoubleValue)row.getCell(indices[i])).getDoubleValue()
                : i >= STRETCH && i < SHEAR ? 1.0 : 0.0;
        }
        return InitialTransformation.none().withTranslation(new Point(v[0], v[1], v[2]))
            .withRotation(new Point(v[3], v[4], v[5])).withStretch(Arrays.copyOfRange(v, STRETCH, v.length));
    }
}
