// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.Setpoint;
import org.junit.jupiter.api.Test;

/** The contract, in the language of ZAHNER. */
final class ZahnerContractTest extends InstrumentContract {

    ZahnerContractTest() {
        super(InstrumentKind.ZAHNER, ":SESO:IVAL 1");
    }

    private static Instrument measuring(final Bench bench, final double maxTemperature) throws IOException {
        final Instrument instrument = bench.connect(InstrumentKind.ZAHNER);
        instrument.identify();
        instrument.prepare(new SafetyLimits(2.4, 4.35, 1e-4, 1e6, 1, maxTemperature));
        instrument.apply(new Setpoint.OpenCircuit());
        return instrument;
    }

    @Test
    void theTemperatureIsMeasuredWhereItIsLimited() throws IOException {
        final Bench bench = new Bench(InstrumentKind.ZAHNER, 0.5);
        bench.cell.temperature(61);
        assertEquals(Double.NaN, measuring(bench, Double.POSITIVE_INFINITY).read().temperature());
        final Instrument instrument = measuring(bench, 60);
        assertEquals(61, instrument.read().temperature(), 1e-3);
        bench.cell.temperature(Double.NaN);
        assertEquals(Double.NaN, instrument.read().temperature());
    }
}
