// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.workflow.FlowVariable;

/** The arguments of KNIME's batch application. */
final class ArgumentsTest {

    @Test
    void variablesHaveThreeTypes() throws CommandFailure {
        final FlowVariable text = VariableArgument.parse("name,some text,String");
        assertEquals("name", text.getName());
        assertEquals("some text", text.getStringValue());
        assertEquals(7, VariableArgument.parse("n,7,int").getIntValue());
        assertEquals(0.25, VariableArgument.parse("x,2.5e-1,double").getDoubleValue());
    }

    @Test
    void quotedValuesMayHoldCommas() throws CommandFailure {
        assertEquals("a,b", VariableArgument.parse("v,\"a,b\",String").getStringValue());
        assertEquals("a,\"b", VariableArgument.parse("v,'a,\"b',String").getStringValue());
        assertEquals("say \"hi\"", VariableArgument.parse("v,\"say \\\"hi\\\"\",String").getStringValue());
        assertEquals("", VariableArgument.parse("v,,String").getStringValue());
        assertEquals("C:\\data", VariableArgument.parse("v,C:\\data,String").getStringValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v", "v,1", "v,a,b,String", "v,1,long", "v,1,string", "v,x,int", "v,x,double",
        ",1,int"})
    void malformedVariablesAreRefused(final String argument) {
        final CommandFailure e = assertThrows(CommandFailure.class, () -> VariableArgument.parse(argument));
        assertEquals(ExitCode.ARGUMENTS, e.exitCode());
        assertTrue(e.getMessage().contains("-workflow.variable=" + argument), e.getMessage());
    }

    @Test
    void theValueOfAnOptionIsAllBetweenNameAndType() throws CommandFailure {
        assertEquals(new NodeOption(4, "group/name", "a,b,c", "String"), NodeOption.parse("4,group/name,a,b,c,String"));
        assertEquals(List.of(-1, 2), List.of(NodeOption.parse("1/2,n,3,int").node(),
            NodeOption.parse("2,n,3,int").node()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,name", "1,name,int", "x,name,1,int", "1,name,x,int", "1,name,1,number"})
    void malformedOptionsAreRefused(final String argument) {
        assertEquals(ExitCode.ARGUMENTS,
            assertThrows(CommandFailure.class, () -> NodeOption.parse(argument)).exitCode());
    }
}
