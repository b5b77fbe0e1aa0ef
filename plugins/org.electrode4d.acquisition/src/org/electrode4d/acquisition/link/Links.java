// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.link;

import java.io.IOException;

import org.electrode4d.acquisition.Clock;
import org.electrode4d.acquisition.link.LinkAddress.Serial;
import org.electrode4d.acquisition.link.LinkAddress.Tcp;

/** Opens links. */
public final class Links {

    private Links() {
    }

    /**
     * Opens a link. Within about 5 seconds. The first serial port loads a native library.
     *
     * @param clock of the deadlines of {@link Link#read}; must run by itself
     * @throws IOException if there is nothing at the address, or somebody else uses it: with what there is and what to
     *             do
     */
    public static Link open(final LinkAddress address, final Clock clock) throws IOException {
        return address instanceof Serial serial ? SerialLink.open(serial, clock)
            : TcpLink.open((Tcp)address, clock);
    }
}
