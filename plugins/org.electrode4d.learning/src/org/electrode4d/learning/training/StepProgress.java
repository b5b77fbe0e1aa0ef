// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.util.Locale;
import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.volume.Progress;

/** Tells how far a training is: what was reached, and how long it will take if it goes on like this. */
final class StepProgress {

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    private final Progress progress;
    private final Schedule schedule;
    private final int stepsPerEpoch;

    StepProgress(final Progress progress, final Schedule schedule, final int stepsPerEpoch) {
        this.progress = progress;
        this.schedule = schedule;
        this.stepsPerEpoch = stepsPerEpoch;
    }

    /**
     * After a step.
     *
     * @param epoch of the step, from 1
     * @param done steps of this epoch
     * @param loss mean over them
     * @param seconds since the beginning
     * @param last epoch that was validated; null if there is none
     */
    void report(final int epoch, final int done, final double loss, final double seconds, final EpochRecord last) {
        final double all = (double)schedule.epochs() * stepsPerEpoch;
        final double steps = (epoch - 1.0) * stepsPerEpoch + done;
        final double left = Math.max(0, Math.min(schedule.budget() - seconds, seconds / steps * (all - steps)));
        final StringBuilder message = new StringBuilder();
        message.append(String.format(Locale.ROOT, "Epoch %d of %d: loss %.3f", epoch, schedule.epochs(), loss));
        if (last != null && !Double.isNaN(last.meanDice())) {
            message.append(String.format(Locale.ROOT, ", validation Dice %.3f", last.meanDice()));
        }
        progress.report(Math.min(1, Math.max(steps / all, seconds / schedule.budget())),
            message + ", at most " + duration(left) + " left");
    }

    static String duration(final double seconds) {
        if (seconds < MINUTE) {
            return Math.round(seconds) + " s";
        } else if (seconds < 2 * HOUR) {
            return Math.round(seconds / MINUTE) + " min";
        }
        return Math.round(seconds / HOUR) + " h";
    }
}
