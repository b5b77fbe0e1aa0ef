// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import org.knime.core.node.KNIMEConstants;

import picocli.CommandLine.IVersionProvider;

/** Says what runs here, honestly: the stand-in, not KNIME. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[]{"Electrode4D, embedded platform " + KNIMEConstants.VERSION
            + " (a stand-in for the part of KNIME's API that the nodes use)",
            "Java " + System.getProperty("java.version")};
    }
}
