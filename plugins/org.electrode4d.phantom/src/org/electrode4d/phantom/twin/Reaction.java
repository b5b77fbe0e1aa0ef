// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

/**
 * How a particle reacts with lithium.
 *
 * @param front in which order its places are lithiated
 * @param eagerness how much lithium it takes up, 1 for the usual, 0 for none
 */
record Reaction(LithiationMode mode, Front front, double eagerness) {
}
