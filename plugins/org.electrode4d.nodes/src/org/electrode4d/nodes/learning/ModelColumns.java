// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.learning.model.ModelFile;
import org.electrode4d.learning.model.NetworkModel;
import org.electrode4d.learning.prediction.StepRule;
import org.electrode4d.nodes.cell.SegmentationModelValue;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.table.Columns;
import org.electrode4d.nodes.table.ScanStep;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Reads tables of models. */
final class ModelColumns {

    private ModelColumns() {
    }

    /**
     * A model and the steps of a series that it is for.
     *
     * @param steps such as {@code T0-T2}; {@link ModelTable#ALL_STEPS} where the table does not say
     */
    record StepModel(ModelFile file, String steps) {
    }

    /** The index of the rightmost column of models. */
    static int find(final DataTableSpec spec) throws InvalidSettingsException {
        return Columns.findOrLast(spec, "", SegmentationModelValue.class, "models");
    }

    /**
     * All models of two tables.
     *
     * @param more may be null: the port of the second table is optional
     */
    static List<StepModel> read(final BufferedDataTable table, final BufferedDataTable more)
        throws IOException, InvalidSettingsException {
        final List<StepModel> models = new ArrayList<>(read(table));
        if (more != null) {
            models.addAll(read(more));
        }
        return models;
    }

    /** @throws InvalidSettingsException if one of the tables has no column of models; the second one may be null */
    static void require(final DataTableSpec models, final DataTableSpec more) throws InvalidSettingsException {
        find(models);
        if (more != null) {
            find(more);
        }
    }

    /** All models of a table; rows without a model are passed over. */
    static List<StepModel> read(final BufferedDataTable table) throws IOException, InvalidSettingsException {
        final int column = find(table.getDataTableSpec());
        final int steps = table.getDataTableSpec().findColumnIndex(LearningColumns.STEPS);
        final List<StepModel> models = new ArrayList<>();
        for (final DataRow row : table) {
            if (row.getCell(column) instanceof SegmentationModelValue model) {
                models.add(new StepModel(model.getModel(), steps < 0 || row.getCell(steps).isMissing()
                    ? ModelTable.ALL_STEPS : row.getCell(steps).toString()));
            }
        }
        return models;
    }

    /**
     * Looks for a model for every scan, so that a step without one is told before hours of work.
     *
     * @param volumes column of the scans; rows without one need no model
     * @throws org.electrode4d.learning.LearningException if none or several are for a step
     * @throws KNIMEException if there is no model at all
     */
    static void requireForAll(final List<StepModel> models, final BufferedDataTable series, final int volumes)
        throws KNIMEException {
        final List<StepRule> rules = rules(models);
        for (final DataRow row : series) {
            if (!row.getCell(volumes).isMissing()) {
                if (rules.isEmpty()) {
                    throw nothing();
                }
                StepRule.choose(rules, ScanStep.of(series.getDataTableSpec(), row).name());
            }
        }
    }

    /** The steps that each of the models is for. */
    static List<StepRule> rules(final List<StepModel> models) {
        return models.stream().map(model -> StepRule.parse(model.steps)).toList();
    }

    /** The failure of a node that needs a model, but the table has none. */
    static KNIMEException nothing() {
        return NodeFailure.of("The table of models holds no model.",
            "Connect a learner or a Model Reader that gives one.");
    }

    /**
     * The only model of a table, a network.
     *
     * @throws KNIMEException where there is none, or more than one
     * @throws org.electrode4d.learning.LearningException where it is no network of our own layers
     */
    static NetworkModel single(final BufferedDataTable table)
        throws IOException, InvalidSettingsException, KNIMEException {
        final List<StepModel> models = read(table);
        if (models.isEmpty()) {
            throw nothing();
        } else if (models.size() > 1) {
            throw NodeFailure.of("There are " + models.size() + " models to go on from, but only one can be trained.",
                "Leave one row in the table of models.");
        }
        return NetworkModel.of(models.get(0).file);
    }

    /**
     * Names of the classes of all models.
     *
     * @param named whether columns are named after them, so that they must be the same
     * @throws KNIMEException where they are not
     */
    static List<String> classes(final List<StepModel> models, final boolean named) throws KNIMEException {
        final List<List<String>> different =
            models.stream().map(model -> model.file().description().classes().names()).distinct().toList();
        if (different.size() > 1 && named) {
            throw NodeFailure.of("The models tell different classes apart: "
                + String.join(" and ", different.stream().map(names -> String.join(", ", names)).toList())
                + ". Probabilities have a column for each class.",
                "Switch 'Probabilities' off, or segment the series with one model after the other.");
        }
        return different.isEmpty() ? List.of() : different.get(0);
    }
}
