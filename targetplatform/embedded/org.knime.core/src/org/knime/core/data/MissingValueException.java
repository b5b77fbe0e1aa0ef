// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data;

import java.util.Optional;

/** A value is missing where one is needed. */
public class MissingValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient MissingValue missing;

    /** @param missingValue the missing value */
    public MissingValueException(final MissingValue missingValue) {
        this(missingValue, missingValue.getError());
    }

    /**
     * @param missingValue the missing value
     * @param message where, and what to do
     */
    public MissingValueException(final MissingValue missingValue, final String message) {
        super(message);
        missing = missingValue;
    }

    /** @return why the value is missing */
    public Optional<String> getError() {
        return Optional.ofNullable(missing.getError());
    }
}
