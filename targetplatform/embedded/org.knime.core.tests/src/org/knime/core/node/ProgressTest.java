// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.core.node.message.Message;

class ProgressTest {

    private final List<String> heard = new ArrayList<>();

    private final DefaultNodeProgressMonitor monitor = new DefaultNodeProgressMonitor(
        event -> heard.add(event.getNodeProgress().getProgress() + " " + event.getNodeProgress().getMessage()));

    private final ExecutionMonitor exec = new ExecutionMonitor(monitor);

    @Test
    void changesAreHeardOnce() {
        exec.setMessage("start");
        exec.setProgress(0.5);
        exec.setProgress(0.5);
        exec.setProgress(2, "end");
        assertEquals(List.of("null start", "0.5 start", "1.0 end"), heard);
    }

    @Test
    void partsAddUpToTheWhole() {
        ExecutionMonitor first = exec.createSubProgress(0.25);
        first.setProgress(0.5, "first");
        assertEquals(0.125, monitor.getProgress());
        first.setProgress(1);
        ExecutionMonitor second = exec.createSilentSubProgress(0.5);
        second.setProgress(1, "not shown");
        assertEquals(0.75, monitor.getProgress());
        assertEquals("first", monitor.getMessage());
        ExecutionMonitor nested = exec.createSubProgress(0.25).createSubProgress(0.5);
        nested.setProgress(1);
        assertEquals(0.875, monitor.getProgress());
    }

    @Test
    void cancellationReachesAllParts() throws CanceledExecutionException {
        ExecutionMonitor part = exec.createSubProgress(0.5).createSubProgress(0.5);
        part.checkCanceled();
        monitor.setExecuteCanceled(Message.fromSummary("enough"));
        assertEquals("enough",
            assertThrows(CanceledExecutionException.class, part::checkCanceled).getKNIMEMessage().getSummary());
        exec.createNonCancelableSubProgress().checkCanceled();
        monitor.reset();
        part.checkCanceled();
        assertNull(monitor.getProgress());
    }

    @Test
    void anInterruptedThreadIsCancelled() throws CanceledExecutionException {
        Thread.currentThread().interrupt();
        assertThrows(CanceledExecutionException.class, exec::checkCanceled);
        Thread.interrupted();
        exec.checkCanceled();
    }
}
