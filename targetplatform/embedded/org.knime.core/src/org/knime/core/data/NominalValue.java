// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** A value out of few. Columns of such cells list the values in their domain. */
public interface NominalValue extends DataValue {

    /** Nothing special. */
    UtilityFactory UTILITY = DataValue.UTILITY;
}
