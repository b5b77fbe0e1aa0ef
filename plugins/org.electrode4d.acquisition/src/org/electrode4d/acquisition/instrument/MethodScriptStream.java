// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Scripts that are started and aborted, and the packages that they send meanwhile. For one thread. */
final class MethodScriptStream {

    private static final String NO_SCRIPT = "Z!0006";
    private static final Pattern ERROR = Pattern.compile(".?![0-9A-F]{4}(:.*)?");
    private static final Pattern MARK = Pattern.compile("[MLC][0-9A-Fa-f]*|[*+-]|T.*");

    private final LineChannel channel;
    private final String name;
    private boolean running;
    private Optional<MethodScriptPackage> newest = Optional.empty();
    private Optional<InvalidReadingException> fault = Optional.empty();

    /** @param name of the instrument, for messages */
    MethodScriptStream(final LineChannel channel, final String name) {
        this.channel = channel;
        this.name = name;
    }

    /** Whether a script runs, as far as is known: its end has not been seen. */
    boolean running() {
        return running;
    }

    /** Whether there is a package, or something that should have been one. */
    boolean hasArrived() {
        return newest.isPresent() || fault.isPresent();
    }

    /**
     * Takes the newest package, so that it is not read twice; empty if there is none.
     *
     * @throws InvalidReadingException if something came after it that is none
     */
    Optional<MethodScriptPackage> take() throws InvalidReadingException {
        final Optional<MethodScriptPackage> taken = newest;
        final Optional<InvalidReadingException> invalid = fault;
        forget();
        if (taken.isEmpty() && invalid.isPresent()) {
            throw invalid.get();
        }
        return taken;
    }

    private void forget() {
        newest = Optional.empty();
        fault = Optional.empty();
    }

    /** Reads what has arrived. */
    void listen() throws IOException {
        for (Optional<String> line = arrived(); line.isPresent(); line = arrived()) {
            accept(line.get());
        }
    }

    private Optional<String> arrived() throws IOException {
        return channel.lineBefore(Double.NEGATIVE_INFINITY);
    }

    /** Waits for a package or the end of the script. */
    void await() throws IOException {
        while (running && !hasArrived()) {
            accept(channel.readLine());
        }
    }

    /** Waits for the end of the script. */
    void awaitEnd() throws IOException {
        while (running) {
            accept(channel.readLine());
        }
    }

    private void accept(final String line) throws IOException {
        if (line.isEmpty()) {
            running = false;
        } else if (line.startsWith("P")) {
            forget();
            try {
                newest = Optional.of(MethodScriptPackage.parse(name, line));
            } catch (InvalidReadingException e) {
                fault = Optional.of(e);
            }
        } else if (ERROR.matcher(line).matches()) {
            throw new InstrumentException(name + " reports " + LineChannel.quoted(line) + " while a script runs.");
        } else if (!MARK.matcher(line).matches()) {
            fault = Optional.of(new InvalidReadingException(name + " sent " + LineChannel.quoted(line)
                + ", which is neither a package nor a mark of a loop."));
        }
    }

    /** Starts a script while none runs. */
    void start(final List<String> script) throws IOException {
        forget();
        final List<String> lines = new ArrayList<>();
        lines.add("e");
        lines.addAll(script);
        lines.add("");
        channel.distrust();
        channel.send(lines);
        String echo = channel.readLine();
        while (echo.isEmpty() || echo.equals("Z") || echo.equals(NO_SCRIPT)) {
            // an answer to an abort that came late
            echo = channel.readLine();
        }
        refuseError(echo);
        if (!echo.equals("e")) {
            throw new InvalidReadingException(name + " answered " + LineChannel.quoted(echo)
                + " to e; expected the echo e.");
        }
        running = true;
        final String first = channel.readLine();
        refuseError(first);
        accept(first);
        channel.trust();
    }

    private void refuseError(final String line) throws InstrumentException {
        if (ERROR.matcher(line).matches()) {
            throw new InstrumentException(name + " refused a script: " + LineChannel.quoted(line) + ".");
        }
    }

    /** Ends a script if one runs or could run. */
    void stop() throws IOException {
        if (running || !channel.trusted()) {
            abort();
        }
    }

    /** Ends whatever script runs, which switches the cell off, until the instrument says that none does. */
    void abort() throws IOException {
        channel.distrust();
        endHalfScript();
        channel.dropUntilQuiet();
        while (!channel.query("Z").equals(NO_SCRIPT)) {
            channel.dropUntilQuiet();
        }
        // also gives the instrument the pause that it wants after an error
        channel.dropUntilQuiet();
        running = false;
        channel.trust();
    }

    /** Aborts; and if a program died while it sent a script, this spoils that script and ends it. */
    void endHalfScript() throws IOException {
        channel.send(List.of("Z", ""));
    }
}
