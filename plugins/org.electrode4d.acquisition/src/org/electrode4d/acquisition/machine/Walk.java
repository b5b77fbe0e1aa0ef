// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.acquisition.protocol.Step.Loop;

/** Goes from a step to the one after it, round loops and out of them, within one event. */
final class Walk {

    /** Moves in one event beyond which a protocol goes round without time passing. */
    static final int MOST_MOVES = 1000;

    private final List<Step> steps;
    private final Conditions conditions;
    private int moves;

    Walk(final List<Step> steps, final Conditions conditions) {
        this.steps = steps;
        this.conditions = conditions;
    }

    /** The beginning of the protocol. */
    Place start(final String reason) {
        return new Place(steps.isEmpty() ? List.of() : List.of(0), List.of(), reason, false);
    }

    /** The outermost loop around a step that is over, as a place that has ended. */
    Optional<Place> leave(final Place place, final Seen seen) {
        final ProtocolCursor cursor = new ProtocolCursor(steps, place.path());
        for (int depth = 0; depth < cursor.depth(); depth++) {
            final Loop loop = cursor.loop(depth);
            final Optional<String> reason = conditions.met(loop.until(), place.loops().get(depth), seen);
            if (reason.isPresent()) {
                return Optional.of(place
                    .moved(cursor.outer(depth).path(), place.loops().subList(0, depth), true)
                    .because("loop " + loop.name() + " ends, " + reason.get()));
            }
        }
        return Optional.empty();
    }

    /**
     * The next step that is no loop.
     *
     * @param from a place that has ended, or one that is about to be entered
     * @param seen of the step that has ended
     * @return its path is empty at the end of the protocol; nothing if the protocol goes round without time passing
     */
    Optional<Place> onward(final Place from, final Seen seen) {
        Place place = from;
        while (moves < MOST_MOVES) {
            moves++;
            if (place.path().isEmpty()) {
                return Optional.of(place);
            }
            if (place.ended()) {
                place = following(leave(place, seen).orElse(place), seen);
            } else if (new ProtocolCursor(steps, place.path()).step() instanceof Loop loop) {
                place = enter(place, loop);
            } else {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private Place following(final Place place, final Seen seen) {
        final ProtocolCursor cursor = new ProtocolCursor(steps, place.path());
        if (cursor.hasNext()) {
            return place.moved(cursor.next().path(), place.loops(), false);
        }
        if (cursor.depth() == 0) {
            return place.moved(List.of(), List.of(), false);
        }
        final int depth = cursor.depth() - 1;
        final List<Elapsed> loops = new ArrayList<>(place.loops());
        loops.set(depth, loops.get(depth).passed());
        final Place passed = place.moved(cursor.first().path(), List.copyOf(loops), false)
            .because("pass " + loops.get(depth).passes() + " of loop " + cursor.loop(depth).name() + " done");
        return leave(passed, seen).orElse(passed);
    }

    private Place enter(final Place place, final Loop loop) {
        if (loop.steps().isEmpty()) {
            return place.moved(place.path(), place.loops(), true).because("loop " + loop.name() + " is empty");
        }
        final Optional<String> met = conditions.met(loop.until(), Elapsed.NOTHING, Seen.NOTHING);
        if (met.isPresent()) {
            return place.moved(place.path(), place.loops(), true)
                .because("loop " + loop.name() + " is skipped, " + met.get());
        }
        final List<Elapsed> loops = new ArrayList<>(place.loops());
        loops.add(Elapsed.NOTHING);
        return place.moved(new ProtocolCursor(steps, place.path()).inside().path(), List.copyOf(loops), false);
    }
}
