// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.electrode4d.acquisition.Reading;
import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.VirtualClock;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.link.Transcript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates of text instruments. */
final class TextCommandsTest {

    private static final String EXAMPLE = "example-instrument.yaml";

    private static String message(final String template) {
        return assertThrows(IOException.class, () -> TextCommandsReader.read("x.yaml", template)).getMessage();
    }

    @Test
    void theExampleIsComplete() throws IOException {
        final TextCommands example = TextCommands.example();
        assertEquals(List.of("OFF"), example.commands().get("off"));
        assertTrue(example.range().holdsLimits());
        assertEquals("4.300500", example.units().potential().format(4.3005));
    }

    @Test
    void theOrigaFlexHasToBeFilledInFirst(@TempDir final Path folder) throws IOException {
        final String text = TextCommands.shipped("origaflex-ogf500.yaml");
        assertTrue(text.contains("not public"));
        final Path file = Files.writeString(folder.resolve("ogf500.yaml"), text);
        // no port is opened: there would be another message
        final InstrumentSetup setup = new InstrumentSetup(InstrumentKind.TEXT, new LinkAddress.Tcp("localhost", 1),
            Optional.of(file), 2);
        final String message = assertThrows(IOException.class,
            () -> setup.open(new SystemClock(), Transcript.NONE)).getMessage();
        for (final String field : List.of("range.minPotential", "lines.echo", "units.current.sign", "commands.off",
            "questions.identity.ask", "questions.output.on", "questions.reading")) {
            assertTrue(message.contains(field), field + ": " + message);
        }
        assertTrue(message.contains("Fill in from the vendor's documentation"), message);
    }

    @Test
    void everyFieldOfTheExampleIsNeeded() throws IOException {
        int fields = 0;
        for (final String line : TextCommands.shipped(EXAMPLE).split("\n")) {
            if (line.matches("  [a-zA-Z]+: [^{].*")) {
                final String name = line.strip().split(":")[0];
                final String without = TextCommands.shipped(EXAMPLE).replace(line, "  " + name + ":");
                assertTrue(message(without).contains("no value for"), line);
                assertTrue(message(without).contains("." + name), line);
                fields++;
            }
        }
        assertEquals(18, fields);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "maxCurrent: 0.1 | maxCurrent: much | range.maxCurrent of the template x.yaml is \"much\"; expected a number",
        "echo: false | echo: perhaps | lines.echo of the template x.yaml is \"perhaps\"; expected true or false",
        "sentEnd: LF | sentEnd: NL | lines.sentEnd of the template x.yaml is \"NL\"; expected one of LF, CR, CRLF",
        "unit: V, | unit: kV, | units.potential.unit of the template x.yaml is \"kV\"; expected one of V, mV, uV",
        "sign: 1 | sign: 2 | units.current.sign of the template x.yaml is \"2.0\"; expected 1 or -1",
        "decimals: 6 | decimals: 99 | units.potential.decimals of the template x.yaml is \"99.0\"",
        "off: ['OFF'] | off: 'OFF' | commands.off of the template x.yaml is \"OFF\"; expected a list",
        "off: ['OFF'] | off: [] | no value for commands.off",
        "'SETI {current}'] | 'SETI {strom}'] | no placeholder but current, maxCurrent",
        "'SETV {potential}' | 'SETV 4' | a command with {potential}",
        "acknowledgement: OK | acknowledgement: '(' | which is no regular expression",
        "(?<current> | ( | an answer with (?<current>",
        "echo: false | ecko: false | unknown field lines.ecko",
        "echo: false | echo: [ | is no YAML",
        "instrument-1 | instrument-2 | expected electrode4d-text-instrument-1"})
    void whatIsWrongIsNamed(final String right, final String wrong, final String expected) throws IOException {
        final String text = TextCommands.shipped(EXAMPLE);
        assertTrue(text.contains(right), right);
        final String message = message(text.replace(right, wrong));
        assertTrue(message.contains(expected), message);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        final String message = assertThrows(IOException.class,
            () -> TextCommands.load(Path.of("/nowhere/my.yaml"))).getMessage();
        assertTrue(message.contains("/nowhere/my.yaml"), message);
    }

    /** mV, µA, discharging currents positive, every command echoed, no acknowledgements, CR. */
    @Test
    void unitsSignsAndEchoesFollowTheTemplate() throws IOException {
        final String text = TextCommands.shipped(EXAMPLE).replace("unit: V, decimals: 6", "unit: mV, decimals: 2")
            .replace("unit: A, sign: 1, decimals: 9", "unit: uA, sign: -1, decimals: 3")
            .replace("echo: false", "echo: true").replace("acknowledgement: OK", "acknowledgement: none")
            .replace("LF", "CR").replace("changesWhileOn: true", "changesWhileOn: false");
        final VirtualClock clock = new VirtualClock(Instant.EPOCH);
        final String[] on = {"0"};
        final ScriptedLink link = new ScriptedLink(clock, line -> {
            on[0] = line.equals("ON") ? "1" : line.equals("OFF") ? "0" : on[0];
            return line + "\r" + switch (line) {
                case "ID?" -> "E4D-TEXT,1.0\r";
                case "V?" -> "4100.5\r";
                case "I?" -> "-11.1\r";
                case "OUT?" -> on[0] + "\r";
                default -> "";
            };
        });
        final TextInstrument instrument =
            new TextInstrument(TextCommandsReader.read("x.yaml", text), link, clock, Transcript.NONE, 2);
        assertEquals("E4D-TEXT", instrument.identify().model());
        instrument.prepare(Bench.LIMITS);
        link.sent.clear();
        instrument.apply(new Setpoint.Current(1.11e-5, 2.5, 4.3, 100));
        assertEquals(List.of("OFF", "LIMV 2499.50 4300.50", "SETI -11.100", "ON", "OUT?"), link.sent);
        final Reading reading = instrument.read();
        assertEquals(4.1005, reading.potential(), 1e-12);
        assertEquals(1.11e-5, reading.current(), 1e-15);
        assertFalse(reading.stopped());
        on[0] = "0";
        assertTrue(instrument.read().stopped());
    }

    @Test
    void errorsAndOtherEchoesAreRefused() throws IOException {
        final VirtualClock clock = new VirtualClock(Instant.EPOCH);
        final String[] answer = {"OK\n"};
        final TextInstrument instrument = new TextInstrument(TextCommands.example(), new ScriptedLink(clock,
            line -> line.equals("ID?") ? "E4D-TEXT,1.0\n" : line.equals("OUT?") ? "0\n" : answer[0]), clock,
            Transcript.NONE, 2);
        instrument.prepare(Bench.LIMITS);
        answer[0] = "ERR 2 too much\n";
        final InstrumentException e = assertThrows(InstrumentException.class,
            () -> instrument.apply(new Setpoint.Current(1e-5, 2.5, 4.3, 100)));
        assertTrue(e.getMessage().contains("answered \"ERR 2 too much\" to OFF"), e.getMessage());
        answer[0] = "WELL\n";
        assertThrows(InvalidReadingException.class, instrument::outputOff);
    }
}
