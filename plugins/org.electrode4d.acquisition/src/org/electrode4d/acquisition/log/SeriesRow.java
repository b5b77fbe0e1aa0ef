// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.time.Instant;

import org.electrode4d.acquisition.Sample;

/**
 * A row of the full series of a run.
 *
 * @param sample with step, phase and net charge
 * @param instant date and time of day at which it was logged
 * @param stateOfCharge net charge since the start over capacity, 1 for a full cell; NaN without capacity
 * @param scanStep T0, T1, ... of the scan that is being taken; empty otherwise
 * @param scanId of that scan; empty if it never had one
 */
public record SeriesRow(Sample sample, Instant instant, double stateOfCharge, String scanStep, String scanId) {
}
