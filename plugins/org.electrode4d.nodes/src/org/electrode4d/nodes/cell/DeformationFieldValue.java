// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.cell;

import java.io.IOException;

import org.electrode4d.correlation.DeformationField;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;

/** A measured deformation in a table: displacement and deformation gradient on a regular grid of nodes. */
public interface DeformationFieldValue extends DataValue, Described {

    /** Name and icon of the type, and its renderers. */
    UtilityFactory UTILITY = new ExtensibleUtilityFactory(DeformationFieldValue.class) {
        @Override
        public String getName() {
            return "Deformation field";
        }

        @Override
        public String getGroupName() {
            return "Electrode4D";
        }
    };

    /** What is known of the field without reading its nodes. */
    @Override
    FieldDescription getDescription();

    /**
     * Reads the field.
     *
     * @throws IOException where the file store is gone or unreadable
     */
    DeformationField getDeformationField() throws IOException;
}
