// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.List;
import org.electrode4d.transport.TransportException;

/**
 * What is done with a particle.
 *
 * @param kinetics of its surface
 * @param protocols constant currents, each from the same start
 * @param limitSoc mean state of charge for which the limits are asked, 0 to 1
 * @param electronicDrop V that the potential of the electrons may fall between the ionic surface and the contacts
 */
public record LithiationConditions(SurfaceKinetics kinetics, List<LithiationProtocol> protocols, double limitSoc,
    double electronicDrop) {

    /** @throws TransportException for numbers out of range, or without any current */
    public LithiationConditions {
        protocols = List.copyOf(protocols);
        if (protocols.isEmpty()) {
            throw new TransportException("No current is given. Enter at least one rate in C.");
        }
        if (!(limitSoc > 0 && limitSoc < 1)) {
            throw new TransportException("The state of charge of the limits is " + 100 * limitSoc
                + " %, but must lie between 0 and 100 %.");
        }
        ActiveMaterial.requirePositive(electronicDrop, "potential that electrons may lose", "V");
    }
}
