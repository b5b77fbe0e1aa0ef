// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.electrode4d.acquisition.link.LinkAddress;

/** Where instruments are, as text. */
class InstrumentSetupProperties {

    @Provide
    static Arbitrary<LinkAddress> addresses() {
        final Arbitrary<LinkAddress> serial = Combinators.combine(
            Arbitraries.strings().withChars("/devttyUSB0 %?&=#|ü").ofMinLength(1).filter(name -> !name.isBlank()),
            Arbitraries.integers().between(50, 4_000_000), Arbitraries.integers().between(5, 8),
            Arbitraries.integers().between(1, 2), Arbitraries.of(LinkAddress.Parity.values()),
            Arbitraries.of(LinkAddress.FlowControl.values())).as(LinkAddress.Serial::new);
        final Arbitrary<LinkAddress> tcp = Combinators.combine(
            Arbitraries.of("localhost", "192.168.0.10", "::1", "fe80::1%eth0", "potentiostat.example.org"),
            Arbitraries.integers().between(1, 65_535)).as(LinkAddress.Tcp::new);
        return Arbitraries.oneOf(serial, tcp);
    }

    @Property(tries = 300)
    void anAddressComesBack(@ForAll("addresses") final LinkAddress address) {
        assertEquals(address, LinkAddress.parse(address.text()));
    }

    @Property(tries = 300)
    void aSetupComesBack(@ForAll("addresses") final LinkAddress address, @ForAll final InstrumentKind kind,
        @ForAll("files") final String file, @ForAll("times") final double time) {
        final InstrumentSetup setup = new InstrumentSetup(kind, address,
            kind == InstrumentKind.TEXT ? Optional.of(Path.of(file)) : Optional.empty(), time);
        assertEquals(setup, InstrumentSetup.parse(setup.text()));
        assertTrue(setup.text().lines().count() == 1, setup.text());
    }

    @Provide
    static Arbitrary<String> files() {
        return Arbitraries.strings().withChars("/my instrument=%20.yaml").ofMinLength(1)
            .filter(name -> !name.isBlank());
    }

    @Provide
    static Arbitrary<Double> times() {
        return Arbitraries.doubles().between(0.1, 60);
    }

    @Example
    void shortFormsAreUnderstood() {
        assertEquals(LinkAddress.Serial.of("/dev/ttyUSB0", 115_200),
            LinkAddress.parse("serial:/dev/ttyUSB0?baud=115200"));
        assertEquals(new LinkAddress.Serial("COM3", 9600, 7, 2, LinkAddress.Parity.EVEN,
            LinkAddress.FlowControl.RTS_CTS),
            LinkAddress.parse("serial:COM3?baud=9600&data=7&stop=2&parity=even&flow=rts-cts"));
        assertEquals(new LinkAddress.Tcp("::1", 5025), LinkAddress.parse("tcp://[::1]:5025"));
    }

    @Example
    void whatIsWrongIsNamed() {
        refused("/dev/ttyUSB0", "is no address of an instrument");
        refused("serial:/dev/ttyUSB0", "baud rate of /dev/ttyUSB0 is 0; it must be between 50 and 4000000");
        refused("serial:?baud=9600", "has no name");
        refused("serial:COM1?baud=fast", "\"fast\" for a number");
        refused("serial:COM1?baud=9600&baud=9600", "the setting \"baud=9600\"");
        refused("serial:COM1?baud=9600&bits=8", "the unknown setting \"bits\"");
        refused("serial:COM1?baud=9600&parity=high", "the Parity \"high\"");
        refused("serial:COM1?baud=9600&stop=3", "stop bits of COM1 is 3");
        refused("tcp://host:0", "TCP port of host is 0");
        refused("tcp://host", "is no address");
        assertThrows(IllegalArgumentException.class, () -> InstrumentSetup.parse("keithley_2450 at home"));
        assertThrows(IllegalArgumentException.class,
            () -> InstrumentSetup.parse("keithley answer=2 link=tcp://host:1"));
        assertThrows(IllegalArgumentException.class, () -> InstrumentSetup.parse("text answer=2 link=tcp://host:1"));
        assertThrows(IllegalArgumentException.class, () -> InstrumentSetup.parse("zahner answer=0 link=tcp://host:1"));
    }

    private static void refused(final String address, final String expected) {
        final IllegalArgumentException e =
            assertThrows(IllegalArgumentException.class, () -> LinkAddress.parse(address));
        assertTrue(e.getMessage().contains(expected), e.getMessage());
    }
}
