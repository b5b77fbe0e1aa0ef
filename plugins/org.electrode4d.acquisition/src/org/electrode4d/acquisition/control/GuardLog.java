// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.Transcript;

/**
 * What a guard did, in a file of its own: the log of the run belongs to another process, which may still hold it.
 * One line each, with date and time of day, on the disk when a method returns. A file that cannot be written stops
 * nothing: the guard has more important things to do.
 */
final class GuardLog implements Transcript, Closeable {

    /** Its name, in the folder of the run's log. */
    static final String NAME = "guard.log";

    private final FileChannel file;
    private final Clock clock;
    private final String prefix;

    /** @param run for each line */
    GuardLog(final Path folder, final Clock clock, final String run) throws IOException {
        this.file = FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE,
            StandardOpenOption.APPEND);
        this.clock = clock;
        this.prefix = " guard " + ProcessHandle.current().pid() + " of run " + run + ": ";
    }

    void write(final String text) {
        try {
            final ByteBuffer line = StandardCharsets.UTF_8
                .encode(clock.instant() + prefix + text.replace('\n', ' ').replace('\r', ' ') + "\n");
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
        } catch (IOException e) {
            // A full disk: what is done for the cell is done all the same.
            return;
        }
    }

    @Override
    public void sent(final String line) {
        write("> " + line);
    }

    @Override
    public void received(final String line) {
        write("< " + line);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
