// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.segmentation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.electrode4d.nodes.cell.VolumeCell;
import org.electrode4d.nodes.cell.VolumeStorage;
import org.electrode4d.nodes.cell.VolumeValue;
import org.electrode4d.nodes.execution.NodeExecution;
import org.electrode4d.nodes.execution.Warnings;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.RowAppender;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.nodes.table.VolumeColumns;
import org.electrode4d.segmentation.superpixel.RegionClasses;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Masks;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeFactory;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** Makes phases of regions. */
public final class SuperpixelClassifierNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Superpixel Classifier") //
        .icon("./superpixel-classifier.png") //
        .shortDescription("Makes phases of superpixels, by rules or by the classes that a learner gave them.") //
        .fullDescription("""
            <p>Gives every region of the node <i>Superpixels</i> a class, and makes a volume of phases of them.</p>
            <ul>
            <li><b>Rules</b> are conditions on the features of a region, such as
            <tt>Silicon: mean &gt; 160; sd &lt; 12</tt>. The first rule that holds counts, so put the surest first.</li>
            <li>A <b>column</b> of the table of features gives the class of each region: train any learner of KNIME on
            some regions whose class you know, apply its predictor to all, and connect the outcome. Keep the columns
            <i>Row</i> and <i>Superpixel</i>, by which regions are found again.</li>
            </ul>
            <p>Regions for which no rule holds, whose class is missing, or that the table lacks have no phase: their
            voxels are 0, and a warning tells how many regions of the table that are.</p>
            """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Regions", "A table with a column of labels of regions, as from <i>Superpixels</i>.") //
            .addInputTable("Features", "One row per region: <i>Row</i>, the ID of its row in the first table, "
                + "<i>Superpixel</i>, its label, and its features or its class.") //
            .addOutputTable("Segmented", "The first input with a column <i>Phases</i>: labels with the names of the "
                + "classes.") //
            .addOutputTable("Classes", "The second input with the <i>Class</i> of every region; missing where it has "
                + "none.")) //
        .model(m -> m //
            .parametersClass(SuperpixelClassifierNodeParameters.class) //
            .configure(SuperpixelClassifierNodeFactory::configure) //
            .execute(SuperpixelClassifierNodeFactory::execute)) //
        .nodeType(NodeFactory.NodeType.Manipulator) //
        .keywords("rule", "classification", "random forest", "predictor", "region", "phase", "Felzenszwalb");

    /** Called by KNIME. */
    public SuperpixelClassifierNodeFactory() {
        super(NODE);
    }

    private static int column(final DataTableSpec spec, final SuperpixelClassifierNodeParameters parameters)
        throws InvalidSettingsException {
        return Columns.find(spec, parameters.m_labelColumn, VolumeValue.class, "labels of regions");
    }

    private static RowAppender phases(final int column) {
        return new RowAppender(new int[]{column}, SeriesColumns.column("Phases", VolumeCell.TYPE));
    }

    private static RowAppender classes() {
        return new RowAppender(new int[0], SeriesColumns.column("Class", StringCell.TYPE));
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final SuperpixelClassifierNodeParameters parameters = in.getParameters();
        final RegionClassifier classifier = new RegionClassifier(in.getInTableSpec(1), parameters);
        out.setOutSpecs(phases(column(in.getInTableSpec(0), parameters)).spec(in.getInTableSpec(0)),
            classes().spec(in.getInTableSpec(1)));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final SuperpixelClassifierNodeParameters parameters = in.getParameters();
        final ExecutionContext context = in.getExecutionContext();
        final BufferedDataTable table = in.getInTable(0);
        final BufferedDataTable regions = in.getInTable(1);
        NodeExecution.run(context, progress -> {
            final int column = column(table.getDataTableSpec(), parameters);
            final Run run =
                new Run(new RegionClassifier(regions.getDataTableSpec(), parameters), parameters.order());
            out.setOutData(1, classes().append(regions, context, progress.part(0, 0.3), run::classify));
            final RowAppender appender = phases(column);
            out.setOutData(0, appender.append(table, context, progress.part(0.3, 1), (row, part) -> List.of(
                run.phases(row, VolumeColumns.volume(row, column), context, part))));
            final Warnings warnings = new Warnings();
            warnings.add(appender.warning());
            run.warn(warnings);
            warnings.show(out);
        });
    }

    /** Collects the classes of regions by the row of their volume. */
    private static final class Run {

        private final RegionClassifier classifier;
        private final RegionClasses common;
        private final Map<String, RegionClasses> byRow = new HashMap<>();
        private final List<String> missing = new ArrayList<>();
        private final List<String> withoutRegions = new ArrayList<>();
        private String firstUnclassified;
        private long unclassified;

        Run(final RegionClassifier classifier, final List<String> order) {
            this.classifier = classifier;
            common = new RegionClasses(order);
        }

        List<DataCell> classify(final DataRow data, final Progress progress) {
            if (classifier.isMissing(data)) {
                missing.add(data.getKey().getString());
                return List.of(new MissingCell("Row or label of the region is missing."));
            }
            final RegionClasses classes = byRow.computeIfAbsent(classifier.row(data), row -> common.another());
            final Optional<String> found = classifier.classOf(data);
            if (found.isEmpty()) {
                firstUnclassified = unclassified++ == 0 ? data.getKey().getString() : firstUnclassified;
                return List.of(new MissingCell("No rule holds, or the class is missing."));
            }
            classes.set(classifier.label(data), found.get());
            return List.of(new StringCell(found.get()));
        }

        VolumeCell phases(final DataRow row, final Volume labels, final ExecutionContext context,
            final Progress progress) throws IOException {
            Masks.requireIntegers(labels, "the labels of regions");
            final String name = row.getKey().getString();
            if (!byRow.containsKey(name)) {
                withoutRegions.add(name);
            }
            return VolumeStorage.store(VolumeDisplay.LABELS.on(byRow.getOrDefault(name, common)
                .of(LabelVolume.of(labels)).named()), context, progress);
        }

        void warn(final Warnings warnings) {
            warnings.add(unclassified == 0 ? null : unclassified + " regions have no class and became 0, the first in "
                + firstUnclassified + ".");
            warnings.add(withoutRegions.isEmpty() ? null : "The second input has no region of "
                + String.join(", ", withoutRegions) + ", which became 0.");
            warnings.add(RowAppender.warning(missing));
        }
    }
}
