// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.node.parameters.widget.message;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;

import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.StateProvider;

/** Shows a message in the dialog; on a field of type {@link Void}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextMessage {

    /** @return computes the message */
    Class<? extends StateProvider<Optional<Message>>> value();

    /** A fixed message that is shown on a condition. */
    interface SimpleTextMessageProvider extends StateProvider<Optional<Message>> {

        /**
         * @param context what is known at the input of the node
         * @return true to show the message
         */
        boolean showMessage(NodeParametersInput context);

        /** @return the heading */
        String title();

        /** @return the text */
        String description();

        /** @return the kind of message */
        MessageType type();

        @Override
        default void init(final StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }

        @Override
        default Optional<Message> computeState(final NodeParametersInput context) {
            return showMessage(context) ? Optional.of(new Message(title(), description(), type())) : Optional.empty();
        }
    }

    /**
     * A message.
     *
     * @param title the heading
     * @param description the text
     * @param type the kind of message
     */
    record Message(String title, String description, MessageType type) {
    }

    /** The kind of a message. */
    enum MessageType {
        /** Something to know. */
        INFO,
        /** Something to look at. */
        WARNING,
        /** Something to mend. */
        ERROR,
        /** Something that went well. */
        SUCCESS
    }
}
