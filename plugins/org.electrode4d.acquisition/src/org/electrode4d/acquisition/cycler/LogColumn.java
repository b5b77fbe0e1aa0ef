// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

/**
 * A column of a log.
 *
 * @param index from 0
 * @param name as the file has it
 * @param factor from its unit to second, volt, ampere, coulomb or degree Celsius
 */
record LogColumn(int index, String name, double factor) {
}
