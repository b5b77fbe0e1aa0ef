// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.LinkAddress;

/**
 * Keeps an instrument for one run. A lock of the operating system on a file in {@code java.io.tmpdir}, so that it is
 * gone with its process, however that dies. The file stays, for the next.
 */
public final class InstrumentLock implements Closeable {

    /** A byte behind all text: what is locked cannot be read on some systems, and the text must be. */
    private static final long LOCKED_BYTE = 1L << 40;
    private static final int HASH_DIGITS = 16;
    private static final double PERIOD = 0.1;
    /**
     * Who holds a lock in this program. Asked first: where a file is opened a second time, closing it gives the first
     * one's lock away on some systems.
     */
    private static final Map<String, String> HELD = new ConcurrentHashMap<>();

    private final String key;
    private final FileChannel channel;

    private InstrumentLock(final String key, final FileChannel channel) {
        this.key = key;
        this.channel = channel;
    }

    /**
     * Locks at once or not at all.
     *
     * @param run for the message of the next who tries
     * @throws IOException if another run has it, which is named, or if the file cannot be written
     */
    public static InstrumentLock acquire(final LinkAddress address, final String run) throws IOException {
        final String key = key(address);
        final String holder = HELD.putIfAbsent(key, run);
        if (holder != null) {
            throw new IOException(busy(address, "run " + holder + " of this program"));
        }
        boolean locked = false;
        try {
            final InstrumentLock lock = new InstrumentLock(key, lock(address, file(key), run));
            locked = true;
            return lock;
        } finally {
            if (!locked) {
                HELD.remove(key);
            }
        }
    }

    /** Tries for some time: whoever had it may just be dying. */
    public static InstrumentLock acquire(final LinkAddress address, final String run, final Clock clock,
        final double seconds) throws IOException, InterruptedException {
        final double deadline = clock.seconds() + seconds;
        while (true) {
            try {
                return acquire(address, run);
            } catch (IOException e) {
                if (clock.seconds() >= deadline) {
                    throw e;
                }
            }
            clock.sleepUntil(clock.seconds() + PERIOD);
        }
    }

    private static FileChannel lock(final LinkAddress address, final Path file, final String run) throws IOException {
        final FileChannel channel = open(address, file);
        boolean locked = false;
        try {
            final FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw new IOException(busy(address, Files.readString(file)));
            }
            channel.truncate(0);
            channel.write(StandardCharsets.UTF_8.encode("run " + run + " of process "
                + ProcessHandle.current().pid()));
            locked = true;
            return channel;
        } finally {
            if (!locked) {
                channel.close();
            }
        }
    }

    private static FileChannel open(final LinkAddress address, final Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        } catch (AccessDeniedException e) {
            throw new IOException(describe(address) + " was used by another user of this computer, and the file " + file
                + " that keeps it for one run cannot be opened. Delete that file if nobody uses the instrument.", e);
        }
    }

    private static String busy(final LinkAddress address, final String holder) {
        return describe(address) + " is in use by " + holder + ". Wait until that has ended, or choose another "
            + "instrument.";
    }

    private static String describe(final LinkAddress address) {
        if (address instanceof LinkAddress.Serial serial) {
            return "The instrument at " + serial.port();
        }
        final LinkAddress.Tcp tcp = (LinkAddress.Tcp)address;
        return "The instrument at " + tcp.host() + ":" + tcp.port();
    }

    /** One key for all names of a port: links to a device, names and numbers of a host. */
    private static String key(final LinkAddress address) {
        if (address instanceof LinkAddress.Serial serial) {
            try {
                return "serial " + Path.of(serial.port()).toRealPath();
            } catch (IOException | InvalidPathException e) {
                // COM3 is no path; and a port that is absent is told by who opens it
                return "serial " + serial.port().toUpperCase(Locale.ROOT);
            }
        }
        final LinkAddress.Tcp tcp = (LinkAddress.Tcp)address;
        try {
            return "tcp " + InetAddress.getByName(tcp.host()).getHostAddress() + " " + tcp.port();
        } catch (UnknownHostException e) {
            // a host that is unknown is told by who connects to it
            return "tcp " + tcp.host() + " " + tcp.port();
        }
    }

    private static Path file(final String key) {
        try {
            final byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Path.of(System.getProperty("java.io.tmpdir"),
                "electrode4d-" + HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS) + ".lock");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Gives the instrument free. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                channel.close();
            } finally {
                HELD.remove(key);
            }
        }
    }
}
