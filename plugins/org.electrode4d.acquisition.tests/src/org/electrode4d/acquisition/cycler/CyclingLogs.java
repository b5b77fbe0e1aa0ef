// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.cycler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small logs written by hand, all of them the same test: 2 s rest, 2 s charge with 1 A, 2 s discharge with 1 A. */
final class CyclingLogs {

    static final String MACCOR = """
        Today's Date:\t2 March 2021\tDate of Test:\t1 March 2021, 08:00:00 AM
            Filename:\tinvented\tTester Channel:\t3
        Procedure:\t\tDescription:
        Rec#\tCyc#\tStep\tTestTime\tStepTime\tAmp-hr\tAmps\tVolts\tState\tES\tDPT Time\tAux #1\t Units
        1\t0\t1\t  0d 00:00:0\t  0d 00:00:0\t0\t0\t3.0\tR\t0\t3/1/2021 08:00:00\t-2501.7\t C  \t
        2\t0\t1\t  0d 00:00:2\t  0d 00:00:2\t0\t0\t3.0\tR\t1\t3/1/2021 08:00:02\t22.5\t C  \t
        3\t0\t2\t  0d 00:00:2\t  0d 00:00:0\t0\t1\t3.2\tC\t0\t3/1/2021 08:00:02\t22.5\t C  \t
        4\t0\t2\t  0d 00:00:4\t  0d 00:00:2\t0.000555556\t1\t3.4\tC\t1\t3/1/2021 08:00:04\t22.5\t C  \t
        5\t0\t3\t  0d 00:00:4\t  0d 00:00:0\t0\t1\t3.1\tD\t0\t3/1/2021 08:00:04\t22.5\t C  \t
        6\t0\t3\t  0d 00:00:6.00\t  0d 00:00:2\t0.000555556\t1\t3.0\tD\t1\t3/1/2021 08:00:06\t22.5\t C  \t
        """;

    static final String BIOLOGIC = """
        EC-Lab ASCII FILE
        Nb header lines : 7

        Modulo Bat

        Temperature max = 70.00 \u00b0C
        Ns changes\tNs\ttime/s\tEcell/V\t<I>/mA\t(Q-Qo)/mA.h\tcycle number\tTemperature/\u00b0C\t
        0\t0\t0,0E+000\t3,0E+000\t0,0E+000\t0,0E+000\t0,0E+000\t22,5E+000
        0\t0\t2,0E+000\t3,0E+000\t0,0E+000\t0,0E+000\t0,0E+000\t22,5E+000
        1\t1\t2,0E+000\t3,2E+000\t1000,0E+000\t0,0E+000\t0,0E+000\t22,5E+000
        0\t1\t4,0E+000\t3,4E+000\t1000,0E+000\t5,55556E-001\t0,0E+000\t22,5E+000
        1\t2\t4,0E+000\t3,1E+000\t-1000,0E+000\t5,55556E-001\t0,0E+000\t22,5E+000
        0\t2\t6,0E+000\t3,0E+000\t-1000,0E+000\t0,0E+000\t0,0E+000\t22,5E+000
        """;

    static final String NEWARE = """
        DataPoint,Cycle Index,Step Index,Step Type,Time,Total Time,Current(mA),Voltage(V),Chg. Cap.(mAh),\
        DChg. Cap.(mAh),Date
        1,1,1,Rest,00:00:00,00:00:00,0,3.0,0,0,2021-03-01 08:00:00
        2,1,1,Rest,00:00:02,00:00:02,0,3.0,0,0,2021-03-01 08:00:02
        3,1,2,CC Chg,00:00:00,00:00:02,1000,3.2,0,0,2021-03-01 08:00:02
        4,1,2,CC Chg,00:00:02,00:00:04,1000,3.4,0.555556,0,2021-03-01 08:00:04
        5,1,3,CC DChg,00:00:00,00:00:04,-1000,3.1,0,0,2021-03-01 08:00:04
        6,1,3,CC DChg,00:00:02,00:00:06,-1000,3.0,0,0.555556,2021-03-01 08:00:06
        """;

    static final String NEWARE_MERGED = """
        Cycle Index,Chg. Cap.(Ah),DChg. Cap.(Ah)
        ,Step Index,Step Number,Step Type,Step Time
        ,,DataPoint,Time,Total Time,Current(A),Voltage(V),Capacity(Ah),T1(?)
        1,0.000555556,0.000555556,1,1,Rest,00:00:02
        ,,1,00:00:00,00:00:00,0,3.0,0,22.5
        ,,2,00:00:02,00:00:02,0,3.0,0,22.5
        ,2,2,CC Chg,00:00:02
        ,,3,00:00:00,00:00:02,1,3.2,0,22.5
        ,,4,00:00:02,00:00:04,1,3.4,0.000555556,22.5
        ,3,3,CC DChg,00:00:02
        ,,5,00:00:00,00:00:04,-1,3.1,0,22.5
        ,,6,00:00:02,00:00:06,-1,3.0,0.000555556,22.5
        """;

    static final String ORIGAFLEX = """
        \u00fe\u00abhead
        Time (s)\tPotential (mV)\tCurrent (mA)
        written by hand
        4|0|0|0

        -

        01/03/2021
        -
        0\t3000\t0
        2\t3000\t0
        2\t3200\t1000
        4\t3400\t1000
        4\t3100\t-1000
        6\t3000\t-1000
        """;

    static final String DELIMITED = """
        invented
        t [min];U [mV];I [mA];programme
        0;3000,0;0;1
        0,0333333333333;3000,0;0;1
        0,0333333333333;3200,0;-1000;2
        0,0666666666667;3400,0;-1000;2
        0,0666666666667;3100,0;1000;3
        0,1;3000,0;1000;3
        """;

    static final CyclerOptions DELIMITED_OPTIONS = new CyclerOptions(true,
        new ColumnMap(new ColumnMap.Layout(';', ',', 2), "t [min]", "2", "I [mA]", "", "programme", "", "", "",
            new ColumnMap.Units(60, 1e-3, 1e-3, 1)));

    private CyclingLogs() {
    }

    /** Writes a log byte by byte: one byte per character. */
    static Path write(final Path file, final String text) throws IOException {
        return Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
