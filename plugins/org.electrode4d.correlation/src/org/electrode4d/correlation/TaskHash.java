// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.correlation;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.electrode4d.volume.Block;

/** What stands for some tasks: all that their results depend on, beside the volumes and the settings. */
final class TaskHash {

    private static final int BYTES_PER_TASK = 256;

    private TaskHash() {
    }

    /** @param kind of work; the same tasks may be worked on in several ways */
    static String of(final String kind, final LevelVolumes volumes, final List<NodeTask> tasks) {
        final ByteBuffer bytes = ByteBuffer.allocate(BYTES_PER_TASK * (tasks.size() + 1));
        bytes.put(kind.getBytes(StandardCharsets.UTF_8)).putLong(volumes.pair().shape().x())
            .putLong(volumes.pair().shape().y()).putLong(volumes.pair().shape().z());
        for (final NodeTask task : tasks) {
            bytes.putInt(task.node()).putDouble(task.centre().x()).putDouble(task.centre().y())
                .putDouble(task.centre().z()).putDouble(task.frame().high().x())
                .putDouble(task.frame().searchRange());
            put(task.window(), bytes);
            for (final double entry : SumSource.parameters(task.start())) {
                bytes.putDouble(entry);
            }
        }
        return HexFormat.of().formatHex(Fingerprint.sha256().digest(bytes.array()));
    }

    private static void put(final Block block, final ByteBuffer bytes) {
        bytes.putLong(block.minX()).putLong(block.minY()).putLong(block.minZ()).putInt(block.sizeX())
            .putInt(block.sizeY()).putInt(block.sizeZ());
    }
}
