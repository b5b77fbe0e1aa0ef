// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;


/** Makes samples of the lines of a merged Neware export, where cycles and steps have lines of their own. */
final class NewareMergedRows implements LogTable.RowReader {

    private final LogColumn cycle;
    private final LogColumn step;
    private final LogColumn type;
    private final int cycleValues;
    private final NewareRows samples;
    private int round = -1;
    private int program = -1;
    private String state = "";

    /**
     * @param cycles names of the values of a cycle
     * @param steps names of the values of a step, the first of them empty
     * @param samples reads samples
     */
    NewareMergedRows(final LogColumns cycles, final LogColumns steps, final NewareRows samples)
        throws CyclerFormatException {
        cycle = cycles.require("Cycle (?:Index|ID)", LogUnit.NONE, "Cycle Index");
        cycleValues = cycles.count();
        step = steps.require("Step (?:Index|ID)", LogUnit.NONE, "Step Index");
        type = steps.require("Step Type|Step Name", LogUnit.NONE, "Step Type");
        this.samples = samples;
    }

    @Override
    public CyclingRow read(final Fields fields) throws CyclerFormatException {
        if (fields.text(0).isEmpty() && fields.text(1).isEmpty()) {
            return samples.read(fields, round, program, state);
        }
        int shift = 0;
        if (!fields.text(0).isEmpty()) {
            round = fields.whole(cycle);
            // the values of the first step follow those of the cycle, without the empty value before them
            shift = cycleValues - 1;
        }
        if (fields.count() > type.index() + shift) {
            program = fields.whole(new LogColumn(step.index() + shift, step.name(), 1));
            state = fields.text(type.index() + shift);
        }
        return null;
    }
}
