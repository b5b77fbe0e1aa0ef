// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

import net.jqwik.api.Example;

/** Looks at all classes that a JVM loads. It needs a class path, which there is not inside OSGi. */
class NothingNativeProperties {

    private static String loaded(final String what) throws IOException, InterruptedException {
        final String java = ProcessHandle.current().info().command().orElseThrow();
        final Process process = new ProcessBuilder(List.of(java, "-Xmx256m", "-Xlog:class+load", "-cp",
            System.getProperty("java.class.path"), EveryClass.class.getName(), what)).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), output);
        assertTrue(output.contains("org.electrode4d.acquisition.instrument.Keithley2450 "), "classes are not logged");
        return output;
    }

    @Example
    void noSerialPortMeansNothingNative() throws Exception {
        final String output = loaded("all but serial ports");
        assertFalse(output.contains("com.fazecast."), "jSerialComm is loaded");
        assertFalse(output.contains("com.sun.jna."), "JNA is loaded");
    }

    @Example
    void aSerialPortLoadsTheLibrary() throws Exception {
        assertTrue(loaded("serial ports too").contains("com.fazecast.jSerialComm.SerialPort "));
    }
}
