// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

/** The identifier of a row. */
public interface RowKeyValue {

    String getString();

    /** @return the key itself */
    default RowKey materializeRowKey() {
        return new RowKey(getString());
    }
}
