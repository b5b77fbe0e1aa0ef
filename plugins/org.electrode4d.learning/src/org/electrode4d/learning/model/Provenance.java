// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.model;

import java.util.List;

/**
 * Where a model comes from.
 *
 * @param program name and version of the program that trained it
 * @param engine that trained it, for people; "" where there was none
 * @param date when it was trained, as the caller writes it (ISO 8601 by custom)
 * @param trainedOn the labelled slices or scans
 * @param seed of everything random in the training
 */
public record Provenance(String program, String engine, String date, List<String> trainedOn, long seed) {

    public Provenance {
        trainedOn = List.copyOf(trainedOn);
    }
}
