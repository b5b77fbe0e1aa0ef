// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.embedded.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;

import org.electrode4d.embedded.spi.node.DialogCheck;
import org.electrode4d.embedded.ui.ParametersSettings;
import org.electrode4d.embedded.ui.model.TestNodes;
import org.junit.jupiter.api.Test;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.webui.node.dialog.defaultdialog.util.updates.StateComputationFailureException;
import org.knime.node.DefaultNode;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.ValueProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.updates.util.BooleanReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

class DialogCheckTest {

    enum Mode {
        AUTOMATIC, MANUAL
    }

    private static List<String> problems(final NodeParameters parameters) {
        return DialogProbe.problems(parameters, ParametersSettings.input());
    }

    static class Sound implements NodeParameters {
        interface ModeRef extends ParameterReference<Mode> {
        }

        static final class EnabledRef implements BooleanReference {
        }

        static final class IsManual implements EffectPredicateProvider {
            @Override
            public EffectPredicate init(final PredicateInitializer i) {
                return i.getEnum(ModeRef.class).isOneOf(Mode.MANUAL).and(i.getPredicate(EnabledRef.class).negate());
            }
        }

        static final class Twice implements StateProvider<Integer> {
            private Supplier<Mode> m_mode;

            @Override
            public void init(final StateProviderInitializer initializer) {
                m_mode = initializer.computeFromValueSupplier(ModeRef.class);
            }

            @Override
            public Integer computeState(final NodeParametersInput input) throws StateComputationFailureException {
                if (m_mode.get() == Mode.AUTOMATIC) {
                    throw new StateComputationFailureException();
                }
                return 2;
            }
        }

        static final class Names implements StringChoicesProvider {
            @Override
            public List<String> choices(final NodeParametersInput context) {
                return List.of("a", "b");
            }
        }

        @ValueReference(ModeRef.class)
        Mode m_mode = Mode.AUTOMATIC;
        @ValueReference(EnabledRef.class)
        boolean m_enabled;
        @Effect(predicate = IsManual.class, type = EffectType.SHOW)
        @ValueProvider(Twice.class)
        int m_size;
        @Effect(predicate = EnabledRef.class, type = EffectType.ENABLE)
        @ChoicesProvider(Names.class)
        String m_name = "a";
    }

    @Test
    void soundParametersHaveNoProblems() {
        assertEquals(List.of(), problems(new Sound()));
    }

    static class Loose implements NodeParameters {
        static final class NowhereRef implements BooleanReference {
        }

        @Effect(predicate = NowhereRef.class, type = EffectType.SHOW)
        int m_size;
    }

    @Test
    void aReferenceWithoutFieldIsFound() {
        final List<String> problems = problems(new Loose());
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).contains("m_size") && problems.get(0).contains("NowhereRef"), problems.get(0));
    }

    static class Failing implements NodeParameters {
        static final class Broken implements StringChoicesProvider {
            @Override
            public List<String> choices(final NodeParametersInput context) {
                return List.of(context.getInTableSpec(7).orElseThrow().getName());
            }
        }

        Inner[] m_inner = {};

        static class Inner implements NodeParameters {
            @ChoicesProvider(Broken.class)
            String m_name = "a";
        }
    }

    @Test
    void aFailingProviderIsFoundAlsoInsideAnArray() {
        final List<String> problems = problems(new Failing());
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("Inner.m_name: Broken fails"), problems.get(0));
    }

    @SuppressWarnings("unused")
    static class Secretive implements NodeParameters {
        @Widget(title = "Size", description = "size")
        private int m_size = 1;
    }

    @Test
    void aPrivateFieldIsFound() {
        assertEquals(List.of("Secretive.m_size: is private, and thus neither shown nor stored"),
            problems(new Secretive()));
    }

    @Test
    void conditionsCombine() {
        final Truth yes = new Truth(true);
        final Truth no = new Truth(false);
        assertEquals(new Truth(false), yes.and(no));
        assertEquals(new Truth(true), yes.or(no));
        assertEquals(new Truth(true), no.negate());
    }

    @Test
    void theParametersOfModelAndViewAreChecked() {
        final DefaultNode node = TestNodes.describe(p -> p.addInputTable("In", "in"),
            m -> m.parametersClass(Sound.class).configure((in, out) -> { }).execute((in, out) -> { }));
        assertEquals(List.of(), DialogCheck.problems(TestNodes.factory(node), new PortObjectSpec[]{null}));
        final List<String> problems = DialogCheck.problems(TestNodes.factory(node
            .addView(v -> v.parametersClass(Secretive.class).description("A view")
                .page(p -> p.fromString(() -> "<html/>").relativePath("index.html")))), new PortObjectSpec[]{null});
        assertEquals(List.of("Secretive.m_size: is private, and thus neither shown nor stored"), problems);
    }
}
