// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.internal;

import org.knime.core.node.message.Message;

/** An exception that carries a structured message. */
public interface MessageAwareException {

    /** @return the message with summary, issues and resolutions */
    Message getKNIMEMessage();
}
