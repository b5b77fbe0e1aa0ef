// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.instrument.Identity;
import org.electrode4d.acquisition.instrument.InstrumentKind;
import org.electrode4d.acquisition.instrument.InstrumentSetup;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.InstrumentServer;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.SimulatedPotentiostat;
import org.electrode4d.acquisition.simulation.TcpHost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, of which one dies. */
class GuardTest {

    /** Seconds in which the cell is safe after the guard has noticed; the machine may be busy. */
    private static final double SOON = 8;

    @TempDir
    private Path folder;

    private final SystemClock clock = new SystemClock();
    private final SimulatedPotentiostat potentiostat =
        new SimulatedPotentiostat(new SimulatedCell(CellModel.microCell()));
    private InstrumentServer server;
    private TcpHost host;
    private LinkAddress address;
    private Process program;

    @BeforeEach
    void switchOn() throws IOException {
        server = SimulatedInstrument.create(InstrumentKind.KEITHLEY_2450, potentiostat);
        host = TcpHost.open(server, clock);
        address = new LinkAddress.Tcp("127.0.0.1", host.port());
    }

    @AfterEach
    void switchOff() throws IOException {
        host.close();
        if (program != null) {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly();
        }
    }

    private boolean connected() {
        synchronized (server) {
            return potentiostat.connected();
        }
    }

    private double secondsUntilOff() throws InterruptedException {
        final double start = clock.seconds();
        while (connected() && clock.seconds() < start + 20) {
            Thread.sleep(10);
        }
        return clock.seconds() - start;
    }

    private String guardLog() throws IOException {
        return Files.readString(folder.resolve("guard.log"));
    }

    private String guardLogWith(final String text) throws IOException, InterruptedException {
        final double start = clock.seconds();
        while (!guardLog().contains(text) && clock.seconds() < start + SOON) {
            Thread.sleep(10);
        }
        assertTrue(guardLog().contains(text), this::log);
        return guardLog();
    }

    private String log() {
        try {
            return guardLog() + Files.readString(folder.resolve("program.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Returns when it samples and the output is on. */
    private void start(final String ending) throws IOException {
        final String classes = GuardClassPath.place(GuardedProgram.class).toString();
        program = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"), "-cp",
            classes + File.pathSeparator + GuardClassPath.text(), GuardedProgram.class.getName(),
            InstrumentSetup.of(InstrumentKind.KEITHLEY_2450, address).text(), folder.toString(), ending))
            .redirectError(folder.resolve("program.log").toFile()).start();
        final BufferedReader output = program.inputReader();
        assertEquals("sampling", output.readLine(), this::log);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatDiesLeavesTheCellSafe() throws Exception {
        start("halt");
        assertTrue(connected());
        final IOException busy = assertThrows(IOException.class, () -> InstrumentLock.acquire(address, "second"));
        assertTrue(busy.getMessage().contains("in use by run guarded of process " + program.pid()),
            busy.getMessage());
        final ProcessHandle guard = program.children().findFirst().orElseThrow();
        for (final String signal : List.of("INT", "HUP", "TERM")) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(guard.pid())).start().waitFor();
        }
        program.getOutputStream().close();
        assertEquals(GuardedProgram.BROKEN, program.waitFor());
        assertTrue(secondsUntilOff() < SOON, this::log);
        final String log = guardLogWith("The output is off, verified at attempt 1.");
        assertTrue(log.contains("takes over: the program has ended without making the cell safe."), log);
        guard.onExit().get(10, TimeUnit.SECONDS);
        InstrumentLock.acquire(address, "next").close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProgramThatHangsIsEndedAndTheCellIsSafe() throws Exception {
        start("stop");
        assertTrue(secondsUntilOff() < GuardedProgram.TIMEOUT + SOON, this::log);
        assertTrue(program.waitFor(10, TimeUnit.SECONDS));
        final String log = guardLogWith("The output is off, verified at attempt 1.");
        assertTrue(log.contains("nothing was heard of the program for 1.5 s. It is ended."), log);
    }

    @Test
    void aProgramThatIsToldToEndMakesSafeItself() throws Exception {
        start("exit");
        assertTrue(program.waitFor(20, TimeUnit.SECONDS));
        assertFalse(connected(), this::log);
        assertTrue(Files.readString(folder.resolve("run.log")).contains("The program was told to end."), this::log);
        guardLogWith("ends: the cell is safe.");
    }

    @Test
    void theGuardMustKnowTheInstrument() throws IOException {
        final IOException e = assertThrows(IOException.class, () -> GuardProcess.start(new GuardSettings("run",
            "no instrument", new Identity("", "", "", ""), 5, SafeStateRetries.DEFAULT, folder, "")));
        assertTrue(e.getMessage().startsWith("The guard of the run did not start. The output stays off. See "),
            e.getMessage());
        assertTrue(guardLog().contains("is no instrument"), this::log);
    }

    @Test
    void settingsSurviveACommandLine() {
        final GuardSettings settings = new GuardSettings("ruñ \"1\"", "text\nof two lines",
            new Identity("", "M", "", "F"), 10, SafeStateRetries.DEFAULT, folder, "mail -s \"$1\" me");
        assertEquals(settings, GuardSettings.of(settings.toArguments().toArray(new String[0])));
    }
}
