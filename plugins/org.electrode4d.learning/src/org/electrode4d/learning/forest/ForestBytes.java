// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.forest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.electrode4d.learning.LearningException;

/**
 * A forest as bytes, big-endian: "E4DF", version (int, 1), classes (int), features (int); per feature the number of
 * limits (int) and the limits (float); trees (int); per tree its nodes (int) and each node, as {@link Tree} describes
 * it (int), and per leaf and class its share (byte), in the order of the nodes. What was written once is read by all
 * later versions.
 */
public final class ForestBytes {

    private static final int MAGIC = 'E' << 24 | '4' << 16 | 'D' << 8 | 'F';
    private static final int VERSION = 1;

    private ForestBytes() {
    }

    public static byte[] write(final RandomForest forest) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(VERSION);
            out.writeInt(forest.classes());
            out.writeInt(forest.features());
            for (final float[] limits : forest.bins().limits()) {
                out.writeInt(limits.length);
                for (final float limit : limits) {
                    out.writeFloat(limit);
                }
            }
            out.writeInt(forest.trees());
            for (int i = 0; i < forest.trees(); i++) {
                write(forest.tree(i), forest.classes(), out);
            }
        } catch (IOException e) {
            throw new IllegalStateException("Bytes can always be written to memory.", e);
        }
        return bytes.toByteArray();
    }

    private static void write(final Tree tree, final int classes, final DataOutputStream out) throws IOException {
        out.writeInt(tree.nodes().length);
        for (final int node : tree.nodes()) {
            out.writeInt(node);
        }
        for (int node = 0; node < tree.nodes().length; node++) {
            for (int c = 0; tree.isLeaf(node) && c < classes; c++) {
                out.writeByte(tree.share(node, c, classes));
            }
        }
    }

    /** @throws LearningException if these are no bytes of a forest, or of a newer version */
    public static RandomForest read(final byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            require(in.readInt() == MAGIC, "it begins with other bytes");
            final int version = in.readInt();
            if (version != VERSION) {
                throw new LearningException("The forest has version " + version + ", but this program knows "
                    + VERSION + " only. Update Electrode4D.");
            }
            final int classes = inRange(in.readInt(), 2, RandomForest.MOST_CLASSES, "classes");
            final float[][] limits = new float[inRange(in.readInt(), 1, Tree.MOST_FEATURES, "features")][];
            for (int f = 0; f < limits.length; f++) {
                limits[f] = limits(in);
            }
            final Tree[] trees = new Tree[inRange(in.readInt(), 1, Tree.MOST_TREES, "trees")];
            for (int i = 0; i < trees.length; i++) {
                trees[i] = tree(in, classes, limits.length);
            }
            require(in.read() < 0, "there are bytes behind its end");
            return new RandomForest(new FeatureBins(limits), classes, trees);
        } catch (IOException e) {
            throw damaged("it ends too early", e);
        }
    }

    private static float[] limits(final DataInputStream in) throws IOException {
        final float[] limits = new float[inRange(in.readInt(), 0, FeatureBins.MOST - 1, "limits")];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = in.readFloat();
            require(Float.isFinite(limits[i]) && (i == 0 || limits[i] > limits[i - 1]), "limits do not ascend");
        }
        return limits;
    }

    /** Children come after their parent, so that every way down ends. */
    private static Tree tree(final DataInputStream in, final int classes, final int features) throws IOException {
        final int[] nodes = new int[inRange(in.readInt(), 2, 2 * Tree.MOST_SPLITS + 2, "nodes")];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = in.readInt();
            final int child = Tree.child(nodes[i], 0) & ~1;
            require(nodes[i] == Tree.leaf(i) || child > i && child + 1 < nodes.length
                && (nodes[i] >>> 8 & 255) < features, "node " + i + " leads nowhere");
        }
        final int groups = Tree.groups(classes);
        final long[] shares = new long[nodes.length * groups];
        for (int node = 0; node < nodes.length; node++) {
            for (int c = 0; nodes[node] == Tree.leaf(node) && c < classes; c++) {
                shares[node * groups + c / Tree.LANES] |= Tree.lane(in.readUnsignedByte(), c % Tree.LANES);
            }
        }
        return new Tree(nodes, shares);
    }

    private static int inRange(final int value, final int least, final int most, final String what) {
        require(value >= least && value <= most, "it has " + value + " " + what);
        return value;
    }

    private static void require(final boolean holds, final String otherwise) {
        if (!holds) {
            throw damaged(otherwise, null);
        }
    }

    private static LearningException damaged(final String how, final IOException cause) {
        return new LearningException("The forest is damaged: " + how + ". Copy or write the model again.", cause);
    }
}
