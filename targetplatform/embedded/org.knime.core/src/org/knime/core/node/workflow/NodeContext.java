// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.node.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import org.electrode4d.embedded.spi.EmbeddedNode;
import org.electrode4d.embedded.spi.Secrets;
import org.knime.core.node.workflow.contextv2.WorkflowContextV2;

/** The node that a thread works for. */
public final class NodeContext {

    private static final ThreadLocal<Deque<Optional<NodeContext>>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    private final Object node;

    private NodeContext(final Object node) {
        this.node = node;
    }

    /** @return the context of this thread, or null if it works for no node */
    public static NodeContext getContext() {
        return getContextOptional().orElse(null);
    }

    public static Optional<NodeContext> getContextOptional() {
        Optional<NodeContext> top = STACK.get().peek();
        return top == null ? Optional.empty() : top;
    }

    /** From here on, until {@link #removeLastContext}, this thread works for that node. */
    public static void pushContext(final Object contextObject) {
        pushContext(new NodeContext(contextObject));
    }

    /** @param context null for no node */
    public static void pushContext(final NodeContext context) {
        STACK.get().push(Optional.ofNullable(context));
    }

    /** @throws IllegalStateException if there is none */
    public static void removeLastContext() {
        if (STACK.get().poll() == null) {
            throw new IllegalStateException("No node context to remove");
        }
        if (STACK.get().isEmpty()) {
            STACK.remove();
        }
    }

    /** @return what is known of that kind, such as the {@link WorkflowContextV2} */
    public <C> Optional<C> getContextObjectForClass(final Class<C> contextObjectClass) {
        Object found = node;
        if (contextObjectClass == WorkflowContextV2.class && node instanceof EmbeddedNode) {
            found = Secrets.workflows().context(((EmbeddedNode)node).workflow());
        }
        return Optional.ofNullable(found).filter(contextObjectClass::isInstance).map(contextObjectClass::cast);
    }

    @Override
    public String toString() {
        return "Node context: " + node;
    }
}
