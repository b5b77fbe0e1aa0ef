// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

/**
 * What is known of a library of others: one line of {@code third-party.tsv}.
 *
 * @param jar name of its jar without version, as {@link BundledJar#name()}; of a part it may end with {@code -*}, which
 *     is in the jars with native code alone
 * @param part empty for the jar itself; else the name of something of others inside of it
 * @param maven {@code group:artifact}; empty for a part that is in no Maven repository
 * @param licence expression of SPDX; of alternatives the first is the one that we use
 * @param copyright what the licence wants to be shown; empty where the jar itself shows it
 * @param url its home page
 */
record Library(String jar, String part, String maven, String licence, String copyright, String url) {

    static Library parse(final String line) {
        final String[] cells = line.split("\t", -1);
        if (cells.length != 6 || cells[0].isEmpty() || cells[3].isEmpty()) {
            throw new ReleaseException("Not a line of third-party.tsv, six columns separated by tabs: " + line);
        }
        return new Library(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
    }

    boolean isPart() {
        return !part.isEmpty();
    }

    /** Whether this is a part of a jar with that name and classifier. */
    boolean isPartOf(final String name, final String classifier) {
        return isPart() && (jar.equals(name) || jar.equals(name + "-*") && !classifier.isEmpty());
    }

    String group() {
        return maven.substring(0, maven.indexOf(':'));
    }

    /** Artifact, or the name of the part. */
    String title() {
        return isPart() ? part : maven.substring(maven.indexOf(':') + 1);
    }

    /** Of alternatives the one that we use: the text of it goes along. */
    String usedLicence() {
        return licence.split(" OR ")[0];
    }
}
