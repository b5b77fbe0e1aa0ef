// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

/**
 * What is true of the electrode at a scan.
 *
 * @param thickness mean over the columns of the view, µm
 * @param thicknessDeviation standard deviation over the columns of the view, µm
 * @param whole strain of the whole electrode
 * @param collector strain of the part next to the collector, 3/8 of the thickness
 * @param separator strain of the part next to the separator, 5/8 of the thickness
 * @param nonLithiated volume of all silicon without lithium over that at the first scan, before cut by the view
 */
public record TwinTruth(double thickness, double thicknessDeviation, RegionStrain whole, RegionStrain collector,
    RegionStrain separator, double nonLithiated) {
}
