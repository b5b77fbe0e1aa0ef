// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import org.electrode4d.acquisition.instrument.Identity;

/**
 * What a guard must know.
 *
 * @param run identifier, for messages
 * @param instrument kind, address and template in their text form
 * @param identity what the instrument said it was
 * @param timeout seconds without a heartbeat after which the program counts as hanging; at least 1
 * @param retries how long it tries before it raises the alarm; it goes on trying for an hour after that
 * @param folder where {@code guard.log} is written: that of the run's log
 * @param alarm command for the alarm, see {@link CommandAlarm}; empty for none
 */
public record GuardSettings(String run, String instrument, Identity identity, double timeout, SafeStateRetries retries,
    Path folder, String alarm) {

    /** Seconds without a heartbeat that no run which works needs. */
    public static final double TIMEOUT = 15;

    private static final int COUNT = 11;

    /** Refuses a time-out that a busy machine would reach. */
    public GuardSettings {
        if (!(timeout >= 1) || Double.isInfinite(timeout)) {
            throw new IllegalArgumentException("The guard is to wait " + timeout
                + " s for a heartbeat; it must be 1 s or more, and finite.");
        }
    }

    /** As words of a command line. Coded, since line ends and quotes do not survive on every system. */
    List<String> toArguments() {
        final List<String> words = new ArrayList<>();
        for (final String word : List.of(run, instrument, identity.manufacturer(), identity.model(),
            identity.serialNumber(), identity.firmware(), Double.toString(timeout),
            Integer.toString(retries.attempts()), Double.toString(retries.time()), folder.toAbsolutePath().toString(),
            alarm)) {
            words.add("=" + Base64.getUrlEncoder().encodeToString(word.getBytes(StandardCharsets.UTF_8)));
        }
        return words;
    }

    /** From the words of a command line. */
    static GuardSettings of(final String... arguments) {
        if (arguments.length != COUNT) {
            throw new IllegalArgumentException("A guard takes " + COUNT + " arguments, but got " + arguments.length
                + ". It is started by the run that it watches, not by hand.");
        }
        final String[] word = Arrays.stream(arguments)
            .map(a -> new String(Base64.getUrlDecoder().decode(a.substring(1)), StandardCharsets.UTF_8))
            .toArray(String[]::new);
        int next = 0;
        final String run = word[next++];
        final String instrument = word[next++];
        final Identity identity = new Identity(word[next++], word[next++], word[next++], word[next++]);
        final double timeout = Double.parseDouble(word[next++]);
        final SafeStateRetries retries =
            new SafeStateRetries(Integer.parseInt(word[next++]), Double.parseDouble(word[next++]));
        return new GuardSettings(run, instrument, identity, timeout, retries, Path.of(word[next++]), word[next]);
    }
}
