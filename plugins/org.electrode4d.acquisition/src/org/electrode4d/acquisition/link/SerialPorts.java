// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.util.ArrayList;
import java.util.List;

import com.fazecast.jSerialComm.SerialPort;

/** The serial ports of this computer. Loads a native library when used. */
public final class SerialPorts {

    private SerialPorts() {
    }

    /**
     * A serial port.
     *
     * @param name as in {@link LinkAddress.Serial#port()}
     * @param description of what is behind it, as far as the system knows; may be empty
     */
    public record Port(String name, String description) {
    }

    /** The ports that there are now, in the system's order. */
    public static List<Port> list() {
        final List<Port> ports = new ArrayList<>();
        for (final SerialPort port : SerialPort.getCommPorts()) {
            ports.add(new Port(port.getSystemPortPath(), port.getDescriptivePortName()));
        }
        return List.copyOf(ports);
    }
}
