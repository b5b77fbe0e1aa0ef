// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.config.base;

import java.io.Serializable;
import java.util.Collections;
import java.util.Enumeration;

import javax.swing.tree.TreeNode;

/** An entry of a configuration: a key with a value or with further entries. */
public abstract class AbstractConfigEntry implements Serializable, TreeNode {

    private static final long serialVersionUID = 1L;

    private final ConfigEntries type;

    private AbstractConfigEntry parent;

    private String key;

    AbstractConfigEntry(final ConfigEntries type, final String key) {
        this.type = type;
        setKey(key);
    }

    /** @return the key, never null */
    public final String getKey() {
        return key;
    }

    final void setKey(final String newKey) {
        if (newKey == null) {
            throw new IllegalArgumentException("The key of a config entry must not be null");
        }
        key = newKey;
    }

    /** @param parent the entry that holds this one */
    public final void setParent(final AbstractConfigEntry parent) {
        this.parent = parent;
    }

    /** @return the type */
    public final ConfigEntries getType() {
        return type;
    }

    @Override
    public String toString() {
        return key + " [" + type.name() + "] -> " + toStringValue();
    }

    /** @return the value as it is written to disk; null stays null */
    public abstract String toStringValue();

    @Override
    public boolean equals(final Object o) {
        return o == this || o != null && o.getClass() == getClass() && isIdentical((AbstractConfigEntry)o);
    }

    /**
     * @param other another entry
     * @return whether type, key and value are the same
     */
    public final boolean isIdentical(final AbstractConfigEntry other) {
        return type == other.type && key.equals(other.key) && hasIdenticalValue(other);
    }

    /** Compares the values alone; {@code other} has the type of this. */
    abstract boolean hasIdenticalValue(AbstractConfigEntry other);

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + type.name().hashCode();
    }

    @Override
    public TreeNode getChildAt(final int childIndex) {
        return null;
    }

    @Override
    public int getChildCount() {
        return 0;
    }

    @Override
    public final TreeNode getParent() {
        return parent;
    }

    @Override
    public int getIndex(final TreeNode node) {
        return -1;
    }

    @Override
    public final boolean getAllowsChildren() {
        return !isLeaf();
    }

    @Override
    public boolean isLeaf() {
        return true;
    }

    @Override
    public Enumeration<TreeNode> children() {
        return Collections.emptyEnumeration();
    }
}
