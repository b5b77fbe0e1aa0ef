// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.simulation;

import java.io.IOException;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.Link;
import org.electrode4d.acquisition.link.LinkClosedException;
import org.electrode4d.acquisition.simulation.Fault.Kind;

/**
 * A link whose port can be unplugged. Once it was, this link is dead, also when the port is back: a new one must be
 * opened, which fails as long as the port is gone.
 */
public final class FaultyLink implements Link {

    private final Link link;
    private final FaultSchedule schedule;
    private final Clock clock;
    private final double opened;

    private FaultyLink(final Link link, final FaultSchedule schedule, final Clock clock) {
        this.link = link;
        this.schedule = schedule;
        this.clock = clock;
        this.opened = clock.seconds();
    }

    /**
     * A link at a port that a schedule unplugs; its other faults are not looked at.
     *
     * @throws LinkClosedException if the port is gone at this time; the link that was given is closed then
     */
    public static FaultyLink open(final Link link, final FaultSchedule schedule, final Clock clock)
        throws IOException {
        final FaultyLink faulty = new FaultyLink(link, schedule, clock);
        try {
            faulty.checkPlugged();
        } catch (final LinkClosedException e) {
            link.close();
            throw e;
        }
        return faulty;
    }

    @Override
    public String name() {
        return link.name();
    }

    @Override
    public void write(final byte[] bytes) throws IOException {
        checkPlugged();
        link.write(bytes);
    }

    @Override
    public int read(final byte[] buffer, final double deadline) throws IOException {
        checkPlugged();
        double unplugged = Double.POSITIVE_INFINITY;
        for (final Fault fault : schedule.faults()) {
            if (fault.kind() == Kind.UNPLUGGED && fault.start() > clock.seconds()) {
                unplugged = Math.min(unplugged, fault.start());
            }
        }
        final int count = link.read(buffer, Math.min(deadline, unplugged));
        checkPlugged();
        return count;
    }

    @Override
    public void drain() throws IOException {
        checkPlugged();
        link.drain();
    }

    private void checkPlugged() throws LinkClosedException {
        final double now = clock.seconds();
        for (final Fault fault : schedule.faults()) {
            if (fault.kind() == Kind.UNPLUGGED && fault.start() <= now && fault.end() > opened) {
                throw new LinkClosedException("The link " + name() + " is gone: its port was unplugged.");
            }
        }
    }

    @Override
    public void close() throws IOException {
        link.close();
    }
}
