// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Sample;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.scan.ScanRequest;

/** Events as fields of a line; {@code type} tells which. Fields that are not known are passed over. */
final class EventJson {

    private EventJson() {
    }

    static void write(final LogEvent event, final ObjectNode line) {
        if (event instanceof LogEvent.Started e) {
            write(e, line.put("type", "started"));
        } else if (event instanceof LogEvent.Sent e) {
            line.put("type", "sent").put("line", e.line());
        } else if (event instanceof LogEvent.Received e) {
            line.put("type", "received").put("line", e.line());
        } else if (event instanceof LogEvent.Sampled e) {
            write(e.sample(), line.put("type", "sample"));
        } else if (event instanceof LogEvent.Changed e) {
            TransitionJson.write(e.transition(), line.put("type", "transition"));
        } else if (event instanceof LogEvent.ScanRequested e) {
            write(e.request(), line.put("type", "scanRequested"));
        } else if (event instanceof LogEvent.ScanFinished e) {
            line.put("type", "scanFinished").put("step", e.step()).put("scanId", e.scanId());
        } else if (event instanceof LogEvent.ScanFailed e) {
            line.put("type", "scanFailed").put("step", e.step()).put("reason", e.reason());
        } else if (event instanceof LogEvent.Noted e) {
            line.put("type", "note").put("text", e.text());
        } else if (event instanceof LogEvent.MadeSafe e) {
            line.put("type", "madeSafe").put("verified", e.verified()).put("attempts", e.attempts())
                .put("reason", e.reason());
        } else if (event instanceof LogEvent.Ended e) {
            line.put("type", "ended").put("finished", e.finished()).put("reason", e.reason());
        } else {
            throw new IllegalArgumentException("The log has no form for " + event);
        }
    }

    static LogEvent read(final JsonNode line) {
        final String type = String.valueOf(JsonFields.text(line, "type"));
        return switch (type) {
            case "started" -> started(line);
            case "sent" -> new LogEvent.Sent(JsonFields.text(line, "line"));
            case "received" -> new LogEvent.Received(JsonFields.text(line, "line"));
            case "sample" -> new LogEvent.Sampled(sample(line));
            case "transition" -> new LogEvent.Changed(TransitionJson.read(line));
            case "scanRequested" -> new LogEvent.ScanRequested(request(line));
            case "scanFinished" ->
                new LogEvent.ScanFinished(JsonFields.text(line, "step"), JsonFields.text(line, "scanId"));
            case "scanFailed" ->
                new LogEvent.ScanFailed(JsonFields.text(line, "step"), JsonFields.text(line, "reason"));
            case "note" -> new LogEvent.Noted(JsonFields.text(line, "text"));
            case "madeSafe" -> new LogEvent.MadeSafe(JsonFields.truth(line, "verified"),
                JsonFields.small(line, "attempts"), JsonFields.text(line, "reason"));
            case "ended" -> new LogEvent.Ended(JsonFields.truth(line, "finished"), JsonFields.text(line, "reason"));
            default -> throw new IllegalArgumentException("the type '" + type + "' is not known");
        };
    }

    private static void write(final LogEvent.Started started, final ObjectNode line) {
        line.put("run", started.run()).put("protocol", started.protocol()).put("instrument", started.instrument());
        final Identity identity = started.identity();
        line.putObject("identity").put("manufacturer", identity.manufacturer()).put("model", identity.model())
            .put("serialNumber", identity.serialNumber()).put("firmware", identity.firmware());
        final ObjectNode metadata = line.putObject("metadata");
        new TreeMap<>(started.metadata()).forEach(metadata::put);
    }

    private static LogEvent.Started started(final JsonNode line) {
        final JsonNode identity = JsonFields.field(line, "identity");
        final JsonNode metadata = JsonFields.field(line, "metadata");
        final Map<String, String> map = new TreeMap<>();
        metadata.fieldNames().forEachRemaining(name -> map.put(name, JsonFields.text(metadata, name)));
        return new LogEvent.Started(JsonFields.text(line, "run"), JsonFields.text(line, "protocol"),
            JsonFields.text(line, "instrument"), new Identity(JsonFields.text(identity, "manufacturer"),
                JsonFields.text(identity, "model"), JsonFields.text(identity, "serialNumber"),
                JsonFields.text(identity, "firmware")), map);
    }

    private static void write(final Sample sample, final ObjectNode line) {
        line.put("sample", sample.number());
        write(sample.reading(), line);
        line.put("step", sample.step()).put("phase", sample.phase());
        JsonFields.put(line, "charge", sample.charge());
    }

    private static Sample sample(final JsonNode line) {
        return new Sample(JsonFields.integer(line, "sample"), reading(line), JsonFields.text(line, "step"),
            JsonFields.text(line, "phase"), JsonFields.number(line, "charge"));
    }

    /** Puts the fields of a reading into an object; its time is {@code measured}. */
    static void write(final Reading reading, final ObjectNode object) {
        JsonFields.put(object, "measured", reading.time());
        JsonFields.put(object, "potential", reading.potential());
        JsonFields.put(object, "current", reading.current());
        JsonFields.put(object, "temperature", reading.temperature());
        object.put("stopped", reading.stopped());
    }

    static Reading reading(final JsonNode object) {
        return new Reading(JsonFields.number(object, "measured"), JsonFields.number(object, "potential"),
            JsonFields.number(object, "current"), JsonFields.number(object, "temperature"),
            JsonFields.truth(object, "stopped"));
    }

    private static void write(final ScanRequest request, final ObjectNode line) {
        line.put("step", request.step()).put("run", request.run());
        JsonFields.put(line, "potential", request.potential());
        JsonFields.put(line, "charge", request.charge());
    }

    private static ScanRequest request(final JsonNode line) {
        return new ScanRequest(JsonFields.text(line, "step"), JsonFields.text(line, "run"),
            JsonFields.number(line, "potential"), JsonFields.number(line, "charge"));
    }
}
