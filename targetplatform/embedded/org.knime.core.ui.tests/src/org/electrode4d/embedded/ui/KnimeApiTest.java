// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.knime.node.DefaultNode;

/**
 * What compiles against this bundle links in KNIME: each member that nodes can see exists there, with the same
 * descriptor and modifiers, in a type with the same superclass. The table was made from KNIME's own class files; it is
 * cut to the types that exist here.
 */
class KnimeApiTest {

    private static final String DIALOG = "org.knime.core.webui.node.dialog.defaultdialog.";

    /** Types that the table does not list, but that its members mention. */
    private static final Set<String> MENTIONED = Set.of(DIALOG + "setting.filter.util.DoNotPersistSelected",
        DIALOG + "setting.filter.util.ManualFilter", DIALOG + "setting.filter.util.PatternFilter",
        DIALOG + "setting.filter.util.PatternFilter$PatternMode",
        DIALOG + "setting.filter.withtypes.TypedStringFilterMode",
        DIALOG + "util.updates.StateComputationFailureException");

    private static final Map<String, Set<String>> TABLE = table();

    /** The declarations of the members by type; that of the type itself starts with "type". */
    private static Map<String, Set<String>> table() {
        try {
            final String text =
                new String(KnimeApiTest.class.getResourceAsStream("knime-5.9.0-api.tsv").readAllBytes(),
                    StandardCharsets.UTF_8);
            return text.lines().skip(1).map(line -> line.split("\t", -1)).collect(Collectors.groupingBy(row -> row[0],
                Collectors.mapping(KnimeApiTest::signature, Collectors.toSet())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signature(final String[] row) {
        if (row[2].isEmpty()) {
            final boolean isInterface = row[1].contains(" interface ");
            final String plain = row[1].replaceAll("<.*?>(?=[ ,]|$)", "").replaceFirst("<.*? extends .*?>(?= )", "");
            return "type " + (isInterface || !plain.contains(" extends ") ? ""
                : plain.replaceFirst(".* extends ", "").replaceFirst(" .*", "").replaceFirst("<.*", ""));
        }
        final String head = row[1].replaceFirst("\\(.*", "");
        final String name = head.substring(head.lastIndexOf(' ') + 1);
        final Set<String> modifiers = new TreeSet<>(List.of(head.split(" ")));
        modifiers.retainAll(Set.of("public", "protected", "static", "final", "abstract"));
        return modifiers + " " + (name.equals(row[0]) ? "<init>" : name) + row[2];
    }

    @Test
    void everythingThatNodesSeeExistsInKnime() throws Exception {
        final List<String> differences = new ArrayList<>();
        final List<Class<?>> types = visibleTypes();
        types.forEach(type -> compare(type, differences));
        assertTrue(types.size() > 100, "only " + types.size() + " types were found");
        assertEquals("", String.join("\n", differences));
    }

    private static void compare(final Class<?> type, final List<String> differences) {
        final Set<String> known = TABLE.get(type.getName());
        if (known == null) {
            if (!MENTIONED.contains(type.getName())) {
                differences.add(type.getName() + " does not exist");
            }
            return;
        }
        members(type).filter(signature -> !known.contains(signature))
            .forEach(signature -> differences.add(type.getName() + ": " + signature));
    }

    private static Stream<String> members(final Class<?> type) {
        final Class<?> parent = type.getSuperclass();
        final String superclass = parent == null || parent == Object.class ? "" : parent.getName();
        final Stream<String> constructors = Stream.of(type.getDeclaredConstructors()).filter(KnimeApiTest::isVisible)
            .map(constructor -> signature(constructor, "<init>" + descriptor(constructor)));
        final Stream<String> methods = Stream.of(type.getDeclaredMethods()).filter(KnimeApiTest::isVisible)
            .map(method -> signature(method, method.getName() + descriptor(method)));
        final Stream<String> fields = Stream.of(type.getDeclaredFields()).filter(KnimeApiTest::isVisible)
            .map(field -> signature(field, field.getName() + field.getType().descriptorString()));
        return Stream.of(Stream.of("type " + superclass), constructors, methods, fields).flatMap(each -> each);
    }

    private static boolean isVisible(final Member member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static String signature(final Member member, final String name) {
        final int relevant =
            Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;
        return new TreeSet<>(List.of(Modifier.toString(member.getModifiers() & relevant).split(" "))) + " " + name;
    }

    private static String descriptor(final Constructor<?> constructor) {
        return MethodType.methodType(void.class, constructor.getParameterTypes()).descriptorString();
    }

    private static String descriptor(final Method method) {
        return MethodType.methodType(method.getReturnType(), method.getParameterTypes()).descriptorString();
    }

    private static List<Class<?>> visibleTypes() throws IOException, URISyntaxException {
        final Path place = Path.of(DefaultNode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isRegularFile(place)) {
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return visibleTypes(jar.getPath("/"));
            }
        }
        return visibleTypes(Files.isDirectory(place.resolve("org")) ? place : place.resolve("target/classes"));
    }

    private static List<Class<?>> visibleTypes(final Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("org/knime"))) {
            return files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                .<Class<?>>map(file -> load(file.replace(".class", "").replace('/', '.')))
                .filter(KnimeApiTest::isVisible).toList();
        }
    }

    private static Class<?> load(final String name) {
        try {
            return Class.forName(name, false, DefaultNode.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isVisible(final Class<?> type) {
        final boolean visible = (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
            && !type.isAnonymousClass() && !type.isLocalClass();
        return visible && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()));
    }

    static class Child extends DefaultNodeParent {
        public Field extra;
    }

    static class DefaultNodeParent {
    }

    @Test
    void aMemberThatKnimeDoesNotHaveIsFound() {
        assertEquals(List.of("type " + DefaultNodeParent.class.getName(), "[public] extraLjava/lang/reflect/Field;"),
            members(Child.class).toList());
        assertTrue(TABLE.get(DefaultNode.class.getName()).contains("type "));
        assertTrue(TABLE.get(DefaultNode.class.getName()).contains(
            "[public] keywords([Ljava/lang/String;)Lorg/knime/node/DefaultNode;"));
    }
}
