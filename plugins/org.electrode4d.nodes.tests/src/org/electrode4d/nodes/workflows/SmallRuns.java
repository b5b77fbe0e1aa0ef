// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.workflows;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.electrode4d.embedded.execution.OpenWorkflow;
import org.electrode4d.embedded.spi.Folders;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.knime.core.node.workflow.FlowVariable;

/**
 * Runs of the shipped workflows at their small size: each is executed once, for all test classes that look at it, and
 * deleted at the end of all tests. A test takes a parameter of this type.
 */
final class SmallRuns {

    private final Store store;

    private SmallRuns(final Store store) {
        this.store = store;
    }

    /** Gives tests the runs of the whole test plan. */
    static final class Resolver implements ParameterResolver {

        @Override
        public boolean supportsParameter(final ParameterContext parameter, final ExtensionContext test) {
            return parameter.getParameter().getType() == SmallRuns.class;
        }

        @Override
        public Object resolveParameter(final ParameterContext parameter, final ExtensionContext test) {
            return new SmallRuns(test.getRoot().getStore(Namespace.create(SmallRuns.class)));
        }
    }

    /**
     * An executed workflow.
     *
     * @param folder temporary, with {@code results}, which the variable "output" names
     */
    record Run(OpenWorkflow workflow, Path folder) implements Store.CloseableResource {

        private static final boolean ENGINES = System.getProperty("os.name").startsWith("Linux");

        static Run of(final String name) throws Exception {
            final Path folder = Files.createTempDirectory("electrode4d-" + name);
            final OpenWorkflow workflow = OpenWorkflow.load(WorkflowRun.shipped().resolve(name));
            final Run run = new Run(workflow, folder);
            try {
                assumeTrue(ENGINES || workflow.nodes().stream().noneMatch(node -> node.title().startsWith("U-Net")),
                    "skipped: only Linux has engines here");
                final ShippedWorkflow shipped = ShippedWorkflows.named(name);
                shipped.small().forEach(workflow::setVariable);
                shipped.inputs().make(folder).forEach(workflow::setVariable);
                workflow.setVariable(new FlowVariable("output", run.results().toString()));
                WorkflowRun.run(workflow);
            } catch (Exception | Error e) {
                run.close();
                throw e;
            }
            return run;
        }

        /** What the writers of the workflow wrote. */
        Path results() {
            return folder.resolve("results");
        }

        @Override
        public void close() throws IOException {
            workflow.close();
            Folders.delete(folder);
        }
    }

    /** The run of a workflow, which must not be changed. */
    Run of(final String name) throws Exception {
        Run run = store.get(name, Run.class);
        if (run == null) {
            run = Run.of(name);
            store.put(name, run);
        }
        return run;
    }
}
