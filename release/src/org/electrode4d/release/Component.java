// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.release;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A jar of a release with all that is known of it.
 *
 * @param library what it is
 * @param version of Maven
 * @param classifier the system that native code is for; empty without
 * @param sha256 of the jar
 * @param parts what others have put into it, or we into a plug-in of ours
 * @param places where it lies in the files of the release
 */
record Component(Library library, String version, String classifier, String sha256, List<Library> parts,
    List<String> places) {

    /** A component as package URL, such as {@code pkg:maven/org.nd4j/nd4j-native@1.0.0?classifier=linux-x86_64}. */
    String packageUrl() {
        return "pkg:maven/" + encoded(library.group()) + "/" + encoded(library.title()) + "@" + encoded(version)
            + (classifier.isEmpty() ? "" : "?classifier=" + encoded(classifier));
    }

    private static String encoded(final String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
