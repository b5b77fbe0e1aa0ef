// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** What is too large for a table itself, such as a volume: reports show what it says of itself. */
public interface Reported {

    /** One line: name, size, unit. */
    String reportText();

    /** A hash of the content, known without reading it; empty where there is none. */
    String reportChecksum();

    /** A small picture of the content; null where there is none. */
    BufferedImage reportPicture() throws IOException;
}
