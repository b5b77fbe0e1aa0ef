// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CommandScanTriggerTest extends ScanTriggerContract {

    @BeforeAll
    static void needsAShell() {
        Assumptions.assumeTrue(File.separatorChar == '/', "the commands of this test are of a Unix shell");
    }

    @Override
    protected TomographyControl control() {
        return new ShellControl(folder);
    }

    /** A script that waits for a file. */
    private static final class ShellControl implements TomographyControl {

        private final Path folder;

        ShellControl(final Path folder) {
            this.folder = folder;
        }

        @Override
        public ScanTrigger trigger() {
            return new CommandScanTrigger(new ScanTriggerSetup.Command("cd '" + folder + "'"
                + "; echo asking for $ELECTRODE4D_STEP of $ELECTRODE4D_RUN; while [ ! -e end ]; do sleep 0.01; done; "
                + "read code id < end; rm end; [ $code = 0 ] || echo $id >&2; echo $id; exit $code", ""));
        }

        private void end(final String text) throws IOException {
            final Path part = Files.writeString(folder.resolve("part"), text);
            Files.move(part, folder.resolve("end"), StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public String finish(final String scanId) throws Exception {
            end("0 " + scanId + "\n");
            return scanId;
        }

        @Override
        public boolean fail(final String reason) throws Exception {
            end("7 " + reason + "\n");
            return true;
        }

        @Override
        public boolean vanish() {
            return false;
        }

        @Override
        public void close() {
            // the trigger ends the script
        }
    }

    private static ScanTrigger command(final String command, final String scanId) {
        return new CommandScanTrigger(new ScanTriggerSetup.Command(command, scanId));
    }

    @Test
    void aFailedCommandTellsItsErrors() throws Exception {
        assertEquals("Scan T0 failed: 'echo no beam >&2; exit 3' ended with exit code 3 and said 'no beam'. Run it by "
            + "hand to find out why.", ScanFailures.of(command("echo no beam >&2; exit 3", ""), request("T0")));
        assertEquals("Scan T0 failed: 'echo x' printed 'x', which has no identifier of a scan like 'id=(.*)'. Let it "
            + "print one, or correct the pattern.", ScanFailures.of(command("echo x", "id=(.*)"), request("T0")));
    }

    @Test
    void aCommandThatNoShellUnderstandsIsFoundBefore() {
        final IOException e = assertThrows(IOException.class, () -> command("echo 'a", "").check());
        assertTrue(e.getMessage().contains("is no command that the shell understands"), e.getMessage());
    }

    @Test
    void valuesAreHarmlessInTheEnvironment() throws Exception {
        final ScanRequest evil = new ScanRequest("T0", "a; rm -rf `x` $(y)", 3.7, -0.5);
        assertEquals("Scan T0 failed: 'echo \"$ELECTRODE4D_RUN $ELECTRODE4D_CHARGE\" >&2; exit 1' ended with exit code "
            + "1 and said 'a__rm_-rf__x____y_ -0.5'. Run it by hand to find out why.",
            ScanFailures.of(command("echo \"$ELECTRODE4D_RUN $ELECTRODE4D_CHARGE\" >&2; exit 1", ""), evil));
    }

    @Test
    void whatIsGivenUpIsKilledWithItsChildren() throws Exception {
        final Path alive = folder.resolve("alive");
        final ScanTrigger trigger =
            command("(trap '' TERM; while true; do date +%N > '" + alive + "'; sleep 0.05; done) & wait", "");
        trigger.start(request("T0"));
        await(() -> Files.exists(alive));
        trigger.close();
        await(() -> {
            final String before = Files.readString(alive);
            Thread.sleep(500);
            return before.equals(Files.readString(alive));
        });
        assertFalse(trigger.poll().isPresent());
    }

    /** Something that comes true. */
    private interface Condition {
        boolean met() throws Exception;
    }

    private static void await(final Condition condition) throws Exception {
        final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.met()) {
            assertTrue(System.nanoTime() < end, "in vain");
            Thread.sleep(1);
        }
    }
}
