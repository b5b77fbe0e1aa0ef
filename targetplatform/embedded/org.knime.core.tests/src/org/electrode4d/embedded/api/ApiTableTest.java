// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.charset.StandardCharsets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Each public and protected member of an {@code org.knime} type exists in KNIME with the same descriptor and modifiers,
 * and each type has the same hierarchy: what compiles against the stand-in links there.
 */
class ApiTableTest {

    /** A class of each stand-in bundle. */
    static final List<String> ANCHORS =
        List.of("org.knime.core.node.NodeModel", "org.knime.node.DefaultNodeFactory");

    /**
     * Types that the table does not list, but whose names occur in its declarations and descriptors. Of each of them
     * there is only what the listed members need.
     */
    private static final Set<String> NAMED = Set.of(
        "org.knime.core.data.convert.map.IdentifiableType",
        "org.knime.core.data.filestore.internal.FileStoreProxy",
        "org.knime.core.data.filestore.internal.FileStoreProxy$FlushCallback",
        "org.knime.core.internal.MessageAwareException",
        "org.knime.core.internal.SerializerMethodLoader",
        "org.knime.core.internal.SerializerMethodLoader$Serializer",
        "org.knime.core.node.context.DeepCopy",
        "org.knime.core.node.context.ModifiableNodeCreationConfiguration",
        "org.knime.core.node.context.NodeCreationConfiguration",
        "org.knime.core.node.context.NodeSettingsPersistable",
        "org.knime.core.node.workflow.NodeProgressListener",
        "org.knime.core.util.exception.ResourceAccessException",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.ManualFilter",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.withtypes.TypedStringFilterMode",
        "org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException");

    /**
     * Types that belong to those: what a progress listener is told, the exception that a container throws for two rows
     * of the same key, and parts of the filters. Nodes have no reason to name them.
     */
    private static final Set<String> BEHIND_THEM = Set.of(
        "org.knime.core.node.workflow.NodeID",
        "org.knime.core.node.workflow.NodeProgressEvent",
        "org.knime.core.util.DuplicateKeyException",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.DoNotPersistSelected",
        "org.knime.core.webui.node.dialog.defaultdialog.setting.filter.util.PatternFilter$PatternMode");

    @ParameterizedTest
    @FieldSource("ANCHORS")
    void whatCompilesHereLinksThere(final String anchor) throws Exception {
        ApiComparison comparison = new ApiComparison(ApiTable.own());
        for (Class<?> type : new BundleClasses(load(anchor)).visible()) {
            if (!NAMED.contains(type.getName()) && !BEHIND_THEM.contains(type.getName())) {
                comparison.add(type);
            }
        }
        assertEquals("", String.join("\n", comparison.differences()));
    }

    private static Class<?> load(final String anchor) {
        try {
            return Class.forName(anchor);
        } catch (ClassNotFoundException e) {
            return loadOfBundle(anchor);
        }
    }

    /** Where OSGi runs, a class of another bundle is not visible here; that bundle is asked for it. */
    private static Class<?> loadOfBundle(final String anchor) {
        Bundle own = FrameworkUtil.getBundle(ApiTableTest.class);
        Bundle[] bundles = own == null || own.getBundleContext() == null ? new Bundle[0]
            : own.getBundleContext().getBundles();
        for (Bundle bundle : bundles) {
            if ("org.knime.core.ui".equals(bundle.getSymbolicName())) {
                try {
                    return bundle.loadClass(anchor);
                } catch (ClassNotFoundException e) {
                    throw new AssertionError(bundle + " does not have " + anchor, e);
                }
            }
        }
        return abort("the bundle of " + anchor + " is not on the path of these tests");
    }

    @Test
    void typesThatAreNotListedAreNamed() throws Exception {
        String text = new String(ApiTable.class.getResourceAsStream(ApiTable.RESOURCE).readAllBytes(),
            StandardCharsets.UTF_8);
        for (String name : NAMED) {
            assertTrue(text.contains(name.replace('.', '/')) || text.contains(name), name);
        }
    }

    @Test
    void differencesAreFound() throws Exception {
        ApiComparison comparison = new ApiComparison(ApiTable.own());
        comparison.add(ApiTableTest.class);
        assertEquals(List.of(ApiTableTest.class.getName() + " is not in the table"), comparison.differences());

        TypeApi model = ApiTable.own().type("org.knime.core.node.NodeModel").orElseThrow();
        assertEquals(Set.of("public", "abstract"), model.modifiers());
        assertEquals(Set.of("protected", "abstract"), model.member("reset", "()V"));
        assertFalse(model.member("reset", "()V").contains("final"));
        assertTrue(model.member("reset", "()I") == null);
    }
}
