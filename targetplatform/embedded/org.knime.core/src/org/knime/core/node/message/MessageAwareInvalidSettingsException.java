// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.message;

import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.InvalidSettingsException;

/** Invalid settings that know what the user can do about them. */
final class MessageAwareInvalidSettingsException extends InvalidSettingsException implements MessageAwareException {

    private static final long serialVersionUID = 1L;

    private final transient Message message;

    MessageAwareInvalidSettingsException(final Message message, final Throwable cause) {
        super(message.getSummary(), cause);
        this.message = message;
    }

    @Override
    public Message getKNIMEMessage() {
        return message;
    }
}
