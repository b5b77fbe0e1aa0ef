// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataType;

/**
 * A data type that can be chosen.
 *
 * @param id the data type
 * @param text the text that is shown
 * @param type the type as other choices have it
 */
public record DataTypeChoice(DataType id, String text, TypedStringChoice.PossibleTypeValue type) {

    /**
     * @param dataType a data type
     * @return its choice
     */
    public static DataTypeChoice fromDataType(final DataType dataType) {
        return new DataTypeChoice(dataType, dataType.toString(), TypedStringChoice.typeOf(dataType));
    }
}
