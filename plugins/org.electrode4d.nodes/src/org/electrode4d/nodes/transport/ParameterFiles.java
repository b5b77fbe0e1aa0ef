// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.electrode4d.nodes.execution.FileOutput;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.transport.flux.TransportParameters;

/** JSON files with parameters that PyBaMM loads, one per scan. */
final class ParameterFiles {

    private ParameterFiles() {
    }

    /** All or none of the files appear in the folder; a scan through which nothing gets has none. */
    static void write(final List<FluxScan> scans, final TortuosityFactorNodeParameters parameters,
        final Warnings warnings) throws IOException {
        try (FileOutput files = FileOutput.open(parameters.m_files, !scans.isEmpty())) {
            for (final FluxScan scan : scans) {
                if (scan.result().percolates()) {
                    final String text = json(scan.result().parameters(), parameters.m_region);
                    files.write(scan.fileName(), ".json", file -> Files.writeString(file, text));
                } else if (files.isWanted()) {
                    warnings.add("There is no parameter file of " + scan.step() + ": JSON has no infinity.");
                }
            }
            files.commit();
        }
    }

    private static String json(final TransportParameters of, final CellRegion region) {
        final Map<String, Double> values = new LinkedHashMap<>();
        values.put(region.porosityName(), region.porosity(of));
        values.put(region.tortuosityFactorName(), of.tortuosityFactor());
        if (Double.isFinite(of.bruggemanCoefficient())) {
            values.put(region.bruggemanName(), of.bruggemanCoefficient());
        }
        return values.entrySet().stream().map(entry -> "  \"" + entry.getKey() + "\": " + entry.getValue())
            .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
    }
}
