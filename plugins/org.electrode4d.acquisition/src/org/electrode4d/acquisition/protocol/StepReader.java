// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the steps of a protocol of YAML. */
final class StepReader {

    static final String REST = "rest";
    static final String CHARGE = "charge";
    static final String DISCHARGE = "discharge";
    static final String HOLD = "hold";
    static final String CHARGE_AND_HOLD = "charge and hold";
    static final String DISCHARGE_AND_HOLD = "discharge and hold";
    static final String SCAN = "scan";
    static final String DOUBLE_SCAN = "double scan";
    static final String LOOP = "loop";
    private static final List<String> KINDS =
        List.of(REST, CHARGE, DISCHARGE, HOLD, CHARGE_AND_HOLD, DISCHARGE_AND_HOLD, SCAN, DOUBLE_SCAN, LOOP);

    private final YamlPlace top;
    private final Map<String, YamlPlace> given = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param top the list of steps */
    StepReader(final YamlPlace top) {
        this.top = top;
        collectNames(top);
    }

    List<Step> steps() {
        return steps(top);
    }

    /** Remembers the names that are given, so that none is given again to a step without one. */
    private void collectNames(final YamlPlace list) {
        for (final YamlPlace item : list.items()) {
            if (item.isText()) {
                continue;
            }
            item.fields().forEach((kind, body) -> {
                if (body.isText()) {
                    return;
                }
                final Map<String, YamlPlace> fields = body.fields();
                final YamlPlace name = fields.get("name");
                if (name != null && given.put(name.text(), name) != null) {
                    throw name.error("The name '" + name.text() + "' is there twice. Give each step a name of its "
                        + "own.");
                }
                if (kind.equals(LOOP) && fields.containsKey("steps")) {
                    collectNames(fields.get("steps"));
                }
            });
        }
    }

    private List<Step> steps(final YamlPlace list) {
        final List<Step> steps = new ArrayList<>();
        for (final YamlPlace item : list.items()) {
            steps.add(step(item));
        }
        return steps;
    }

    private Step step(final YamlPlace item) {
        if (item.isText() && (item.text().equals(SCAN) || item.text().equals(DOUBLE_SCAN))) {
            return new Step.Scan(numbered(item.text()), item.text().equals(SCAN) ? 1 : 2);
        }
        if (item.isText()) {
            throw Keys.unknown(item, "step without keys", item.text(), List.of(SCAN, DOUBLE_SCAN));
        }
        final Map<String, YamlPlace> fields = item.fields();
        if (fields.size() != 1) {
            throw item.error("A step has one key, its kind, but this has " + fields.keySet()
                + ". Indent what belongs to the step, or put it in braces.");
        }
        final String kind = fields.keySet().iterator().next();
        final YamlPlace body = fields.get(kind);
        if (!KINDS.contains(kind)) {
            throw Keys.unknown(item, "step", kind, KINDS);
        }
        if (body.isEmpty() && (kind.equals(SCAN) || kind.equals(DOUBLE_SCAN))) {
            return new Step.Scan(numbered(kind), kind.equals(SCAN) ? 1 : 2);
        }
        return body.of(() -> step(kind, body));
    }

    private Step step(final String kind, final YamlPlace body) {
        return switch (kind) {
            case REST -> {
                final Keys keys = keys(body);
                yield new Step.Rest(name(keys, kind), keys.condition("until"), scanWhen(keys));
            }
            case CHARGE, DISCHARGE -> {
                final Keys keys = keys(body, "at");
                yield new Step.ConstantCurrent(name(keys, kind), current(keys, kind), keys.condition("until"),
                    scanWhen(keys));
            }
            case HOLD -> {
                final Keys keys = keys(body, "at", "max current");
                yield new Step.ConstantPotential(name(keys, kind), keys.amount("at", Dimension.POTENTIAL),
                    keys.amount("max current", Dimension.CURRENT), keys.condition("until"), scanWhen(keys));
            }
            case CHARGE_AND_HOLD, DISCHARGE_AND_HOLD -> {
                final Keys keys = keys(body, "at", "to");
                yield new Step.ConstantCurrentConstantPotential(name(keys, kind), current(keys, kind),
                    keys.amount("to", Dimension.POTENTIAL), keys.condition("until"), scanWhen(keys));
            }
            case SCAN -> scan(body);
            case DOUBLE_SCAN -> new Step.Scan(name(new Keys(body, List.of("name")), kind), 2);
            default -> loop(body);
        };
    }

    private static Keys keys(final YamlPlace body, final String... more) {
        final List<String> known = new ArrayList<>(List.of("name"));
        known.addAll(List.of(more));
        known.addAll(List.of("until", "scan when"));
        return new Keys(body, known);
    }

    /** The current with its sign: it is written without one, the kind of the step tells it. */
    private static Amount current(final Keys keys, final String kind) {
        final Amount amount = keys.amount("at", Dimension.CURRENT);
        if (!(amount.value() > 0)) {
            throw keys.required("at").error("'" + keys.required("at").text() + "' is not above 0. Write the magnitude "
                + "of the current; 'charge' and 'discharge' tell its direction.");
        }
        return kind.startsWith(CHARGE) ? amount : new Amount(-amount.value(), amount.unit());
    }

    private static Optional<EndCondition> scanWhen(final Keys keys) {
        return keys.optional("scan when").map(place -> place.as(ConditionText::parse));
    }

    private Step scan(final YamlPlace body) {
        final Keys keys = new Keys(body, List.of("name", "count"));
        final double count = keys.optional("count").map(place -> place.as(Dimension.COUNT::parse).value()).orElse(1.);
        if (count != (int) count) {
            throw keys.required("count").error("'" + keys.required("count").text() + "' is no whole number.");
        }
        return new Step.Scan(name(keys, SCAN), (int) count);
    }

    private Step loop(final YamlPlace body) {
        final Keys keys = new Keys(body, List.of("name", "until", "steps"));
        final String name = name(keys, LOOP);
        return new Step.Loop(name, steps(keys.required("steps")), keys.condition("until"));
    }

    private String name(final Keys keys, final String kind) {
        return keys.optional("name").map(YamlPlace::text).orElseGet(() -> numbered(kind));
    }

    /** A name for a step that has none: its kind, with the next number that is not taken. */
    private String numbered(final String kind) {
        String name;
        do {
            name = kind + " " + numbers.merge(kind, 1, Integer::sum);
        } while (given.containsKey(name));
        return name;
    }
}
