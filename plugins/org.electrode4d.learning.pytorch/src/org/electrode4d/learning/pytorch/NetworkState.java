// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.electrode4d.learning.engine.EngineException;

/**
 * All that training changes, as bytes: a mark, the number of steps, and arrays as they lie in memory, each after its
 * length in bytes. Numbers are little-endian, as on every processor that PyTorch is built for.
 */
final class NetworkState {

    /** E4DP: tells states from anything else. */
    private static final int MARK = 0x45344450;

    private final List<NDArray> arrays;
    private final Adam optimiser;
    private final StagingMemory memory;

    NetworkState(final List<NDArray> arrays, final Adam optimiser, final StagingMemory memory) {
        this.arrays = arrays;
        this.optimiser = optimiser;
        this.memory = memory;
    }

    private static long bytes(final NDArray array) {
        return array.size() * array.getDataType().getNumOfBytes();
    }

    private long size() {
        return Integer.BYTES + Long.BYTES + arrays.stream().mapToLong(array -> Integer.BYTES + bytes(array)).sum();
    }

    byte[] write() {
        final ByteBuffer state = ByteBuffer.allocate(Math.toIntExact(size())).order(ByteOrder.LITTLE_ENDIAN);
        state.putInt(MARK).putLong(optimiser.steps());
        for (final NDArray array : arrays) {
            state.putInt((int)bytes(array)).put(array.toByteBuffer(true));
        }
        return state.array();
    }

    /** @throws EngineException if the state is not one of a network of these sizes; nothing is changed then */
    void read(final byte[] bytes) {
        check(bytes);
        final ByteBuffer state = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        state.getInt();
        optimiser.setSteps(state.getLong());
        for (final NDArray array : arrays) {
            final ByteBuffer values = state.slice(state.position() + Integer.BYTES, state.getInt());
            state.position(state.position() + values.remaining());
            try (NDManager manager = array.getManager().newSubManager()) {
                array.set(Variables.ALL, memory.array(manager, Variables.STAGED, array.getShape(), array.getDataType(),
                    buffer -> buffer.put(values)));
            }
        }
    }

    private void check(final byte[] bytes) {
        final ByteBuffer state = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean fits = bytes.length == size() && state.getInt() == MARK;
        int position = Integer.BYTES + Long.BYTES;
        for (final NDArray array : arrays) {
            fits = fits && state.getInt(position) == bytes(array);
            position += Integer.BYTES + (int)bytes(array);
        }
        if (!fits) {
            throw new EngineException("The state of " + bytes.length + " bytes is not one of this network in PyTorch, "
                + "which has " + size() + " bytes; restore a state that was saved with the same layers and engine.");
        }
    }
}
