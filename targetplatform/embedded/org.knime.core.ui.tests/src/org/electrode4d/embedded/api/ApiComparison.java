// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.api;

import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares a class of the stand-in with the table: what compiles here must link there. */
final class ApiComparison {

    /** Interfaces of KNIME's types that are left out here, because they belong to views in Swing. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
        "org.knime.core.node.NodeModel", Set.of("org.knime.core.node.AbstractNodeView$ViewableModel"),
        "org.knime.node.DefaultNodeFactory", Set.of("org.knime.core.webui.node.dialog.NodeDialogFactory",
            "org.knime.core.webui.node.view.NodeViewFactory"));

    private final ApiTable table;

    private final List<String> differences = new ArrayList<>();

    ApiComparison(final ApiTable table) {
        this.table = table;
    }

    /** What differs, one line each. */
    List<String> differences() {
        return differences;
    }

    void add(final Class<?> type) {
        String name = type.getName();
        TypeApi api = table.type(name).orElse(null);
        if (api == null) {
            differences.add(name + " is not in the table");
            return;
        }
        Set<String> modifiers = words(type.getModifiers() & ~Modifier.STATIC, type.isInterface());
        if (type.isInterface()) {
            modifiers.remove("abstract");
        }
        if (modifiers.remove("protected")) {
            modifiers.add("public"); // which is what class files say of protected nested types
        }
        if (type.isEnum()) {
            modifiers.addAll(intersection(api.modifiers(), Set.of("final", "abstract")));
        }
        expect(name, "modifiers", api.modifiers(), modifiers);
        expect(name, "superclass", api.superclass(), superclass(type));
        Set<String> interfaces = interfaces(type);
        interfaces.addAll(intersection(api.interfaces(), LEFT_OUT.getOrDefault(name, Set.of())));
        expect(name, "interfaces", api.interfaces(), interfaces);
        for (Constructor<?> c : type.getDeclaredConstructors()) {
            member(api, type, new Member("<init>", c.getModifiers(), c.isSynthetic(), descriptor(c)));
        }
        for (Method m : type.getDeclaredMethods()) {
            member(api, type, new Member(m.getName(), m.getModifiers(), m.isSynthetic(), descriptor(m)));
        }
        for (Field f : type.getDeclaredFields()) {
            member(api, type, new Member(f.getName(), f.getModifiers(), f.isSynthetic(),
                f.getType().descriptorString()));
        }
    }

    private record Member(String name, int modifiers, boolean synthetic, String descriptor) {

        boolean isVisible() {
            return !synthetic && (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
        }
    }

    private void member(final TypeApi api, final Class<?> type, final Member member) {
        if (!member.isVisible()) {
            return;
        }
        String where = type.getName() + "#" + member.name() + member.descriptor();
        Set<String> expected = api.member(member.name(), member.descriptor());
        if (expected == null) {
            differences.add(where + " is not in the table");
            return;
        }
        Set<String> actual = words(member.modifiers(), false);
        if (type.isInterface() && !actual.contains("abstract") && !actual.contains("static")
            && member.descriptor().startsWith("(")) {
            actual.add("default");
        }
        if (type.isEnum()) {
            actual.remove("final");
            expected = new TreeSet<>(expected);
            expected.remove("final");
        }
        expect(where, "modifiers", expected, actual);
    }

    private void expect(final String where, final String what, final Set<String> expected,
        final Set<String> actual) {
        if (!expected.equals(actual)) {
            differences.add(where + ": " + what + " " + new TreeSet<>(actual) + ", in KNIME "
                + new TreeSet<>(expected));
        }
    }

    private static Set<String> intersection(final Set<String> a, final Set<String> b) {
        return a.stream().filter(b::contains).collect(Collectors.toSet());
    }

    private static Set<String> words(final int modifiers, final boolean isInterface) {
        Set<String> words = new TreeSet<>();
        int relevant = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL;
        for (String word : Modifier.toString(modifiers & relevant).split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        if (isInterface) {
            words.add("interface");
        }
        return words;
    }

    private static Set<String> superclass(final Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return parent == null || parent == Object.class ? Set.of() : Set.of(parent.getName());
    }

    private static Set<String> interfaces(final Class<?> type) {
        return Arrays.stream(type.getInterfaces()).map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String descriptor(final Constructor<?> constructor) {
        return MethodType.methodType(void.class, constructor.getParameterTypes()).descriptorString();
    }

    private static String descriptor(final Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString();
    }
}
