// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.machine.Counters;
import org.electrode4d.acquisition.machine.Elapsed;
import org.electrode4d.acquisition.machine.MachineState;
import org.electrode4d.acquisition.machine.Phase;
import org.electrode4d.acquisition.machine.Position;
import org.electrode4d.acquisition.machine.Transition;

/** Transitions, with the whole state of the machine after them, as fields of a line. */
final class TransitionJson {

    private TransitionJson() {
    }

    static void write(final Transition transition, final ObjectNode line) {
        line.put("from", transition.from()).put("to", transition.to()).put("reason", transition.reason());
        final Position position = transition.state().position();
        final ArrayNode path = line.putArray("path");
        position.path().forEach(path::add);
        line.put("phase", position.phase().name());
        JsonFields.put(line, "phaseStart", position.phaseStart());
        line.put("scansLeft", position.scansLeft());
        write(transition.state().counters(), line.putObject("counters"));
        transition.state().last().ifPresent(last -> EventJson.write(last, line.putObject("last")));
    }

    private static void write(final Counters counters, final ObjectNode object) {
        final ArrayNode loops = object.putArray("loops");
        counters.loops().forEach(loop -> write(loop, loops.addObject()));
        write(counters.step(), object.putObject("step"));
        write(counters.segment(), object.putObject("segment"));
        object.put("scans", counters.scans());
        JsonFields.put(object, "charge", counters.charge());
    }

    private static void write(final Elapsed elapsed, final ObjectNode object) {
        JsonFields.put(object, "time", elapsed.time());
        JsonFields.put(object, "charge", elapsed.charge());
        object.put("scans", elapsed.scans()).put("passes", elapsed.passes());
    }

    static Transition read(final JsonNode line) {
        final List<Integer> path = new ArrayList<>();
        JsonFields.field(line, "path").forEach(index -> path.add(index.intValue()));
        final Position position = new Position(path, Phase.valueOf(JsonFields.text(line, "phase")),
            JsonFields.number(line, "phaseStart"), JsonFields.small(line, "scansLeft"));
        final Optional<Reading> last = Optional.ofNullable(line.get("last")).map(EventJson::reading);
        return new Transition(JsonFields.text(line, "from"), JsonFields.text(line, "to"),
            JsonFields.text(line, "reason"),
            new MachineState(position, counters(JsonFields.field(line, "counters")), last));
    }

    private static Counters counters(final JsonNode object) {
        final List<Elapsed> loops = new ArrayList<>();
        JsonFields.field(object, "loops").forEach(loop -> loops.add(elapsed(loop)));
        return new Counters(loops, elapsed(JsonFields.field(object, "step")),
            elapsed(JsonFields.field(object, "segment")), JsonFields.small(object, "scans"),
            JsonFields.number(object, "charge"));
    }

    private static Elapsed elapsed(final JsonNode object) {
        return new Elapsed(JsonFields.number(object, "time"), JsonFields.number(object, "charge"),
            JsonFields.small(object, "scans"), JsonFields.small(object, "passes"));
    }
}
