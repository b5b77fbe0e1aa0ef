// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.api;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the table says of one type. */
final class TypeApi {

    private static final Set<String> MODIFIERS =
        Set.of("public", "protected", "static", "abstract", "final", "interface", "default");

    private final String name;

    private final Map<String, Set<String>> members = new HashMap<>();

    private String declaration = "";

    TypeApi(final String name, final List<String[]> rows) {
        this.name = name;
        for (String[] row : rows) {
            if (row[2].isEmpty()) {
                declaration = row[1];
            } else {
                members.put(memberName(row[1]) + row[2], modifiers(row[1].replaceFirst("\\(.*", "")));
            }
        }
    }

    private String memberName(final String member) {
        String head = member.replaceFirst("\\(.*", "");
        String last = head.substring(head.lastIndexOf(' ') + 1);
        return last.equals(name) ? "<init>" : last;
    }

    private static Set<String> modifiers(final String words) {
        return Arrays.stream(words.split(" ")).filter(MODIFIERS::contains)
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The modifiers of the type, {@code interface} among them. */
    Set<String> modifiers() {
        return modifiers(declaration.substring(0, declaration.indexOf(name)));
    }

    /** The modifiers of a member; null if there is none of that name and descriptor. */
    Set<String> member(final String memberName, final String descriptor) {
        return members.get(memberName + descriptor);
    }

    /** The class that the type extends; empty for none but {@code java.lang.Object}. */
    Set<String> superclass() {
        return modifiers().contains("interface") ? Set.of() : clause(" extends ", " implements ");
    }

    Set<String> interfaces() {
        return modifiers().contains("interface") ? clause(" extends ", "\n") : clause(" implements ", "\n");
    }

    private Set<String> clause(final String start, final String end) {
        String plain = withoutTypeArguments(declaration);
        int from = plain.indexOf(start);
        if (from < 0) {
            return Set.of();
        }
        String rest = plain.substring(from + start.length());
        String clause = rest.contains(end) ? rest.substring(0, rest.indexOf(end)) : rest;
        return Arrays.stream(clause.split(",")).map(String::trim).collect(Collectors.toSet());
    }

    private static String withoutTypeArguments(final String text) {
        StringBuilder plain = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return plain.toString();
    }
}
