// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.acquisition;

import org.electrode4d.nodes.NodeTester;
import org.knime.core.data.DataCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** Tables with protocols. */
final class ProtocolTables {

    /** A quarter of an hour with four scans. */
    static final String SHORT = """
        protocol: short
        capacity: 33.3 µAh
        sampling: 5 s
        rest before scan: 1 min
        safety: {potential: 2.4 V to 4.35 V, current: 20 µA, time: 5 h, charge: 50 µAh}
        steps:
          - rest: {name: open circuit, until: time >= 2 min}
          - scan: {name: pristine}
          - charge: {name: charge, at: C/3, until: potential >= 4.3 V or time >= 8 min, scan when: time >= 5 min}
          - double scan: {name: charged}
        """;

    /** A few seconds with one scan. */
    static final String SECONDS = """
        protocol: seconds
        capacity: 33.3 µAh
        sampling: 0.5 s
        rest before scan: 0.5 s
        safety: {potential: 2.4 V to 4.35 V, current: 20 µA, time: 5 h, charge: 50 µAh}
        steps:
          - charge: {name: charge, at: C/3, until: potential >= 4.3 V or time >= 1 s}
          - scan: {name: charged}
        """;

    private ProtocolTables() {
    }

    /** A table with one protocol. */
    static BufferedDataTable of(final NodeTester tester, final String text) {
        return tester.table(ProtocolColumns.SPEC, new DataCell[]{new StringCell(text),
            new StringCell("a protocol"), new DoubleCell(0.0333), new StringCell("")});
    }
}
