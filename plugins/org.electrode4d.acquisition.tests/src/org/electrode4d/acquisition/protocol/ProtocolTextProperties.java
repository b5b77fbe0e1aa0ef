// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever protocol there is: its text is read as the same protocol, and written as the same text. */
class ProtocolTextProperties {

    @Provide
    Arbitrary<Protocol> protocols() {
        return Protocols.any();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
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

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void anAmountComesBackToTheLastBit(@ForAll("amounts") final Amount amount) {
        final String text = Dimension.format(amount);
        assertEquals(amount, Dimension.of(amount.unit()).parse(text), text);
    }

    @Provide
    Arbitrary<EndCondition> conditions() {
        return Protocols.conditions();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aConditionComesBackFromItsText(@ForAll("conditions") final EndCondition condition) {
        final String text = ConditionText.format(condition);
        assertEquals(condition, ConditionText.parse(text), text);
    }

    @Property(tries = 300)
    void aTextWithATypingErrorIsReadOrRefusedWithAMessage(@ForAll @IntRange(max = 1000) final int at,
        @ForAll @IntRange(max = 3) final int gone, @ForAll("pieces") final String typed) {
        final String text = ProtocolText.format(InSituProtocol.paper().protocol());
        final int start = at % (text.length() - gone);
        final String wrong = text.substring(0, start) + typed + text.substring(start + gone);
        try {
            final Protocol read = ProtocolText.parse(wrong, "text");
            assertEquals(read, ProtocolText.parse(ProtocolText.format(read), "text"));
        } catch (ProtocolFormatException e) {
            assertTrue(e.getMessage().startsWith("text"), e.getMessage());
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.oneOf(Arbitraries.strings().ascii().ofMaxLength(2),
            Arbitraries.of("", "{", "[", "\"", "'", "- ", "\n", ": ", "&a ", "*a", "!x ", "|", "\u0000", "#", "-1",
                "0"));
    }
}
