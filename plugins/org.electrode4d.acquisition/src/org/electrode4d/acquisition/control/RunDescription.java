// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.Map;

/**
 * What a log says of a run at its beginning.
 *
 * @param run identifier
 * @param protocol in its text form
 * @param instrument kind and address in their text form
 * @param metadata of cell, electrode and environment
 */
public record RunDescription(String run, String protocol, String instrument, Map<String, String> metadata) {

    /** Copies the map. */
    public RunDescription {
        metadata = Map.copyOf(metadata);
    }
}
