// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.electrode4d.learning.data.LabelledSlice;
import org.electrode4d.learning.engine.Engine;
import org.electrode4d.learning.model.ParameterBytes;
import org.electrode4d.learning.network.NetworkGraph;
import org.electrode4d.learning.network.Parameters;

/** 32 bytes that differ where trainings differ: settings, engine, network, first parameters, images or labels. */
final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    static byte[] of(final TrainingSettings settings, final Engine engine, final NetworkGraph graph,
        final Parameters initial, final List<LabelledSlice> slices) {
        final Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(settings.decisive());
        fingerprint.add(engine.id() + ", " + engine.description());
        fingerprint.add(graph.toString());
        fingerprint.digest.update(ParameterBytes.write(initial));
        slices.forEach(fingerprint::add);
        return fingerprint.digest.digest();
    }

    private void add(final String text) {
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private void add(final LabelledSlice slice) {
        add(slice.toString());
        final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * slice.columns());
        for (int row = 0; row < slice.rows(); row++) {
            bytes.asFloatBuffer().put(slice.image(), row * slice.columns(), slice.columns());
            digest.update(bytes.array());
        }
        digest.update(slice.classes());
    }
}
