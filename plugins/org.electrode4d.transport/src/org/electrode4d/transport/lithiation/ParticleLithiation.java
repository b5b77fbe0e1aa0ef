// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.transport.lithiation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.electrode4d.volume.Progress;

/**
 * Lithium in one particle: constant currents of several rates, with the SEI as it is and as if there were none, and the
 * limits of steady currents. These are the three scenarios of S. Müller et al., Adv. Energy Mater. 2021, Fig. 3; the
 * supplement with their model was not at hand, so what it leaves open is a setting here.
 *
 * @param model of the particle
 * @param runs one per current; none where no lithium ion passes the surface
 * @param steady currents at the state of charge of the limits
 * @param conditions as given
 */
public record ParticleLithiation(ParticleModel model, List<Run> runs, SteadyCurrent steady,
    LithiationConditions conditions) {

    /**
     * One constant current.
     *
     * @param state at its end
     * @param withoutSei the same without SEI; empty where the particle has none
     */
    public record Run(LithiationProtocol protocol, LithiationState state, Optional<LithiationState> withoutSei) {
    }

    /** Computes everything: a few hundred solutions per current, each in a time that goes with the elements. */
    public static ParticleLithiation of(final ParticleModel model, final LithiationConditions conditions,
        final Progress progress) {
        final List<Run> runs = new ArrayList<>();
        final int count = conditions.protocols().size();
        final boolean hasSei = model.surface().area(SurfaceKind.SEI) > 0;
        for (int i = 0; i < count && model.surface().ionicArea() > 0; i++) {
            final LithiationProtocol protocol = conditions.protocols().get(i);
            final Progress part = progress.part(0.9 * i / count, 0.9 * (i + 1) / count);
            final LithiationState state =
                Galvanostat.run(model, conditions.kinetics(), protocol, part.part(0, hasSei ? 0.5 : 1));
            runs.add(new Run(protocol, state, hasSei ? Optional.of(Galvanostat.run(model,
                conditions.kinetics().withoutSei(), protocol, part.part(0.5, 1))) : Optional.empty()));
        }
        return new ParticleLithiation(model, List.copyOf(runs),
            SteadyCurrent.of(model, conditions.kinetics(), conditions.limitSoc(), progress), conditions);
    }

    private boolean isDelithiation() {
        return conditions.protocols().get(0).isDelithiation();
    }

    /** The rate at which the surface has no lithium left somewhere, or no room for more, C. */
    public double ionicLimit() {
        return steady.ionicLimit(isDelithiation());
    }

    /** The rate at which the potential of the electrons falls by as much as it may, C. */
    public double electronicLimit() {
        return steady.electronicLimit(conditions.electronicDrop());
    }

    /** Over-potential of the ions in a steady current, V; NaN beyond the limit. */
    public double ionicOverpotential(final double rate) {
        return Math.abs(steady.ionicOverpotential(rate, isDelithiation()));
    }

    /** Over-potential of the electrons in a steady current, V; NaN beyond the limit. */
    public double electronicOverpotential(final double rate) {
        return rate > electronicLimit() ? Double.NaN : steady.electronicOverpotential(rate);
    }
}
