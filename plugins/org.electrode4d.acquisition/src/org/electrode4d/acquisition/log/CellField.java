// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.log;

/**
 * What is written down of a cell, its electrodes and their environment: the fields of supplementary notes 1 and 2 of
 * Häusler et al. 2026 ("Material and Electrode Preparation", "In situ Cell Assembly") and of its methods. The values
 * of the paper serve as an example.
 */
public enum CellField {
    CELL_ID("Cell", "", ""),
    OPERATOR("Operator", "", ""),
    BEAM_LINE("Beam line", "", "ID16B, ESRF"),
    ANODE_COMPOSITION("Anode composition", "", "89 wt% Si (median 3-7 µm), 9 wt% binder, 1.8 wt% carbon black, "
        + "0.2 wt% SWCNT"),
    ANODE_BINDER("Anode binder", "", "polyacrylic acid"),
    ANODE_MIXING("Anode slurry mixing", "", "binder, carbon black and SWCNT in deionized water 4 h at 900 rpm; with "
        + "active material 2 h at 50 rpm in a planetary mixer"),
    ANODE_DRYING("Anode drying", "", "vacuum, 80 °C, 12 h"),
    ANODE_THICKNESS("Anode thickness", "µm", "20"),
    ANODE_LOADING("Anode areal loading", "mg/cm²", "3"),
    ANODE_CAPACITY("Anode areal capacity", "mAh/cm²", "11"),
    CURRENT_COLLECTOR("Current collector of the anode", "", "copper foil, 10 µm"),
    CUTTING("Cutting of the electrodes", "", "femtosecond laser 35 mW, 60 kHz, 300 mm/s, 300 repetitions, silicon side "
        + "first"),
    ELECTRODE_DIAMETER("Electrode diameter", "mm", "1.100"),
    CATHODE("Cathode", "", "NMC811: 96.5 wt% NMC811, 1.5 wt% PVDF, 1 wt% carbon black"),
    CATHODE_CAPACITY("Cathode areal capacity", "mAh/cm²", "3.5"),
    CATHODE_DIAMETER("Cathode diameter", "mm", "1.100"),
    SEPARATOR("Separator", "", "non-woven polypropylene"),
    SEPARATOR_DIAMETER("Separator diameter", "mm", "1.5"),
    ELECTROLYTE("Electrolyte", "", "1 M LiPF6 in FEC:DEC 2:8 v/v + 2 wt% VC"),
    ELECTROLYTE_AMOUNT("Electrolyte amount", "µL", "0.5"),
    STACK_PRESSURE("Stack pressure", "MPa", "0.2-0.4"),
    HOUSING("Housing", "", "PFA tube, inner diameter 1.6 mm, outer diameter 3.2 mm, stainless steel mounts"),
    SEALING("Sealing", "", "acetone soluble lacquer"),
    CONTACTS("Electrical contacts", "", "top 0.8 mm Cu wire wrapped, parafilm; bottom stainless steel pin"),
    GLOVEBOX_ATMOSPHERE("Glovebox atmosphere", "", "Ar"),
    TEMPERATURE("Temperature", "°C", ""),
    REMARKS("Remarks", "", "");

    private final String title;
    private final String unit;
    private final String paper;

    CellField(final String title, final String unit, final String paper) {
        this.title = title;
        this.unit = unit;
        this.paper = paper;
    }

    /** Name with unit: {@code Stack pressure [MPa]}. */
    public String title() {
        return unit.isEmpty() ? title : title + " [" + unit + "]";
    }

    /** Value of the paper; empty where it gives none. */
    public String paper() {
        return paper;
    }
}
