// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.electrode4d.volume.Point;

/** The order in which what is spread over a volume is halved: along the axis of its largest extent. */
final class LongestAxis {

    private LongestAxis() {
    }

    /**
     * Of equal extents z comes before y before x.
     *
     * @param number decides between equal places
     * @return a new list
     */
    static <T> List<T> sorted(final List<T> tasks, final Function<T, Point> centre, final ToIntFunction<T> number) {
        final List<ToDoubleFunction<T>> axes = List.of(t -> centre.apply(t).z(), t -> centre.apply(t).y(),
            t -> centre.apply(t).x());
        ToDoubleFunction<T> longest = axes.get(0);
        for (final ToDoubleFunction<T> axis : axes) {
            longest = extent(tasks, axis) > extent(tasks, longest) ? axis : longest;
        }
        final List<T> sorted = new ArrayList<>(tasks);
        sorted.sort(Comparator.comparingDouble(longest).thenComparingInt(number));
        return sorted;
    }

    private static <T> double extent(final List<T> tasks, final ToDoubleFunction<T> axis) {
        return tasks.stream().mapToDouble(axis).max().orElse(0) - tasks.stream().mapToDouble(axis).min().orElse(0);
    }
}
