// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;

import org.electrode4d.acquisition.VirtualClock;
import org.junit.jupiter.api.Test;

final class MethodScriptServerTest {

    private final VirtualClock clock = new VirtualClock(Instant.EPOCH);
    private final SimulatedCell cell = new SimulatedCell(CellModel.microCell().withInitialCharge(0.5));
    private final MethodScriptServer server = new MethodScriptServer(cell);
    private final Dialogue meter = new Dialogue(server, clock);

    private void script(final String... lines) {
        meter.tell("e");
        meter.tell(lines);
        meter.tell("");
    }

    /** The number of a variable of a packet, with the prefix micro. */
    private static double micro(final String variable) {
        return (Integer.parseInt(variable.substring(2, 9), 16) - (1 << 27)) * 1e-6;
    }

    @Test
    void saysWhatItIs() {
        meter.tell("t");
        assertEquals(List.of("tes4_hr1300#Jan  1 2026 12:00:00", "R*"), meter.hear(2));
        assertEquals("iES4HR26A0001", meter.ask("i"));
        assertEquals("v0105", meter.ask("v"));
        assertEquals("Z!0006", meter.ask("Z"));
        assertEquals("x!0003", meter.ask("x"));
    }

    @Test
    void numbersAreEncodedAsInTheManual() {
        assertEquals("ab8000000a", new ScriptValue(0, "ab", false).encode());
        assertEquals("ja800000Ai", new ScriptValue(10, "ja", true).encode());
        assertEquals("ab7F81700u", new ScriptValue(-0.5184, "ab", false).encode());
        assertEquals("ba     nan", new ScriptValue(Double.NaN, "ba", false).encode());
        assertEquals(0.1, ScriptValue.parse("100m").number(), 1e-15);
        assertTrue(ScriptValue.parse("1i").integer());
        assertEquals(null, ScriptValue.parse("0.1"));
    }

    @Test
    void measuresAtRest() {
        script("var p", "set_pgstat_chan 0", "set_pgstat_mode 3", "cell_off", "meas 100m p ab", "pck_start",
            "pck_add p", "pck_end");
        assertEquals("e", meter.hear());
        final String packet = meter.hear();
        assertTrue(packet.matches("Pab[0-9A-F]{7}u,10,207"), packet);
        assertEquals(cell.potential(), micro(packet.substring(1)), 1e-6);
        assertEquals("", meter.hear());
        assertTrue(clock.seconds() > 0.1);
    }

    @Test
    void theScriptStopsTheCurrentAtTheLimit() {
        script("var e", "var i", "var t", "set_pgstat_mode 6", "set_max_bandwidth 40", "set_range db 100u", "set_i 30u",
            "cell_on", "timer_start", "meas_loop_cp e i 30u 1 2000", "timer_get t", "pck_start", "pck_add e",
            "pck_add i", "pck_add t", "pck_end", "if e >= 4300m", "breakloop", "endif", "endloop", "on_finished:",
            "cell_off");
        assertEquals(List.of("e", "M0009"), meter.hear(2));
        String packet = meter.hear();
        int count = 0;
        while (packet.startsWith("P")) {
            count++;
            final String[] variables = packet.substring(1).split(";");
            assertTrue(variables[0].matches("ab.{8},1.,2.."), packet);
            assertTrue(variables[1].matches("db[0-9A-F]{7}[a-z]"), packet);
            packet = meter.hear();
        }
        assertEquals("*", packet);
        assertEquals("", meter.hear());
        assertTrue(count > 100 && count < 2000, count + " packets");
        assertEquals(4.3, cell.history().maxPotentialSeen(), 2e-3);
        assertEquals(0, cell.current(), 1e-15);
        assertEquals(count + 0.01, clock.seconds(), 0.02);
    }

    @Test
    void anAbortRunsWhatFollowsTheLabel() {
        script("var e", "var i", "set_pgstat_mode 2", "set_e 4200m", "cell_on", "meas_loop_ca e i 4200m 500m 100",
            "pck_start", "pck_add e", "pck_add i", "pck_end", "endloop", "on_finished:", "cell_off");
        assertEquals(List.of("e", "M0007"), meter.hear(2));
        assertTrue(meter.hear().startsWith("Pda8401640u;ba"));
        meter.tell("Z");
        assertEquals(List.of("Z", "*", ""), meter.hear(3));
        assertEquals(0, cell.current(), 1e-15);
        assertEquals("Z!0006", meter.ask("Z"));
    }

    @Test
    void theCellStaysOnWhenAScriptDoesNotSwitchItOff() {
        script("set_pgstat_mode 2", "set_e 4200m", "cell_on", "wait 1");
        assertEquals(List.of("e", ""), meter.hear(2));
        assertTrue(cell.current() > 1e-6);
        script("set_pgstat_mode 6");
        assertEquals(List.of("e", ""), meter.hear(2));
        assertEquals(0, cell.current(), 1e-15);
    }

    @Test
    void errorsSayWhere() {
        script("var e", "set_pgstat_mood 2");
        assertEquals("e!4001: Line 2, Col 1", meter.hear());
        script("var e", "", "");
        assertEquals(List.of("e", ""), meter.hear(2));
        script("set_e  4200m 1");
        assertEquals("e!4002: Line 1, Col 14", meter.hear());
        script("set_pgstat_mode 2", "set_e 4.2");
        assertEquals(List.of("e", "!4005: Line 2, Col 7", ""), meter.hear(3));
        script("set_pgstat_mode 2", "set_range_minmax da 2500m 4300m", "set_e 4400m");
        assertEquals(List.of("e", "!4006: Line 3, Col 7", ""), meter.hear(3));
        script("var i", "if 1i > 0i", "endloop");
        assertEquals("e!4000: Line 3, Col 1", meter.hear());
    }

    @Test
    void branchesAndLoops() {
        script("var n", "store_var n 0i ja", "loop n < 4i", "add_var n 1i", "if n == 1i", "send_string \"one\"",
            "elseif n == 2i", "send_string \"two\"", "elseif n == 3i", "breakloop", "else", "send_string \"never\"",
            "endif", "endloop", "pck_start", "pck_add n", "pck_end");
        assertEquals(List.of("e", "L", "Tone", "Ttwo", "+", "Pja8000003i", ""), meter.hear(7));
    }

    @Test
    void anErrorInTheDeviceEndsTheScriptAndOpensTheRelay() {
        script("set_pgstat_mode 2", "set_e 4200m", "cell_on", "wait 100", "on_finished:", "cell_off");
        assertEquals("e", meter.hear());
        server.latchError(clock.seconds());
        assertEquals(List.of("!0004", ""), meter.hear(2));
        assertEquals(0, cell.current(), 1e-15);
    }
}
