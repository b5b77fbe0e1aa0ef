// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EscapeTest {

    @Test
    void markupStaysText() {
        assertEquals("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp;amp; &quot;",
            Escape.text("<script>alert('1')</script> &amp; \""));
    }

    @Test
    void controlCharactersBecomeSigns() {
        assertEquals("a\u2400b\u241Bc\u2421d\u240D\n\t", Escape.text("a\u0000b\u001Bc\u007Fd\r\n\t"));
        assertEquals("\uFFFD", Escape.text("\u0085"));
    }

    @Test
    void marksThatTurnTheDirectionOfWritingAreSeen() {
        assertEquals("report[U+202E]gnp.exe", Escape.text("report\u202Egnp.exe"));
        assertEquals("[U+200F][U+2066][U+061C][U+FEFF]", Escape.text("\u200F\u2066\u061C\uFEFF"));
    }

    @Test
    void halvesOfCharactersAndNoCharactersAreReplaced() {
        assertEquals("a\uFFFDb\uFFFD", Escape.text("a\uD83Db\uFFFF"));
    }

    @Test
    void lettersOfAllLanguagesStay() {
        final String text = "µm³ Δ שלום 電池 🔋 ± −";
        assertEquals(text, Escape.text(text));
    }
}
