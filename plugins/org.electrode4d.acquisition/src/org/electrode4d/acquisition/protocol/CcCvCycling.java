// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Plain cycles without scans, as in the pre-tests in the laboratory (Häusler et al. 2026, supplement, Note 2 and
 * Fig. S4): constant current, constant potential until the current has decayed, discharge. The paper does not tell the
 * rate of the discharge there; C/3 is assumed. It does not bound the hold either, though the current of such small
 * cells may never decay; here a time does.
 *
 * @param capacity of the cell in coulomb
 * @param chargeRate in multiples of the capacity per hour (1/3 is C/3)
 * @param upperPotential in volt
 * @param cutOffRate current at or below which the hold ends, in multiples of the capacity per hour
 * @param mostChargeTime seconds after which a charge ends in any case
 * @param dischargeRate in multiples of the capacity per hour
 * @param lowerPotential in volt
 * @param cycles number of cycles; at least 1
 * @param openCircuit seconds at open circuit at the beginning
 * @param samplingPeriod seconds between two samples
 */
public record CcCvCycling(double capacity, double chargeRate, double upperPotential, double cutOffRate,
    double mostChargeTime, double dischargeRate, double lowerPotential, int cycles, double openCircuit,
    double samplingPeriod) {


    private static final double HOUR = 3600;

    /** The values of the paper, for three cycles. */
    public static CcCvCycling paper() {
        return new CcCvCycling(InSituProtocol.PAPER_CAPACITY, 1. / 3, 4.3, 1. / 10, 12 * HOUR, 1. / 3, 2.5, 3, 600, 10);
    }

    /** The protocol. */
    public Protocol protocol() {
        return new Protocol("CC-CV cycling", OptionalDouble.of(capacity), samplingPeriod, 0,
            Presets.limits(capacity, lowerPotential, upperPotential, Math.max(chargeRate, dischargeRate), mostTime()),
            List.of(
            Presets.openCircuit(openCircuit),
            new Step.Loop("cycles",
                List.of(charge(), Presets.discharge(dischargeRate, lowerPotential, Optional.empty())),
                new EndCondition.Threshold(Quantity.PASSES, true, new Amount(cycles, Amount.Unit.COUNT)))));
    }

    private Step charge() {
        final EndCondition decayed =
            new EndCondition.Threshold(Quantity.CURRENT, false, new Amount(cutOffRate, Amount.Unit.C_RATE));
        return new Step.ConstantCurrentConstantPotential("charge", new Amount(chargeRate, Amount.Unit.C_RATE),
            new Amount(upperPotential, Amount.Unit.VOLT),
            new EndCondition.Any(List.of(decayed, Presets.timeAtLeast(mostChargeTime))), Optional.empty());
    }

    /** Seconds that all cycles need at most, and an hour more. */
    private double mostTime() {
        final double cycle = mostChargeTime + Presets.MOST_DISCHARGE / dischargeRate * HOUR;
        return Math.ceil((openCircuit + cycles * cycle) / HOUR + 1) * HOUR;
    }
}
