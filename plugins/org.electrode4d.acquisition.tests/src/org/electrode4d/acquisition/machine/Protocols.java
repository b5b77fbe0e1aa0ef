// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.machine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.protocol.Amount;
import org.electrode4d.acquisition.protocol.Amount.Unit;
import org.electrode4d.acquisition.protocol.EndCondition;
import org.electrode4d.acquisition.protocol.EndCondition.Any;
import org.electrode4d.acquisition.protocol.EndCondition.Threshold;
import org.electrode4d.acquisition.protocol.Protocol;
import org.electrode4d.acquisition.protocol.Quantity;
import org.electrode4d.acquisition.protocol.Step;
import org.electrode4d.acquisition.protocol.Step.ConstantCurrent;
import org.electrode4d.acquisition.protocol.Step.ConstantCurrentConstantPotential;
import org.electrode4d.acquisition.protocol.Step.ConstantPotential;
import org.electrode4d.acquisition.protocol.Step.Loop;
import org.electrode4d.acquisition.protocol.Step.Rest;
import org.electrode4d.acquisition.protocol.Step.Scan;

/** Words for protocols of the {@link TinyCell}. */
final class Protocols {

    static final SafetyLimits LIMITS = new SafetyLimits(2.4, 4.4, 0.1, 200_000, 100, 60);
    static final EndCondition NEVER = new EndCondition.Never();

    private Protocols() {
    }

    static Protocol protocol(final Step... steps) {
        return protocol(1, 60, steps);
    }

    static Protocol protocol(final double period, final double rest, final Step... steps) {
        return new Protocol("test", OptionalDouble.of(TinyCell.CAPACITY), period, rest, LIMITS, List.of(steps));
    }

    static EndCondition any(final EndCondition... parts) {
        return new Any(List.of(parts));
    }

    static EndCondition all(final EndCondition... parts) {
        return new EndCondition.All(List.of(parts));
    }

    static EndCondition atLeast(final Quantity quantity, final double value) {
        return new Threshold(quantity, true, new Amount(value, unit(quantity)));
    }

    static EndCondition atMost(final Quantity quantity, final double value) {
        return new Threshold(quantity, false, new Amount(value, unit(quantity)));
    }

    static EndCondition seconds(final double time) {
        return atLeast(Quantity.TIME, time);
    }

    private static Unit unit(final Quantity quantity) {
        return switch (quantity) {
            case POTENTIAL -> Unit.VOLT;
            case CURRENT -> Unit.AMPERE;
            case TIME -> Unit.SECOND;
            case CHARGE -> Unit.COULOMB;
            case SCANS, PASSES -> Unit.COUNT;
        };
    }

    static Rest rest(final String name, final EndCondition end) {
        return new Rest(name, end, Optional.empty());
    }

    static ConstantCurrent current(final String name, final double ampere, final EndCondition end) {
        return new ConstantCurrent(name, new Amount(ampere, Unit.AMPERE), end, Optional.empty());
    }

    static ConstantCurrent current(final String name, final double ampere, final EndCondition end,
        final EndCondition scanWhen) {
        return new ConstantCurrent(name, new Amount(ampere, Unit.AMPERE), end, Optional.of(scanWhen));
    }

    static ConstantPotential hold(final String name, final double volt, final EndCondition end) {
        return new ConstantPotential(name, new Amount(volt, Unit.VOLT), new Amount(0.05, Unit.AMPERE), end,
            Optional.empty());
    }

    static ConstantCurrentConstantPotential currentThenHold(final String name, final double ampere, final double volt,
        final EndCondition end) {
        return new ConstantCurrentConstantPotential(name, new Amount(ampere, Unit.AMPERE), new Amount(volt, Unit.VOLT),
            end, Optional.empty());
    }

    static Scan scan(final String name, final int count) {
        return new Scan(name, count);
    }

    static Loop loop(final String name, final EndCondition until, final Step... steps) {
        return new Loop(name, List.of(steps), until);
    }

    /**
     * That of the paper, with its rates in terms of the capacity.
     *
     * @param period of sampling, seconds
     * @param rate of the discharge
     */
    static Protocol paper(final double period, final double rate) {
        final EndCondition halfHour = seconds(1800);
        final EndCondition small = new Threshold(Quantity.CURRENT, false, new Amount(0.1, Unit.C_RATE));
        return protocol(period, 60, rest("open circuit", seconds(300)), scan("pristine", 1),
            loop("charge", atLeast(Quantity.SCANS, 6),
                new ConstantCurrent("constant current", new Amount(1. / 3, Unit.C_RATE),
                    atLeast(Quantity.POTENTIAL, 4.3), Optional.of(halfHour)),
                new ConstantPotential("constant potential", new Amount(4.3, Unit.VOLT), new Amount(0.5, Unit.C_RATE),
                    NEVER, Optional.of(any(small, halfHour)))),
            new ConstantCurrent("discharge", new Amount(-rate, Unit.C_RATE), atMost(Quantity.POTENTIAL, 2.5),
                Optional.of(halfHour)),
            scan("end", 2));
    }
}
