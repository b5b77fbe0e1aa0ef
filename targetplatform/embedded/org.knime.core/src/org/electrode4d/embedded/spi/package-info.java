// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
/**
 * What the workflow runner needs and KNIME's public API does not offer: this package is the only door to the inside of
 * the stand-in. It is visible to the bundles {@code org.knime.core.ui} and {@code org.electrode4d.embedded} alone;
 * nodes must never use it, because KNIME does not have it.
 *
 * <h2>Running a workflow</h2>
 * <pre>{@code
 * try (EmbeddedWorkflow workflow = EmbeddedWorkflow.open(directory)) {
 *     EmbeddedNode node = workflow.node(3, "Strain");
 *     NodeExtension extension = Extensions.node("org.example.StrainNodeFactory").orElseThrow();
 *     NodeFactory<?> factory = extension.createFactory();
 *     ModifiableNodeCreationConfiguration creation = NodeFactories.creationConfiguration(factory);
 *     creation.loadSettingsFrom(settings);                       // "node_creation_config" of settings.xml
 *     NodeModel model = NodeFactories.createModel(factory, creation);
 *     node.call(() -> {                                          // sets the NodeContext: knime:// URLs, log
 *         NodeModels.loadSettings(model, settings.getNodeSettings("model"));
 *         PortObjectSpec[] specs = NodeModels.configure(model, inputSpecs);
 *         ExecutionContext context = node.startExecution(new DefaultNodeProgressMonitor(listener));
 *         return NodeModels.execute(model, inputs, context);     // checks the outputs like KNIME
 *     });
 *     PortFiles.save(node, outputs[0], folder, monitor);         // port_1/spec.xml, data.xml, data.zip
 *     node.saveFileStores(nodeFolder);                           // filestore/000/000/...
 * }
 * }</pre>
 * Flow variables, settings and their XML, progress, messages and ports have public API in KNIME; it is used for them.
 *
 * <h2>Port numbers</h2>
 * Arrays of ports hold the data ports only: element 0 is what {@code workflow.knime} calls port 1. The flow-variable
 * port 0 is the business of the runner.
 *
 * <h2>Shared secrets</h2>
 * Members of {@code org.knime} types that are package-private or protected are reached through the interfaces of
 * {@link org.electrode4d.embedded.spi.Secrets}: each such type hands in an implementation when it is initialised.
 */
package org.electrode4d.embedded.spi;
