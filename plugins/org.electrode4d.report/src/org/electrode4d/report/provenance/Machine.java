// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.provenance;

import java.util.List;

import org.electrode4d.report.Facts.Fact;
import org.electrode4d.report.Numbers;

/** What ran the program. */
public final class Machine {

    private Machine() {
    }

    /** Java, operating system, processors and the memory that Java may use. */
    public static List<Fact> facts() {
        return List.of(
            Fact.of("Java", System.getProperty("java.version") + ", " + System.getProperty("java.vm.name") + " ("
                + System.getProperty("java.vendor") + ")"),
            Fact.of("Operating system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch")),
            Fact.of("Processors", Integer.toString(Runtime.getRuntime().availableProcessors())),
            Fact.of("Memory that Java may use", Numbers.bytes(Runtime.getRuntime().maxMemory())));
    }
}
