// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Somebody is called. */
class AlarmTest {

    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theCommandGetsTheMessage() throws IOException {
        final Path told = folder.resolve("told");
        new CommandAlarm("echo \"$1/$ELECTRODE4D_ALARM\" > '" + told + "'").raise("it's on; \"off\" $HOME");
        assertEquals("it's on; \"off\" $HOME/it's on; \"off\" $HOME\n", Files.readString(told));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatFailsIsTold() {
        final IOException e = assertThrows(IOException.class, () -> new CommandAlarm("exit 3").raise("on"));
        assertEquals("The command of the alarm, exit 3, failed with code 3.", e.getMessage());
    }

    @Test
    void allAreCalledWhateverBecomesOfTheFirst() {
        final List<String> called = new ArrayList<>();
        final Alarm all = Alarm.all(List.of(message -> {
            throw new IllegalStateException("no mail");
        }, called::add));
        final IOException e = assertThrows(IOException.class, () -> all.raise("on"));
        assertTrue(e.getMessage().contains("no mail"));
        assertEquals(List.of("on"), called);
    }
}
