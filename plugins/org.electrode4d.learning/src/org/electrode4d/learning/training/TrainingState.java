// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.electrode4d.learning.model.EpochRecord;
import org.electrode4d.learning.model.ParameterBytes;
import org.electrode4d.learning.network.Parameters;

/**
 * What a training knows after an epoch: enough to go on as if nothing had happened.
 *
 * @param epochs that are done
 * @param best parameters of the best of them
 * @param engine parameters after the last of them and what the optimiser has gathered, as the engine gave it; not
 *     copied
 */
record TrainingState(List<EpochRecord> epochs, Parameters best, byte[] engine) {

    TrainingState {
        epochs = List.copyOf(epochs);
    }

    byte[] bytes() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(epochs.size());
        for (final EpochRecord epoch : epochs) {
            write(epoch, out);
        }
        write(ParameterBytes.write(best), out);
        write(engine, out);
        return bytes.toByteArray();
    }

    private static void write(final EpochRecord epoch, final DataOutputStream out) throws IOException {
        out.writeInt(epoch.epoch());
        out.writeLong(epoch.steps());
        out.writeDouble(epoch.loss());
        out.writeDouble(epoch.validationLoss());
        out.writeInt(epoch.validationDice().size());
        for (final double dice : epoch.validationDice()) {
            out.writeDouble(dice);
        }
        out.writeDouble(epoch.learningRate());
        out.writeDouble(epoch.seconds());
    }

    private static void write(final byte[] bytes, final DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Bytes that are known to be whole, by their checksum. */
    static TrainingState of(final byte[] bytes) throws IOException {
        final DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        final List<EpochRecord> epochs = new ArrayList<>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            epochs.add(readEpoch(in));
        }
        final Parameters best = ParameterBytes.read(in.readNBytes(in.readInt()));
        return new TrainingState(epochs, best, in.readNBytes(in.readInt()));
    }

    private static EpochRecord readEpoch(final DataInputStream in) throws IOException {
        final int epoch = in.readInt();
        final long steps = in.readLong();
        final double loss = in.readDouble();
        final double validationLoss = in.readDouble();
        final List<Double> dice = new ArrayList<>();
        for (int remaining = in.readInt(); remaining > 0; remaining--) {
            dice.add(in.readDouble());
        }
        return new EpochRecord(epoch, steps, loss, validationLoss, dice, in.readDouble(), in.readDouble());
    }
}
