// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;

/** Which steps end, and which scans are taken. */
final class Flow {

    private Flow() {
    }

    /** Whether a step can end by itself, without a loop around it that ends. */
    static boolean ends(final Step step, final Protocol protocol) {
        if (step instanceof Step.Timed timed) {
            return Prospects.of(timed, protocol).canBeMet(timed.end());
        }
        return !(step instanceof Step.Loop loop) || Prospects.of(loop, protocol).canBeMet(loop.until());
    }

    /** Whether scans can be taken in a step. */
    static boolean takesScans(final Step step, final Protocol protocol) {
        if (step instanceof Step.Timed timed) {
            return timed.scanWhen().map(Prospects.of(timed, protocol)::canBeMet).orElse(false);
        }
        return !(step instanceof Step.Loop loop)
            || loop.steps().stream().anyMatch(inner -> takesScans(inner, protocol));
    }

    /**
     * Whether a step that does not end by itself is left with a loop around it: something must happen at which the
     * loops are looked at, and one of them must be able to end.
     */
    static boolean isLeft(final Step step, final List<Step.Loop> loops, final Protocol protocol) {
        final boolean looked = takesScans(step, protocol)
            || step instanceof Step.Loop inner && inner.steps().stream().anyMatch(part -> ends(part, protocol));
        return looked && loops.stream().anyMatch(loop -> ends(loop, protocol));
    }
}
