// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom.twin;

/** In which order the places of a particle take up lithium, and what is a crack. */
interface Front {

    /**
     * The order of places on a line, 0 or more: those of small order come first. Less than 0 in a crack. What a place
     * gets does not depend on where the line begins.
     *
     * @param line places by number
     * @param part of the line that is asked for
     * @param most what is lithiated later may come out as any order from here on
     * @param order receives their order
     */
    void order(Line line, Part part, float most, float[] order);

    /**
     * Evenly spaced places: offset from the centre of the particle, before the first charge, of place number 0 and from
     * one to the next, µm.
     */
    record Line(double x, double y, double z, double stepX, double stepY, double stepZ) {
    }

    /** Some places of a line: number of the first, how many. */
    record Part(long first, int count) {
    }
}
