// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.electrode4d.volume.io.PendingOutput;
import org.electrode4d.volume.io.VtkXml;

/** Time series of VTK images for ParaView (.pvd): a list of files with the time that each belongs to. */
public final class VtkSeries {

    private VtkSeries() {
    }

    /**
     * One state of a series.
     *
     * @param time in any unit; ParaView shows it as a number
     * @param file a VTK image, relative to the folder of the list, so that both can be moved together
     */
    public record Step(double time, Path file) {

        /** @throws IllegalArgumentException for a time that is not a number, or an absolute path */
        public Step {
            if (!Double.isFinite(time)) {
                throw new IllegalArgumentException("The time of " + file + " is " + time + ", but must be a number.");
            }
            if (file.isAbsolute()) {
                throw new IllegalArgumentException(file + " must be given relative to the folder of the time series.");
            }
        }
    }

    public static void write(final List<Step> steps, final Path target) throws IOException {
        final String sets = steps.stream().map(step -> "    <DataSet timestep=\"" + step.time()
            + "\" group=\"\" part=\"0\" file=\"" + VtkXml.escaped(name(step.file())) + "\"/>\n")
            .collect(Collectors.joining());
        PendingOutput.write(target, true, temporary -> Files.writeString(temporary,
            VtkXml.head("Collection") + "  <Collection>\n" + sets + "  </Collection>\n</VTKFile>\n"));
    }

    private static String name(final Path file) {
        return StreamSupport.stream(file.spliterator(), false).map(Path::toString).collect(Collectors.joining("/"));
    }
}
