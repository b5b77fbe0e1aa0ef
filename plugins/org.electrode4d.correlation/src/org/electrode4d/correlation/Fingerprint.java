// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/**
 * What tells one correlation from another: settings, start field, volumes and mask. Of the volumes it takes name,
 * shape, size and type of the voxels and the voxels of 27 small cubes spread over them; of the mask every voxel.
 */
final class Fingerprint {

    /** To be changed with every change of the program that changes results. */
    private static final String PROGRAM = "Electrode4D local correlation 2";
    private static final int CUBE = 16;

    private final MessageDigest digest = sha256();

    private Fingerprint() {
    }

    /** Of everything that the results of a correlation depend on. */
    static byte[] of(final VolumePair pair, final DeformationField start, final LocalCorrelationSettings settings,
        final Progress progress) {
        final Fingerprint print = new Fingerprint();
        print.add(PROGRAM);
        print.add(settings.numbers());
        print.add(start);
        print.addSamples(pair.reference());
        print.addSamples(pair.deformed());
        settings.mask().ifPresent(mask -> print.addMask(mask, progress));
        return print.digest.digest();
    }

    /** A short one of the volumes alone. */
    static String of(final VolumePair pair) {
        final Fingerprint print = new Fingerprint();
        print.addSamples(pair.reference());
        print.addSamples(pair.deformed());
        return HexFormat.of().formatHex(print.digest.digest(), 0, 4);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private void add(final String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte)0);
    }

    private void add(final DeformationField start) {
        add(start.grid().toString());
        for (int node = 0; node < start.grid().size(); node++) {
            add(start.status(node).name());
            final ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * FieldInterpolation.ENTRIES);
            for (final double entry : SumSource.parameters(start.transformation(node))) {
                bytes.putDouble(entry);
            }
            digest.update(bytes.array());
        }
    }

    private void addSamples(final Volume volume) {
        add(volume.name() + " " + volume.shape() + " " + volume.voxelSize() + " " + volume.type());
        final Shape shape = volume.shape();
        final int[] edge = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            edge[axis] = (int)Math.min(CUBE, shape.along(axis));
        }
        for (int i = 0; i < 27; i++) {
            addVoxels(volume, new Block((shape.x() - edge[0]) * (i % 3) / 2, (shape.y() - edge[1]) * (i / 3 % 3) / 2,
                (shape.z() - edge[2]) * (i / 9) / 2, edge[0], edge[1], edge[2]));
        }
    }

    private void addVoxels(final Volume volume, final Block block) {
        final float[] values = new float[block.voxels()];
        volume.read(block, values);
        final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes);
    }

    private void addMask(final Volume mask, final Progress progress) {
        add(mask.name() + " " + mask.shape());
        for (final Block block : MaskCover.blocks(mask)) {
            progress.check();
            final float[] values = new float[block.voxels()];
            mask.read(block, values);
            final byte[] inside = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                inside[i] = (byte)(values[i] != 0 ? 1 : 0);
            }
            digest.update(inside);
        }
    }
}
