// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

/**
 * The control lines of a port of this computer. Both outputs are released. The operating system may assert them for a
 * moment while the port is opened, so whatever listens should be armed after that.
 */
public final class SerialControlLines implements ControlLines {

    private final SerialPort port;

    private SerialControlLines(final SerialPort port) {
        this.port = port;
    }

    /**
     * Opens a port; the native library is loaded here.
     *
     * @param name of the port: {@code COM3}, {@code /dev/ttyUSB0}
     * @throws IOException if there is no such port, or if another program has it
     */
    public static ControlLines open(final String name) throws IOException {
        final SerialPort port;
        try {
            port = SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("serial:" + name + ": There is no such port. Plug the device in, or choose another "
                + "port.", e);
        }
        port.clearDTR();
        port.clearRTS();
        if (!port.openPort()) {
            throw new IOException("serial:" + name + ": The port cannot be opened (error " + port.getLastErrorCode()
                + "). Close the program that uses it, or check the permissions.");
        }
        final SerialControlLines lines = new SerialControlLines(port);
        try {
            lines.setDtr(false);
            lines.setRts(false);
        } catch (IOException e) {
            port.closePort();
            throw e;
        }
        return lines;
    }

    @Override
    public String name() {
        return "serial:" + port.getSystemPortName();
    }

    @Override
    public void setDtr(final boolean asserted) throws IOException {
        requireSet(asserted ? port.setDTR() : port.clearDTR(), "DTR");
    }

    @Override
    public void setRts(final boolean asserted) throws IOException {
        requireSet(asserted ? port.setRTS() : port.clearRTS(), "RTS");
    }

    private void requireSet(final boolean done, final String line) throws IOException {
        requirePort();
        if (!done) {
            throw new IOException(name() + ": The line " + line + " cannot be set (error " + port.getLastErrorCode()
                + "). The port may have no control lines; use another adapter.");
        }
    }

    /** The library tells a released line and a vanished port in the same way; on Unix the device tells them apart. */
    private void requirePort() throws LinkClosedException {
        final String path = port.getSystemPortPath();
        if (!port.isOpen() || path.startsWith("/") && !Files.exists(Path.of(path))) {
            throw new LinkClosedException(name() + ": The port is gone. Was the adapter unplugged?");
        }
    }

    @Override
    public boolean cts() throws IOException {
        requirePort();
        return port.getCTS();
    }

    @Override
    public boolean dsr() throws IOException {
        requirePort();
        return port.getDSR();
    }

    @Override
    public boolean dcd() throws IOException {
        requirePort();
        return port.getDCD();
    }

    @Override
    public void close() {
        port.closePort();
    }
}
