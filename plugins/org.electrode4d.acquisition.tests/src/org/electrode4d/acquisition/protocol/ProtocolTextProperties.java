// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever protocol there is: its text is read as the same protocol, and written as the same text. */
class ProtocolTextProperties {

    @Provide
    Arbitrary<Protocol> protocols() {
        return Protocols.any();
    }

    @Property(tries = 300)
    void aProtocolComesBackFromItsText(@ForAll("protocols") final Protocol protocol) {
        final String text = ProtocolText.format(protocol);
        final Protocol read = ProtocolText.parse(text, "text");
        assertEquals(protocol, read, text);
        assertEquals(text, ProtocolText.format(read));
    }

    @Provide
    Arbitrary<Amount> amounts() {
        return Protocols.amounts();
    }

    @Property(tries = 3000)
    void anAmountComesBackToTheLastBit(@ForAll("amounts") final Amount amount) {
        final String text = Dimension.format(amount);
        assertEquals(amount, Dimension.of(amount.unit()).parse(text), text);
    }

    @Provide
    Arbitrary<EndCondition> conditions() {
        return Protocols.conditions();
    }

    @Property(tries = 500)
    void aConditionComesBackFromItsText(@ForAll("conditions") final EndCondition condition) {
        final String text = ConditionText.format(condition);
        assertEquals(condition, ConditionText.parse(text), text);
    }

    @Property(tries = 500)
    void anyTextIsReadOrRefusedWithAMessage(@ForAll final String text) {
        try {
            ProtocolText.parse(text, "text");
        } catch (ProtocolFormatException e) {
            assertEquals("text", e.getMessage().substring(0, 4));
        }
    }
}
