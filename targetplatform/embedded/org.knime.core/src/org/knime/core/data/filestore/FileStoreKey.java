// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.data.filestore;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Where a file store is: the node's folder of file stores, the number and name of the file in it. */
public final class FileStoreKey implements Comparable<FileStoreKey> {

    /** Stands before a loop path whose numbers do not fit into bytes. */
    private static final int WIDE_PATH = -20190808;

    private final UUID store;

    private final int index;

    private final int[] loopPath;

    private final int iteration;

    private final String name;

    /**
     * @param storeUUID the folder
     * @param index the number of the file in the folder, from 0
     * @param nestedLoopPath the iterations of the loops around the innermost, or null outside of loops
     * @param iterationIndex the iteration of the innermost loop, or -1 outside of loops
     * @param name the name of the file
     */
    public FileStoreKey(final UUID storeUUID, final int index, final int[] nestedLoopPath, final int iterationIndex,
        final String name) {
        if (iterationIndex < 0 != (nestedLoopPath == null)) {
            throw new IllegalArgumentException("Loop path and iteration go together: "
                + Arrays.toString(nestedLoopPath) + ", " + iterationIndex);
        }
        this.store = Objects.requireNonNull(storeUUID);
        this.index = index;
        this.loopPath = nestedLoopPath;
        this.iteration = iterationIndex;
        this.name = Objects.requireNonNull(name);
    }

    public UUID getStoreUUID() {
        return store;
    }

    /** @return the iterations of the loops around the innermost, or null outside of loops */
    public int[] getNestedLoopPath() {
        return loopPath;
    }

    public String getName() {
        return name;
    }

    public int getIndex() {
        return index;
    }

    /** @return the name of the file, with the iterations of loops before it */
    public String getNameOnDisc() {
        if (iteration < 0) {
            return name;
        }
        String path = IntStream.of(loopPath).mapToObj(Integer::toString).collect(Collectors.joining("-"));
        return (path.isEmpty() ? "" : path + "_") + index + "_" + iteration + "_" + name;
    }

    public void save(final DataOutput output) throws IOException {
        output.writeUTF(store.toString());
        output.writeInt(index);
        output.writeUTF(name);
        output.writeInt(iteration);
        if (iteration >= 0) {
            savePath(output);
        }
    }

    private void savePath(final DataOutput output) throws IOException {
        boolean wide = IntStream.of(loopPath).anyMatch(i -> i > Byte.MAX_VALUE);
        if (wide) {
            output.writeInt(WIDE_PATH);
        }
        output.writeInt(loopPath.length);
        for (int i : loopPath) {
            if (wide) {
                output.writeInt(i);
            } else {
                output.writeByte(i);
            }
        }
    }

    public static FileStoreKey load(final DataInput input) throws IOException {
        UUID store = UUID.fromString(input.readUTF());
        int index = input.readInt();
        String name = input.readUTF();
        int iteration = input.readInt();
        return new FileStoreKey(store, index, iteration < 0 ? null : loadPath(input), iteration, name);
    }

    private static int[] loadPath(final DataInput input) throws IOException {
        int length = input.readInt();
        boolean wide = length == WIDE_PATH;
        int[] path = new int[wide ? input.readInt() : length];
        for (int i = 0; i < path.length; i++) {
            path[i] = wide ? input.readInt() : input.readByte();
        }
        return path;
    }

    @Override
    public String toString() {
        return getNameOnDisc() + "-(" + store + ")";
    }

    @Override
    public boolean equals(final Object obj) {
        if (!(obj instanceof FileStoreKey)) {
            return false;
        }
        FileStoreKey other = (FileStoreKey)obj;
        return store.equals(other.store) && index == other.index && iteration == other.iteration
            && name.equals(other.name) && Arrays.equals(loopPath, other.loopPath);
    }

    @Override
    public int hashCode() {
        return Objects.hash(store, index, iteration, name);
    }

    @Override
    public int compareTo(final FileStoreKey o) {
        int order = store.compareTo(o.store);
        if (order == 0) {
            order = Integer.compare(index, o.index);
        }
        if (order == 0) {
            order = Arrays.compare(loopPath, o.loopPath);
        }
        return order == 0 ? Integer.compare(iteration, o.iteration) : order;
    }
}
