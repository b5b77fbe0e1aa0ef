// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The protocol of Häusler et al. 2026 ("Electrochemical charging and discharging protocol"; supplement, Note 3 and
 * Fig. S6): a cell is charged with constant current, then at constant potential, and discharged, and scanned on the
 * way. {@link #paper()} has the paper's values.
 *
 * <p>Where we differ: the paper has no safety limits and no end of the discharge but its potential; we end it also when
 * more charge has passed than a healthy cell can hold. The paper's text discharges at C/6, a figure's caption says C/5;
 * the text is followed. The methods let the charging also end when "the current had sufficiently stabilized", without a
 * number; the flow in the supplement, which is followed, counts the scans only.</p>
 *
 * @param capacity of the cell in coulomb
 * @param chargeRate of the constant current, in multiples of the capacity per hour (1/3 is C/3); also the largest
 *            current of the hold
 * @param upperPotential at which the constant current ends and which is held, in volt
 * @param cutOffRate current at or below which a scan is taken in the hold, in multiples of the capacity per hour
 * @param scanInterval seconds of charge or discharge after which a scan is taken at the latest
 * @param chargingScans number of scans that end the charging
 * @param dischargeRate in multiples of the capacity per hour
 * @param lowerPotential at which the discharge ends, in volt
 * @param openCircuit seconds at open circuit at the beginning
 * @param restBeforeScan seconds at open circuit before each scan
 * @param samplingPeriod seconds between two samples
 */
public record InSituProtocol(double capacity, double chargeRate, double upperPotential, double cutOffRate,
    double scanInterval, int chargingScans, double dischargeRate, double lowerPotential, double openCircuit,
    double restBeforeScan, double samplingPeriod) {

    /** Coulomb: the paper's 33.3 µAh, 3.5 mAh/cm² on a cathode of 1.1 mm diameter. */
    public static final double PAPER_CAPACITY = 0.11988;

    private static final double SAFETY_TIME = 48 * 3600.;

    /** The values of the paper. */
    public static InSituProtocol paper() {
        return new InSituProtocol(PAPER_CAPACITY, 1. / 3, 4.3, 1. / 10, 1800, 6, 1. / 6, 2.5, 600, 60, 5);
    }

    /** The protocol. */
    public Protocol protocol() {
        return new Protocol("In situ lithiation of silicon", OptionalDouble.of(capacity), samplingPeriod,
            restBeforeScan,
            Presets.limits(capacity, lowerPotential, upperPotential, Math.max(chargeRate, dischargeRate), SAFETY_TIME),
            List.of(
                Presets.openCircuit(openCircuit),
                new Step.Scan("pristine", 1), charging(),
                Presets.discharge(dischargeRate, lowerPotential, Optional.of(Presets.timeAtLeast(scanInterval))),
                new Step.Scan("discharged", 2)));
    }

    /** Charges until enough scans have been taken, be it in the midst of the constant current or of the hold. */
    private Step charging() {
        final Amount rate = new Amount(chargeRate, Amount.Unit.C_RATE);
        final Amount upper = new Amount(upperPotential, Amount.Unit.VOLT);
        final EndCondition interval = Presets.timeAtLeast(scanInterval);
        final EndCondition cutOff = new EndCondition.Any(List.of(new EndCondition.Threshold(Quantity.CURRENT, false,
            new Amount(cutOffRate, Amount.Unit.C_RATE)), interval));
        return new Step.Loop("charging", List.of(
            new Step.ConstantCurrent("constant current", rate,
                new EndCondition.Threshold(Quantity.POTENTIAL, true, upper), Optional.of(interval)),
            new Step.ConstantPotential("constant potential", upper, rate, new EndCondition.Never(),
                Optional.of(cutOff))),
            new EndCondition.Threshold(Quantity.SCANS, true, new Amount(chargingScans, Amount.Unit.COUNT)));
    }
}
