// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Logger;

import org.junit.jupiter.api.Test;
import org.knime.core.internal.MessageAwareException;
import org.knime.core.node.NodeLogger.LEVEL;
import org.knime.core.node.message.Message;
import org.knime.core.node.workflow.NodeMessage;

class MessageTest {

    private static final Message MESSAGE = Message.builder().withSummary("The shapes differ")
        .addTextIssue("16 x 16 x 16 and 16 x 16 x 8").addTextIssue("and more").addResolutions("Crop", "Pad").build()
        .orElseThrow();

    @Test
    void aMessageTellsItsFirstIssue() {
        assertEquals("The shapes differ\n16 x 16 x 16 and 16 x 16 x 8", MESSAGE.toLogPrintable());
        assertEquals(List.of("Crop", "Pad"), MESSAGE.getResolutions());
        assertEquals(2, Message.builder().addTextIssue("a").addTextIssue("b").getIssueCount());
        assertFalse(Message.builder().addTextIssue("no summary").build().isPresent());
        assertThrows(IllegalArgumentException.class, () -> Message.fromSummary(null));
    }

    @Test
    void messagesBecomeNodeMessagesAndBack() {
        NodeMessage nodeMessage = MESSAGE.toNodeMessage(NodeMessage.Type.WARNING);
        assertEquals("WARNING: The shapes differ", nodeMessage.toString());
        assertEquals(MESSAGE, Message.fromNodeMessage(nodeMessage));
        assertEquals(MESSAGE, MESSAGE.modify().build().orElseThrow());
        assertThrows(IllegalArgumentException.class, () -> Message.fromNodeMessage(NodeMessage.NONE));
    }

    @Test
    void exceptionsCarryMessages() {
        IOException cause = new IOException("disk full");
        KNIMEException e = KNIMEException.of(MESSAGE, cause);
        assertEquals("The shapes differ", e.getMessage());
        assertSame(cause, e.getCause());
        assertSame(MESSAGE, e.toUnchecked().getKNIMEMessage());
        assertEquals("disk full", new KNIMEException(null, cause).getKNIMEMessage().getSummary());
        InvalidSettingsException invalid = MESSAGE.toInvalidSettingsException();
        assertSame(MESSAGE, ((MessageAwareException)invalid).getKNIMEMessage());
    }

    @Test
    void writersGetTheirLevels() {
        StringWriter log = new StringWriter();
        NodeLogger logger = NodeLogger.getLogger("org.example.Strain");
        Logger.getLogger("org.example.Strain").setUseParentHandlers(false);
        NodeLogger.addWriter(log, LEVEL.WARN, LEVEL.FATAL);
        try {
            logger.info("not this");
            logger.warn(() -> "half-window size " + 10);
            logger.error("failed", new IOException("disk full"));
        } finally {
            NodeLogger.removeWriter(log);
        }
        logger.error("nor this");
        assertTrue(log.toString().startsWith("WARN  Strain : half-window size 10"), log.toString());
        assertTrue(log.toString().contains("disk full"));
        assertFalse(log.toString().contains("this"));
    }
}
