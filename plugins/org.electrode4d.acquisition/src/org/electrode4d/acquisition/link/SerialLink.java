// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.io.IOException;
import java.util.List;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.LinkAddress.FlowControl;
import org.electrode4d.acquisition.link.LinkAddress.Serial;

/** A serial port, opened for this program alone. Its clock must run by itself. */
final class SerialLink implements Link {

    private static final double WRITE_SECONDS = 1;

    private final Serial address;
    private final SerialPort port;
    private final Polling polling;

    private SerialLink(final Serial address, final SerialPort port, final Polling polling) {
        this.address = address;
        this.port = port;
        this.polling = polling;
    }

    /** @throws IOException if there is no such port, if it is in use, or if it does not take the settings */
    static SerialLink open(final Serial address, final Clock clock) throws IOException {
        final SerialPort port = find(address);
        final boolean taken = port.setComPortParameters(address.baudRate(), address.dataBits(),
            address.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS, parity(address))
            & port.setFlowControl(flowControl(address.flowControl()))
            & port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!taken || !port.openPort(0)) {
            throw new IOException("The serial port " + address.port() + " could not be opened with " + address.text()
                + " (system error " + port.getLastErrorCode() + "): it is in use by another program or run, this user "
                + "may not open it (on Linux the group dialout may), or it does not know these settings.");
        }
        return new SerialLink(address, port, new Polling(clock));
    }

    private static SerialPort find(final Serial address) throws IOException {
        try {
            return SerialPort.getCommPort(address.port());
        } catch (SerialPortInvalidPortException e) {
            final List<String> names = SerialPorts.list().stream().map(SerialPorts.Port::name).toList();
            throw new IOException("There is no serial port " + address.port() + "; "
                + (names.isEmpty() ? "this computer has none" : "there are " + String.join(", ", names))
                + ". Check the cable and the name.", e);
        }
    }

    private static int parity(final Serial address) {
        return switch (address.parity()) {
            case NONE -> SerialPort.NO_PARITY;
            case EVEN -> SerialPort.EVEN_PARITY;
            case ODD -> SerialPort.ODD_PARITY;
            case MARK -> SerialPort.MARK_PARITY;
            case SPACE -> SerialPort.SPACE_PARITY;
        };
    }

    private static int flowControl(final FlowControl flowControl) {
        return switch (flowControl) {
            case NONE -> SerialPort.FLOW_CONTROL_DISABLED;
            case RTS_CTS -> SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED;
            case XON_XOFF -> SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED;
        };
    }

    @Override
    public String name() {
        return "serial:" + address.port();
    }

    @Override
    public void write(final byte[] bytes) throws IOException {
        final double deadline = polling.in(WRITE_SECONDS);
        int written = 0;
        while (written < bytes.length) {
            available();
            final int count = port.writeBytes(bytes, bytes.length - written, written);
            if (count < 0) {
                throw gone();
            }
            written += count;
            if (count == 0 && !polling.pause(deadline)) {
                throw new IOException(name() + " took only " + written + " of " + bytes.length + " bytes within "
                    + WRITE_SECONDS + " s; check the flow control.");
            }
        }
    }

    @Override
    public int read(final byte[] buffer, final double deadline) throws IOException {
        while (available() == 0) {
            if (!polling.pause(deadline)) {
                return 0;
            }
        }
        final int count = port.readBytes(buffer, buffer.length);
        if (count < 0) {
            throw gone();
        }
        return count;
    }

    /** How many bytes there are. Reading and writing do not always fail on a port that has vanished; this does. */
    private int available() throws IOException {
        final int count = port.bytesAvailable();
        if (count < 0) {
            throw gone();
        }
        return count;
    }

    private LinkClosedException gone() {
        return new LinkClosedException("The serial port " + address.port() + " is gone or was closed (system error "
            + port.getLastErrorCode() + "): the cable was unplugged or the instrument switched off.");
    }

    @Override
    public void drain() throws IOException {
        final byte[] dropped = new byte[4096];
        while (available() > 0) {
            read(dropped, Double.NEGATIVE_INFINITY);
        }
    }

    @Override
    public void close() throws IOException {
        if (port.isOpen() && !port.closePort()) {
            throw new IOException("The serial port " + address.port() + " could not be closed (system error "
                + port.getLastErrorCode() + ").");
        }
    }
}
