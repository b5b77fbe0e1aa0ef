// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.util.Optional;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.LinkAddress;
import org.electrode4d.acquisition.log.LogSink;
import org.electrode4d.acquisition.scan.ScanTrigger;

/**
 * What a run is connected to.
 *
 * @param instrument how to connect to it
 * @param address that is kept for this run alone; empty for an instrument that nobody else can reach
 * @param scans the tomography control; closed by whoever opened it
 * @param log that is begun, or gone on with; closed by whoever opened it
 * @param clock of the run
 */
public record RunDevices(InstrumentOpener instrument, Optional<LinkAddress> address, ScanTrigger scans, LogSink log,
    Clock clock) {
}
