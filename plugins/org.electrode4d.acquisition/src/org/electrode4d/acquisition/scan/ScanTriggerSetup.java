// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonPointer;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.SerialControlLines;

/**
 * How the tomography control is reached, as data. All refuse with an {@link IllegalArgumentException} what can never
 * work. Texts may hold {step}, {run}, {potential} (V) and {charge} (C); patterns are regular expressions of which the
 * first group counts, or all that they match if they have none.
 */
public sealed interface ScanTriggerSetup {

    /** In one line, for logs and errors. */
    String text();

    /** A trigger; opens a serial port if that is the way, and nothing else. */
    ScanTrigger open(Clock clock) throws IOException;

    /**
     * A server that takes lines.
     *
     * @param host name or address
     * @param port 1 to 65535
     * @param request line that asks for a scan
     * @param answer pattern of the line that tells the end of it, with its identifier
     * @param error pattern of the line that tells a failure; empty for none
     */
    record Tcp(String host, int port, String request, String answer, String error) implements ScanTriggerSetup {
        /** Refuses what can never work. */
        public Tcp {
            SetupChecks.text("host", host);
            SetupChecks.text("request", request);
            SetupChecks.range("port", port, 1, 65535);
            SetupChecks.template(request);
            SetupChecks.pattern(answer);
            AnswerPattern.optional(error);
        }

        @Override
        public String text() {
            return "tcp:" + host + ":" + port;
        }

        @Override
        public ScanTrigger open(final Clock clock) {
            return new TcpScanTrigger(this);
        }
    }

    /**
     * A web server.
     *
     * @param method GET, POST, PUT
     * @param url of the request
     * @param body of the request; empty for none. Values are escaped as in a JSON text
     * @param contentType of the body
     * @param scanId where the identifier of the scan is in the answer: a JSON pointer, {@code /scan/id}, or a pattern
     * @param progress how its end is found out
     */
    record Http(String method, String url, String body, String contentType, String scanId, Progress progress)
        implements ScanTriggerSetup {

        /**
         * How the end of a scan is found out.
         *
         * @param url that is asked until the scan is done, with {scan} for its identifier; empty if the request itself
         *            is answered at the end of the scan
         * @param done pattern in the answer when it is done
         * @param failed pattern in the answer when it failed; empty for none
         * @param period seconds between two questions
         */
        public record Progress(String url, String done, String failed, double period) {
            /** The request is answered at the end of the scan. */
            public static final Progress NONE = new Progress("", "", "", 1);

            /** Refuses what can never work. */
            public Progress {
                SetupChecks.template(url);
                if (!url.isEmpty()) {
                    SetupChecks.url(url);
                    SetupChecks.pattern(done);
                }
                AnswerPattern.optional(failed);
                SetupChecks.range("period [s]", period, 0.01, 3600);
            }
        }

        /** Refuses what can never work. */
        public Http {
            SetupChecks.text("method", method);
            SetupChecks.url(url);
            SetupChecks.template(url);
            SetupChecks.template(body);
            if (scanId.startsWith("/")) {
                JsonPointer.compile(scanId);
            } else {
                SetupChecks.pattern(scanId);
            }
        }

        @Override
        public String text() {
            return method + " " + url;
        }

        @Override
        public ScanTrigger open(final Clock clock) {
            return new HttpScanTrigger(this);
        }
    }

    /**
     * A command of the shell of this computer. It finds the request in the environment variables ELECTRODE4D_STEP,
     * ELECTRODE4D_RUN, ELECTRODE4D_POTENTIAL (V) and ELECTRODE4D_CHARGE (C), with other characters than letters,
     * digits and {@code . + - _} replaced; nothing is put into the command itself. Exit code 0 is success.
     *
     * @param command as one would type it
     * @param scanId pattern of the identifier in what it prints; empty for the last line
     */
    record Command(String command, String scanId) implements ScanTriggerSetup {
        /** Refuses what can never work. */
        public Command {
            SetupChecks.text("command", command);
            AnswerPattern.optional(scanId);
        }

        @Override
        public String text() {
            return "command: " + command;
        }

        @Override
        public ScanTrigger open(final Clock clock) {
            return new CommandScanTrigger(this);
        }
    }

    /**
     * Control lines of a serial port.
     *
     * @param port {@code COM3}, {@code /dev/ttyUSB0}
     * @param signal what goes over them
     * @param scanId text of the identifier, which the lines do not tell: may hold {number}, the scans of this trigger
     *            counted from the first number, with at least four digits
     * @param firstNumber of the first scan; 0 or more
     */
    record Ttl(String port, TtlSignal signal, String scanId, int firstNumber) implements ScanTriggerSetup {
        /** Refuses what can never work. */
        public Ttl {
            SetupChecks.text("port", port);
            SetupChecks.text("scanId", scanId);
            SetupChecks.template(scanId.replace(TtlScanTrigger.NUMBER, ""));
            SetupChecks.range("first number", firstNumber, 0, Integer.MAX_VALUE);
        }

        @Override
        public String text() {
            return "lines " + signal.output() + " and " + signal.input() + " of serial:" + port;
        }

        @Override
        public ScanTrigger open(final Clock clock) throws IOException {
            return new TtlScanTrigger(this, SerialControlLines.open(port));
        }
    }

    /**
     * A folder that both sides see. {@code T3.request} appears in it, at once complete, with step, run, potential and
     * charge as lines {@code name=value}. The other side answers with {@code T3.done}, which holds the identifier of
     * the scan, or {@code T3.failed}, which holds the reason.
     *
     * @param folder that exists
     * @param period seconds between two looks
     */
    record Folder(Path folder, double period) implements ScanTriggerSetup {
        /** Refuses what can never work. */
        public Folder {
            SetupChecks.range("period [s]", period, 0.01, 3600);
        }

        @Override
        public String text() {
            return "folder: " + folder;
        }

        @Override
        public ScanTrigger open(final Clock clock) {
            return new FileScanTrigger(this);
        }
    }

    /**
     * Scans that take time and nothing else.
     *
     * @param duration of each in seconds
     */
    record Simulated(double duration) implements ScanTriggerSetup {
        /** Refuses what can never work. */
        public Simulated {
            SetupChecks.range("duration [s]", duration, 0, 1e6);
        }

        @Override
        public String text() {
            return "simulated scans of " + duration + " s";
        }

        @Override
        public ScanTrigger open(final Clock clock) {
            return new SimulatedScanTrigger(clock, duration);
        }
    }
}
