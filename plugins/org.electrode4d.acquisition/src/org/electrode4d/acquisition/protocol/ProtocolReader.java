// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.acquisition.SafetyLimits;

/** Makes a protocol of YAML. */
final class ProtocolReader {

    private static final Pattern RANGE = Pattern.compile("(.*\\S)\\s+to\\s+(\\S.*)");

    private ProtocolReader() {
    }

    static Protocol read(final YamlPlace root) {
        final Keys keys = new Keys(root,
            List.of("protocol", "capacity", "sampling", "rest before scan", "safety", "steps"));
        final Optional<YamlPlace> place = keys.optional("capacity");
        final OptionalDouble capacity = place.isPresent() ? OptionalDouble.of(capacity(place.get()))
            : OptionalDouble.empty();
        final double sampling = keys.amount("sampling", Dimension.TIME).value();
        final double rest = keys.amount("rest before scan", Dimension.TIME).value();
        final SafetyLimits limits = limits(keys.required("safety"), capacity);
        final List<Step> steps = new StepReader(keys.required("steps")).steps();
        final String name = keys.required("protocol").text();
        return root.of(() -> new Protocol(name, capacity, sampling, rest, limits, steps));
    }

    private static double capacity(final YamlPlace place) {
        final Amount amount = place.as(Dimension.CHARGE::parse);
        if (amount.unit().needsCapacity() || !(amount.value() > 0)) {
            throw place.error("'" + place.text() + "' is no capacity. Write a charge above 0, for instance 33.3 µAh.");
        }
        return amount.value();
    }

    private static SafetyLimits limits(final YamlPlace place, final OptionalDouble capacity) {
        final Keys keys = new Keys(place, List.of("potential", "current", "time", "charge", "temperature"));
        final YamlPlace range = keys.required("potential");
        final Matcher potentials = RANGE.matcher(range.text().strip());
        if (!potentials.matches()) {
            throw range.error("'" + range.text() + "' is no range. Write two potentials, for instance "
                + "2.4 V to 4.35 V.");
        }
        final double lowest = range.as(text -> Dimension.POTENTIAL.parse(potentials.group(1))).value();
        final double highest = range.as(text -> Dimension.POTENTIAL.parse(potentials.group(2))).value();
        final double current = limit(keys, "current", Dimension.CURRENT, capacity);
        final double time = limit(keys, "time", Dimension.TIME, capacity);
        final double charge = limit(keys, "charge", Dimension.CHARGE, capacity);
        final double temperature = keys.optional("temperature")
            .map(text -> text.as(Dimension.TEMPERATURE::parse).value()).orElse(Double.POSITIVE_INFINITY);
        return place.of(() -> new SafetyLimits(lowest, highest, current, time, charge, temperature));
    }

    private static double limit(final Keys keys, final String key, final Dimension dimension,
        final OptionalDouble capacity) {
        final Amount amount = keys.amount(key, dimension);
        if (amount.unit().needsCapacity() && capacity.isEmpty()) {
            throw keys.required(key).error("'" + keys.required(key).text()
                + "' needs the capacity of the cell. Add 'capacity: ...', or write an absolute value.");
        }
        return amount.si(capacity.orElse(Double.NaN));
    }
}
