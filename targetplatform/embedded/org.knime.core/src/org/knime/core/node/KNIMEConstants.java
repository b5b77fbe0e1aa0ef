// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

/** The version of KNIME whose API this is. */
public final class KNIMEConstants {

    /** 5 of 5.9.0. */
    public static final int MAJOR = 5;

    /** 9 of 5.9.0. */
    public static final int MINOR = 9;

    /** 0 of 5.9.0. */
    public static final int REV = 0;

    /** What follows the third number. */
    public static final String BUILD = "embedded";

    /** All of it. */
    public static final String VERSION = MAJOR + "." + MINOR + "." + REV + "." + BUILD;

    private KNIMEConstants() {
    }
}
