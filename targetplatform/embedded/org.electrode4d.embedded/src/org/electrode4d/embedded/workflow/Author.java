// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.workflow;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Who wrote and who last changed a workflow; each field may be null.
 *
 * @param author first author
 * @param authored when, as stored
 * @param editor last editor
 * @param edited when, as stored
 */
public record Author(String author, String authored, String editor, String edited) {

    private static final DateTimeFormatter STORED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z");

    /** The current user, now, as author and without an editor. */
    public static Author now() {
        return new Author(System.getProperty("user.name"), stamp(), null, null);
    }

    /** An author at a given time, without an editor. */
    public static Author at(final String author, final Instant time) {
        return new Author(author, stamp(time.atOffset(ZoneOffset.UTC)), null, null);
    }

    /** The same author with the current user, now, as last editor. */
    Author editedNow() {
        return new Author(author, authored, System.getProperty("user.name"), stamp());
    }

    static String stamp() {
        return STORED.format(OffsetDateTime.now(ZoneOffset.UTC));
    }

    static String stamp(final OffsetDateTime time) {
        return STORED.format(time);
    }
}
