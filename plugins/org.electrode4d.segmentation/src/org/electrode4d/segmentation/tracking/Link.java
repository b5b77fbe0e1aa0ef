// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.tracking;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What became of particles between two scans: one to one, one to several (a split) or several to one (a merge).
 *
 * @param from numbers of the particles in the earlier scan
 * @param to numbers of the particles in the later scan
 * @param score probability of this link against the next best one, 0.5 to 1
 * @param flags why to look at it; empty for a link beyond doubt
 */
public record Link(List<Integer> from, List<Integer> to, double score, Set<LinkFlag> flags) {

    /** Copies the collections. */
    public Link {
        from = List.copyOf(from);
        to = List.copyOf(to);
        final EnumSet<LinkFlag> ordered = EnumSet.noneOf(LinkFlag.class);
        ordered.addAll(flags);
        flags = Collections.unmodifiableSet(ordered);
    }

    public boolean isSplit() {
        return to.size() > 1;
    }

    public boolean isMerge() {
        return from.size() > 1;
    }
}
