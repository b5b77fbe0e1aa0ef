// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.electrode4d.transport.TransportException;
import org.electrode4d.transport.mesh.MeshPart;

/**
 * Which labels of a phase volume are what. All labels that are not named block ions and electrons.
 *
 * @param pore labels of pore with electrolyte; at least one
 * @param contact labels of conducting phases, such as CBD; may be empty
 * @param sei labels of the solid electrolyte interphase; may be empty
 */
public record SurfacePhases(List<Integer> pore, List<Integer> contact, List<Integer> sei) {

    /** @throws TransportException if a label stands for two things, or there is no pore */
    public SurfacePhases {
        pore = List.copyOf(pore);
        contact = List.copyOf(contact);
        sei = List.copyOf(sei);
        final Set<Integer> seen = new HashSet<>();
        for (final List<Integer> labels : List.of(pore, contact, sei)) {
            for (final int label : labels) {
                if (!seen.add(label)) {
                    throw new TransportException("Label " + label + " is named twice. Every label can be only one of "
                        + "pore, contact and SEI.");
                }
            }
        }
        if (pore.isEmpty() && sei.isEmpty()) {
            throw new TransportException("No label of pore or SEI is named: lithium ions would have no way in.");
        }
    }

    /** @param beyond the phase that a facet faces, or {@link MeshPart#OUTSIDE} */
    SurfaceKind kind(final int beyond) {
        if (beyond == MeshPart.OUTSIDE) {
            return SurfaceKind.CUT;
        } else if (pore.contains(beyond)) {
            return SurfaceKind.FREE;
        } else if (sei.contains(beyond)) {
            return SurfaceKind.SEI;
        }
        return contact.contains(beyond) ? SurfaceKind.CONTACT : SurfaceKind.BLOCKED;
    }
}
