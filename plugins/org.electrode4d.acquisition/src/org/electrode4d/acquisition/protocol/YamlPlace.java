// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML text, which its errors name by source, line and path.
 *
 * @param source of the text
 * @param path such as {@code steps[3].until}, counted from 1; empty at the top
 * @param node what is there
 */
record YamlPlace(String source, String path, Node node) {

    private static final int DEEPEST = 60;
    private static final LoadSettings SETTINGS = LoadSettings.builder().setMaxAliasesForCollections(0).build();

    /** The top of a text. */
    static YamlPlace root(final String yaml, final String source) {
        try {
            refuseDepth(yaml, source);
            final Node node = new Compose(SETTINGS).composeString(yaml).orElseThrow(
                () -> new ProtocolFormatException(source + ": The text is empty. A protocol is expected."));
            return new YamlPlace(source, "", node);
        } catch (MarkedYamlEngineException e) {
            throw new ProtocolFormatException(source + line(e.getProblemMark()) + ": This is not YAML: "
                + e.getProblem() + ".", e);
        } catch (YamlEngineException e) {
            throw new ProtocolFormatException(source + ": This is not YAML: " + e.getMessage(), e);
        }
    }

    /** Refuses a text that is nested so deeply that composing it would overflow the stack. */
    private static void refuseDepth(final String yaml, final String source) {
        int depth = 0;
        for (final Event event : new Parse(SETTINGS).parseString(yaml)) {
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1 : 0;
            if (depth > DEEPEST) {
                throw new ProtocolFormatException(source + line(event.getStartMark())
                    + ": The text is nested too deeply, more than " + DEEPEST + " levels.");
            }
        }
    }

    private static String line(final Optional<Mark> mark) {
        return mark.map(found -> ", line " + (found.getLine() + 1)).orElse("");
    }

    /** An error at this place. */
    ProtocolFormatException error(final String message) {
        return error(message, null);
    }

    private ProtocolFormatException error(final String message, final Throwable cause) {
        return new ProtocolFormatException(source + line(node.getStartMark()) + (path.isEmpty() ? "" : ", " + path)
            + ": " + message, cause);
    }

    /** Whether nothing is written here. */
    boolean isEmpty() {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty();
    }

    /** Whether this is a text or a number. */
    boolean isText() {
        return node instanceof ScalarNode;
    }

    /** The text that is written here. */
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw error("One text or number is expected here, not a list or a group of keys.");
        }
        return scalar.getValue();
    }

    /** What a text means; an {@link IllegalArgumentException} becomes an error at this place. */
    <T> T as(final Function<String, T> meaning) {
        return of(() -> meaning.apply(text()));
    }

    /** Something made of what is here; an {@link IllegalArgumentException} becomes an error at this place. */
    <T> T of(final Supplier<T> made) {
        try {
            return made.get();
        } catch (ProtocolFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage(), e);
        }
    }

    /** The items of a list. */
    List<YamlPlace> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw error("A list is expected here: lines that begin with '- '.");
        }
        final List<YamlPlace> items = new ArrayList<>();
        for (final Node item : sequence.getValue()) {
            items.add(new YamlPlace(source, path + "[" + (items.size() + 1) + "]", item));
        }
        return items;
    }

    /** Keys with what they stand for, in their order. */
    Map<String, YamlPlace> fields() {
        if (!(node instanceof MappingNode mapping)) {
            throw error("Keys with values are expected here, such as 'key: value'.");
        }
        final Map<String, YamlPlace> fields = new LinkedHashMap<>();
        for (final NodeTuple tuple : mapping.getValue()) {
            final YamlPlace key = new YamlPlace(source, path, tuple.getKeyNode());
            final String name = key.text();
            final YamlPlace value =
                new YamlPlace(source, path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
            if (fields.put(name, value) != null) {
                throw key.error("The key '" + name + "' is there twice. Delete one of them.");
            }
        }
        return fields;
    }
}
