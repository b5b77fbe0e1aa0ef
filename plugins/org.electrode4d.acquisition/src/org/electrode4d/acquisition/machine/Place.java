// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.List;

/**
 * Where a walk through a protocol has come to.
 *
 * @param path of the step there; empty behind the last one
 * @param loops what has passed in the loops around it, the outermost first
 * @param reason why it went on, in words
 * @param ended whether the step there is over
 */
record Place(List<Integer> path, List<Elapsed> loops, String reason, boolean ended) {

    Place because(final String more) {
        return new Place(path, loops, reason.isEmpty() ? more : reason + "; " + more, ended);
    }

    Place moved(final List<Integer> other, final List<Elapsed> around, final boolean over) {
        return new Place(other, around, reason, over);
    }
}
