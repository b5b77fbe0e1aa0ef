// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** What a missing cell tells. */
public interface MissingValue extends DataValue {

    /** @return why the value is missing, or null */
    String getError();
}
