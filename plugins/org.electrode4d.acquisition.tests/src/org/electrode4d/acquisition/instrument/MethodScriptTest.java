// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.link.Transcript;
import org.junit.jupiter.api.Test;

/** Numbers, packages and errors of MethodSCRIPT. */
final class MethodScriptTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);

    private MethodScriptInstrument answering(final Map<String, String> answers) {
        return new MethodScriptInstrument(new ScriptedLink(clock, answers::get), clock, Transcript.NONE, 2, 0.5);
    }

    @Test
    void numbersHaveAPrefixAndNoPoint() {
        assertEquals("0", MethodScriptProgram.literal(0));
        assertEquals("4300500u", MethodScriptProgram.literal(4.3005));
        assertEquals("-11100n", MethodScriptProgram.literal(-1.11e-5));
        assertEquals("1800", MethodScriptProgram.literal(1800));
        assertEquals("20m", MethodScriptProgram.literal(0.02));
        assertEquals("33333333p", MethodScriptProgram.literal(1e-4 / 3));
        assertEquals("99999999k", MethodScriptProgram.literal(99_999_999e3));
        assertThrows(IllegalArgumentException.class, () -> MethodScriptProgram.literal(1e15));
    }

    @Test
    void packagesAreRead() throws IOException {
        // 0.01 as 10 m, -2.5 µA as -2500 n: from the public examples' rule
        assertEquals(new MethodScriptPackage(OptionalDouble.of(0.01), OptionalDouble.empty()),
            MethodScriptPackage.parse("it", "Pab800000Am"));
        final MethodScriptPackage both =
            MethodScriptPackage.parse("it", "Pab8000004 ,10,20B;ba7FFF63Cn,14,200;eb8000001i");
        assertEquals(4, both.potential().orElseThrow());
        assertEquals(-2.5e-6, both.current().orElseThrow(), 1e-18);
        assertEquals(4.3, MethodScriptPackage.parse("it", "Pda8419CE0u;ba8000000 ").potential().orElseThrow(), 1e-12);
    }

    @Test
    void whatIsNoMeasurementIsRefused() {
        for (final String wrong : List.of("Pab     nan", "Pab800000Am,12,20B", "Pab800000", "Pab800000Am;ba8000",
            "P", "Pab80000ZAm", "Pab800000Am;", "Pab800000Am,1A")) {
            assertThrows(InvalidReadingException.class, () -> MethodScriptPackage.parse("it", wrong), wrong);
        }
    }

    @Test
    void anEmStatPicoIsRefused() {
        final WrongInstrumentException e = assertThrows(WrongInstrumentException.class,
            () -> answering(Map.of("Z", "Z!0006\n", "t", "tespico1201#Nov 27 2019 14:25:46\nR*\n")).identify());
        assertTrue(e.getMessage().contains("cannot regulate a current"), e.getMessage());
    }

    @Test
    void anErrorInAScriptIsToldWithItsPlace() throws IOException {
        final MethodScriptInstrument instrument = answering(Map.of("Z", "Z!0006\n", "e", "e!4012: Line 3, Col 7\n"));
        final InstrumentException e =
            assertThrows(InstrumentException.class, () -> instrument.prepare(Bench.LIMITS));
        assertTrue(e.getMessage().contains("refused a script: \"e!4012: Line 3, Col 7\""), e.getMessage());
    }

    @Test
    void anotherEchoIsRefused() {
        final InvalidReadingException e = assertThrows(InvalidReadingException.class,
            () -> answering(Map.of("Z", "Z!0006\n", "e", "E\n")).prepare(Bench.LIMITS));
        assertTrue(e.getMessage().contains("expected the echo e"), e.getMessage());
    }

    @Test
    void aScriptHoldsItsBoundsAndEndsWithTheCellOff() {
        final List<String> script = MethodScriptProgram.of(new Setpoint.Current(1.11e-5, 2.5, 4.3, 1800), 0.5);
        assertTrue(script.containsAll(List.of("meas_loop_cp e i 11100n 500m 1800", "if e >= 4300500u",
            "if e <= 2499500u", "breakloop")), script.toString());
        assertEquals(List.of("on_finished:", "cell_off"), script.subList(script.size() - 2, script.size()));
        assertTrue(String.join("\n", script).length() < 4000);
    }

    @Test
    void theLongestScriptIsBelowFourThousandCharacters() {
        assertTrue(String.join("\n", MethodScriptProgram.of(new Setpoint.Potential(4.3, 1.11e-5, 1800), 0.5)).length()
            < 4000);
    }
}
