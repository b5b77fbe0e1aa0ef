// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.acquisition.link.LinkAddress;
import org.knime.node.parameters.widget.choices.Label;

/** The parity bit of a serial port. */
enum ParityChoice {

    /** No parity bit. */
    @Label("None")
    NONE(LinkAddress.Parity.NONE),

    /** An even number of ones. */
    @Label("Even")
    EVEN(LinkAddress.Parity.EVEN),

    /** An odd number of ones. */
    @Label("Odd")
    ODD(LinkAddress.Parity.ODD),

    /** Always one. */
    @Label("Mark")
    MARK(LinkAddress.Parity.MARK),

    /** Always zero. */
    @Label("Space")
    SPACE(LinkAddress.Parity.SPACE);

    /** What the link calls it. */
    final LinkAddress.Parity parity;

    ParityChoice(final LinkAddress.Parity parity) {
        this.parity = parity;
    }
}
