// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.report;

import java.util.List;
import java.util.Optional;

/**
 * The graph of a workflow, as it is laid out by its author.
 *
 * @param nodes in the order of execution where it is known
 * @param wires between them
 * @param notes on the canvas, behind the nodes
 */
public record WorkflowGraph(List<Node> nodes, List<Wire> wires, List<Note> notes) implements Content {

    /** What became of a node. */
    public enum State {
        /** Its outputs are there. */
        EXECUTED("executed"),
        /** It stopped with an error. */
        FAILED("failed"),
        /** It was not executed, for lack of input or because of its settings. */
        NOT_EXECUTED("not executed"),
        /** Nobody told. */
        UNKNOWN("state not known");

        private final String text;

        State(final String text) {
            this.text = text;
        }

        /** For people. */
        public String text() {
            return text;
        }
    }

    /**
     * A node.
     *
     * @param id number in its workflow
     * @param name of the node
     * @param label what the author wrote below it; may be empty
     * @param place on the canvas
     * @param run what became of it
     * @param anchor of the section with its settings; empty for none
     */
    public record Node(int id, String name, String label, Place place, Run run, String anchor) {

        /** Name and number. */
        public String title() {
            return name + " (#" + id + ")";
        }

        /** The same node after a run. */
        public Node withRun(final Run newRun) {
            return new Node(id, name, label, place, newRun, anchor);
        }
    }

    /**
     * What became of a node.
     *
     * @param state of it
     * @param time that it took, as text with its unit; empty where it is not known
     * @param message warning or error; may be empty
     */
    public record Run(State state, String time, String message) {

        /** Nothing is known. */
        public static final Run UNKNOWN = new Run(State.UNKNOWN, "", "");
    }

    /** Place in pixels; of width and height 0 where the editor chooses them. */
    public record Place(int x, int y, int width, int height) {
    }

    /**
     * A connection; ports count from 1, 0 is that of flow variables.
     *
     * @param source number of the node that gives
     * @param sourcePort its output
     * @param target number of the node that takes
     * @param targetPort its input
     */
    public record Wire(int source, int sourcePort, int target, int targetPort) {
    }

    /**
     * An annotation of the canvas.
     *
     * @param paragraphs of plain text; the first one is its heading
     * @param place with its size
     * @param rgb colour of its border
     */
    public record Note(List<String> paragraphs, Place place, int rgb) {

        /** Copies the list. */
        public Note {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** Copies the lists. */
    public WorkflowGraph {
        nodes = List.copyOf(nodes);
        wires = List.copyOf(wires);
        notes = List.copyOf(notes);
    }

    /** The node with that number. */
    public Optional<Node> node(final int id) {
        return nodes.stream().filter(node -> node.id() == id).findFirst();
    }
}
