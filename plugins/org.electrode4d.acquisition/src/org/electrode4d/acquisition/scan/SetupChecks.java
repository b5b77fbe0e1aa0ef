// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.net.URI;

/** What can be found wrong with settings before anything is reached. */
final class SetupChecks {

    private SetupChecks() {
    }

    static void text(final String name, final String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The " + name + " of the scan trigger is empty. Enter it.");
        }
        if (value.chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IllegalArgumentException("The " + name + " of the scan trigger has more than one line. Enter "
                + "one line.");
        }
    }

    static void range(final String name, final double value, final double least, final double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("The " + name + " of the scan trigger is " + value + "; it must be from "
                + least + " to " + most + ".");
        }
    }

    static void template(final String value) {
        new RequestText(value);
    }

    static void pattern(final String regex) {
        if (regex.isEmpty()) {
            throw new IllegalArgumentException("The pattern of the answer to the scan trigger is empty. Enter one, "
                + "such as DONE (\\S+).");
        }
        new AnswerPattern(regex);
    }

    static void url(final String url) {
        try {
            final URI uri = URI.create(url.replaceAll("\\{[A-Za-z]+\\}", "x"));
            if (!("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) || uri.getHost() == null) {
                throw new IllegalArgumentException("it has no host");
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The address '" + url + "' of the scan trigger is no web address ("
                + e.getMessage() + "). It must be like http://host:8080/scans.", e);
        }
    }
}
