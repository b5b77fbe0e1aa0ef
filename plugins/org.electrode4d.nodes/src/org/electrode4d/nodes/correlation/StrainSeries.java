// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.util.List;

import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainStatistics;

/**
 * One component of strain over a series of steps, to be drawn.
 *
 * @param steps at least one, with the same regions except for labels that come and go
 */
record StrainSeries(List<StrainStep> steps, StrainComponent component) {

    /** Regions beyond these are not drawn: nobody could tell the lines apart. */
    static final int MOST_REGIONS = 12;

    /** The component with its unit, for axes. */
    String quantity() {
        return component.label() + StrainColumns.unit(component);
    }

    /** The regions to draw. */
    List<String> regions() {
        return steps.stream().flatMap(step -> step.statistics().stream()).map(StrainStatistics::region).distinct()
            .limit(MOST_REGIONS).toList();
    }

    /** The statistics of a region at a step; null where the step has no such region. */
    StrainStatistics find(final StrainStep step, final String region) {
        return step.statistics().stream().filter(s -> s.component() == component && s.region().equals(region))
            .findFirst().orElse(null);
    }

    /** Whether all steps are about one reference, where nothing is deformed yet. */
    boolean isCumulative() {
        return steps.stream().map(step -> step.pair().reference()).distinct().count() == 1
            && !steps.get(0).pair().reference().equals(steps.get(0).pair().deformed());
    }

    /** The deformed scan; where steps have different references, both scans. */
    String name(final StrainStep step) {
        return isCumulative() ? step.pair().deformed().toString() : step.pair().toString();
    }
}
