// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import org.electrode4d.acquisition.SafetyLimits;
import org.electrode4d.acquisition.instrument.InstrumentRange;

/** Whether the cell and the instrument allow what a step does. */
final class SetpointCheck {

    private final String step;
    private final Inspection inspection;

    private SetpointCheck(final String step, final Inspection inspection) {
        this.step = step;
        this.inspection = inspection;
    }

    static void check(final Step.Timed step, final Inspection inspection) {
        final SetpointCheck check = new SetpointCheck(step.name(), inspection);
        if (step instanceof Step.ConstantCurrent constant) {
            check.regulated();
            check.current(constant.current());
        } else if (step instanceof Step.ConstantPotential hold) {
            check.potential(hold.potential());
            check.current(hold.maxCurrent());
        } else if (step instanceof Step.ConstantCurrentConstantPotential both) {
            check.regulated();
            check.current(both.current());
            check.potential(both.potential());
        }
    }

    private void regulated() {
        if (!inspection.range().constantCurrent()) {
            inspection.error(step, "The instrument cannot regulate a constant current. Take another instrument, or "
                + "hold a potential with a largest current.");
        }
    }

    private void current(final Amount amount) {
        if (amount.unit().needsCapacity() && inspection.protocol().capacity().isEmpty()) {
            inspection.error(step, "The current " + Dimension.format(amount) + " needs the capacity of the cell. Add "
                + "'capacity: ...' to the protocol, or write the current in ampere.");
            return;
        }
        final double current = Math.abs(inspection.si(amount));
        final double most = inspection.range().maxCurrent();
        final double safe = inspection.protocol().limits().maxCurrent();
        final String named = "The current of " + inspection.current(current);
        if (current > most) {
            inspection.error(step, named + " is beyond what the instrument can deliver. Set it to "
                + inspection.current(most) + " or less.");
        }
        if (current > safe) {
            inspection.error(step, named + " is beyond the safety limit of " + inspection.current(safe)
                + ", which would end the run. Lower the current, or raise the limit.");
        } else if (current == safe) {
            inspection.warning(step, named + " is exactly the safety limit: noise would end the run. Leave a margin.");
        }
    }

    private void potential(final Amount amount) {
        final double potential = inspection.si(amount);
        final InstrumentRange range = inspection.range();
        final SafetyLimits limits = inspection.protocol().limits();
        final String named = "The potential of " + inspection.potential(potential);
        if (potential < range.minPotential() || potential > range.maxPotential()) {
            inspection.error(step, named + " is beyond what the instrument can apply. Set it within "
                + inspection.potential(range.minPotential()) + " to " + inspection.potential(range.maxPotential())
                + ".");
        }
        if (potential < limits.minPotential() || potential > limits.maxPotential()) {
            inspection.error(step, named + " is beyond the safety limits of "
                + inspection.potential(limits.minPotential()) + " to " + inspection.potential(limits.maxPotential())
                + ", which would end the run. Set it within them, or widen them.");
        } else if (potential == limits.minPotential() || potential == limits.maxPotential()) {
            inspection.warning(step, named + " is exactly a safety limit: noise would end the run. Leave a margin.");
        }
    }
}
