// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.electrode4d.acquisition.Setpoint;
import org.electrode4d.acquisition.SystemClock;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.link.SerialPorts;
import org.electrode4d.acquisition.link.Transcript;
import org.electrode4d.acquisition.simulation.CellModel;
import org.electrode4d.acquisition.simulation.SimulatedCell;
import org.electrode4d.acquisition.simulation.SimulatedInstrument;
import org.electrode4d.acquisition.simulation.TcpHost;

/**
 * A program that initialises every class of the plug-in but those of ports, and uses instruments in the same process
 * and over TCP.
 */
final class EveryClass {

    private EveryClass() {
    }

    public static void main(final String[] arguments) throws Exception {
        for (final String name : names()) {
            Class.forName(name);
        }
        for (final InstrumentKind kind : InstrumentKind.values()) {
            final Bench bench = new Bench(kind, 0.5);
            final Instrument instrument = bench.prepared(kind);
            instrument.apply(new Setpoint.Current(Bench.THIRD, 2.5, 4.3, 100));
            instrument.read();
            instrument.outputOff();
        }
        final SystemClock clock = new SystemClock();
        try (TcpHost host = TcpHost.open(SimulatedInstrument.create(InstrumentKind.KEITHLEY_2450,
            new SimulatedCell(CellModel.microCell())), clock)) {
            InstrumentSetup.of(InstrumentKind.KEITHLEY_2450, new LinkAddress.Tcp("localhost", host.port()))
                .open(clock, Transcript.NONE).close();
        }
        LinkAddress.parse("serial:/dev/ttyUSB0?baud=9600");
        if (arguments[0].startsWith("serial")) {
            SerialPorts.list();
        }
    }

    private static List<String> names() throws IOException {
        final Path place = Path.of(URI.create(Setpoint.class.getProtectionDomain().getCodeSource().getLocation()
            .toString()));
        if (Files.isDirectory(place)) {
            return names(place);
        }
        try (FileSystem archive = FileSystems.newFileSystem(place)) {
            return names(archive.getPath("/"));
        }
    }

    private static List<String> names(final Path root) throws IOException {
        final Path folder = root.resolve(Setpoint.class.getPackageName().replace('.', '/'));
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.map(path -> root.relativize(path).toString()).filter(path -> path.endsWith(".class"))
                .map(path -> path.substring(0, path.length() - ".class".length()).replace('/', '.'))
                .filter(name -> !name.matches(".*(Test|Properties|Contract|SerialLink|SerialPorts|SerialControlLines"
                    + "|PseudoTerminal)(\\$.*)?")).toList();
        }
    }
}
