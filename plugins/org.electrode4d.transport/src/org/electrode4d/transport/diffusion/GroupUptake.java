// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

/**
 * What a group of elements took up.
 *
 * @param label of the phase or particle
 * @param measure its area in µm² or volume in µm³
 * @param concentration mean at the end, mol/L
 * @param uptake lithium in it at the end: the integral of {@code eps c}, in fmol, in the plane per µm of thickness
 * @param saturationTime when the mean concentration reached 90 % of that of the source, s; NaN if it did not
 */
public record GroupUptake(int label, double measure, double concentration, double uptake, double saturationTime) {
}
