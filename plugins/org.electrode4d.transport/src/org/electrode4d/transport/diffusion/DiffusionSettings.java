// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.diffusion;

import java.util.List;

import org.electrode4d.transport.mesh.MeshSettings;

/**
 * How diffusion in the phases of an image is computed.
 *
 * @param phases that lithium diffuses in; nothing passes into those that are neither here nor a source
 * @param source what lithium comes from
 * @param mesh how fine the mesh is
 * @param order of the elements: 1 or 2
 * @param times what is kept and how long it goes on
 */
public record DiffusionSettings(List<SolvedPhase> phases, LithiumSource source, MeshSettings mesh, int order,
    Times times) {

    /** Copies the phases. */
    public DiffusionSettings {
        phases = List.copyOf(phases);
    }

    /**
     * Times of a run, s.
     *
     * @param outputs of maps, ascending
     * @param end at least the last of them
     * @param tolerance the largest error of one step, relative to the concentration of the source
     */
    public record Times(double[] outputs, double end, double tolerance) {

        /** @throws org.electrode4d.transport.TransportException for times that are none, as {@link DiffusionRequest} */
        public Times {
            new DiffusionRequest(outputs, end, List.of(), List.of(), tolerance);
        }
    }

    boolean solves(final int label) {
        return phases.stream().anyMatch(phase -> phase.label() == label);
    }
}
