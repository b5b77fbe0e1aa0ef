// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

class DataServiceTest {

    private static final Lifecycle NO_END = new Lifecycle(Optional.empty(), Optional.empty());

    public static final class Calculator {

        public long plus(final int a, final int b) {
            return a + b;
        }

        public double mean(final List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }

        public void nothing() {
        }

        long secret() {
            return 42;
        }
    }

    static final class Hidden {
        public int zero() {
            return 0;
        }
    }

    private static JsonNode call(final Map<String, Object> handlers, final String method, final String arguments)
        throws JsonProcessingException {
        return new ObjectMapper().readTree(new DataService(handlers, NO_END)
            .handle("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"" + method + "\",\"params\":" + arguments + "}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"calc.plus | [10, 4] | 14", "calc.mean | [[1.0, 2.0]] | 1.5",
        "calc.nothing | [] | null"})
    void answersWithTheResult(final String method, final String arguments, final String result) throws Exception {
        final JsonNode answer = call(Map.of("calc", new Calculator()), method, arguments);
        assertEquals(result, answer.get("result").toString());
        assertEquals(3, answer.get("id").asInt());
        assertEquals("2.0", answer.get("jsonrpc").asText());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"calc.plus | [1] | -32601", "calc.secret | [] | -32601",
        "other.plus | [1, 2] | -32601", "plus | [1, 2] | -32601", "hidden.zero | [] | -32601",
        "calc.plus | [\"a\", 2] | -32602", "calc.mean | [[]] | -32603"})
    void answersWithAnError(final String method, final String arguments, final int code) throws Exception {
        final JsonNode answer = call(Map.of("calc", new Calculator(), "hidden", new Hidden()), method, arguments);
        assertEquals(code, answer.path("error").path("code").asInt(), answer.toString());
    }

    @Test
    void aSingleHandlerIsCalledWithoutItsName() throws Exception {
        assertEquals(3, call(Map.of(DataService.UNNAMED, new Calculator()), "plus", "[1, 2]").get("result").asInt());
    }

    @Test
    void aRequestThatIsNoJsonIsAnError() throws Exception {
        final String answer = new DataService(Map.of(), NO_END).handle("{");
        assertEquals(-32700, new ObjectMapper().readTree(answer).path("error").path("code").asInt());
    }

    @Test
    void initialDataStandInTheResult() {
        assertEquals("{\"result\":{\"rows\":4}}", new InitialData(() -> Map.of("rows", 4), NO_END).toJson());
        assertEquals("{\"result\":\"text\"}", new InitialData(() -> "text", NO_END).toJson());
        assertEquals("{\"result\":[1]}", new InitialData(() -> "[1]", NO_END).toJson());
    }

    @Test
    void initialDataThatCannotBeMadeAreAnInternalError() {
        assertEquals("{\"internalError\":{\"title\":\"IllegalStateException\",\"message\":\"no table\"}}",
            new InitialData(() -> {
                throw new IllegalStateException("no table");
            }, NO_END).toJson());
    }
}
