// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.List;

/**
 * What came of making safe.
 *
 * @param verified whether the instrument itself said that its output is off
 * @param attempts that were made
 * @param failures of the attempts, in words, in their order
 */
public record SafeStateOutcome(boolean verified, int attempts, List<String> failures) {

    /** Copies the list. */
    public SafeStateOutcome {
        failures = List.copyOf(failures);
    }

    /** In words, for a log. */
    public String inWords() {
        final String last = failures.isEmpty() ? "" : " Last failure: " + failures.get(failures.size() - 1);
        return verified ? "The output is off, verified at attempt " + attempts + "."
            : "It is not known whether the output is off after " + attempts + " attempts." + last;
    }
}
