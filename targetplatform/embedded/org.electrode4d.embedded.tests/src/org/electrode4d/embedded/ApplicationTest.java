// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.Map;

import org.eclipse.equinox.app.IApplicationContext;
import org.junit.jupiter.api.Test;

/** The application that Equinox starts: the arguments go in, the exit code comes out. */
final class ApplicationTest {

    private static Object start(final String... arguments) {
        final IApplicationContext context = (IApplicationContext)Proxy.newProxyInstance(
            ApplicationTest.class.getClassLoader(), new Class<?>[]{IApplicationContext.class},
            (proxy, method, parameters) -> method.getName().equals("getArguments")
                ? Map.of(IApplicationContext.APPLICATION_ARGS, arguments) : null);
        return new Application().start(context);
    }

    @Test
    void theExitCodeIsTheResult() {
        assertEquals(0, start("--version"));
        assertEquals(2, start("run"));
    }
}
