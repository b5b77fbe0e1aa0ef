// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded;

import org.electrode4d.embedded.cli.Electrode4D;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;

/** Runs the command line inside Equinox; the exit code is that of the process. */
public final class Application implements IApplication {

    @Override
    public Object start(final IApplicationContext context) {
        final String[] arguments = (String[])context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        context.applicationRunning();
        return Electrode4D.run(arguments, System.out, System.err);
    }

    @Override
    public void stop() {
        // A run ends by itself when it is interrupted.
    }
}
