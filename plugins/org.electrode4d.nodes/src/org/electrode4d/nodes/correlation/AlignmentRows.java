// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.InitialAlignment;
import org.electrode4d.correlation.InitialTransformation;
import org.electrode4d.correlation.NodeGrid;
import org.electrode4d.correlation.Transformation;
import org.electrode4d.correlation.VolumePair;
import org.electrode4d.nodes.cell.FieldStorage;
import org.electrode4d.nodes.execution.OutputFolder;
import org.electrode4d.nodes.table.Cells;
import org.electrode4d.nodes.table.NameTemplate;
import org.electrode4d.nodes.table.SeriesColumns;
import org.electrode4d.volume.Progress;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** The output rows of the Initial Alignment. */
final class AlignmentRows {

    private static final String BEFORE = "ZNCC before [-]";
    private static final String PREVIEW = "Preview path";
    private static final String BY_HAND = "set by hand";

    private final InitialAlignmentNodeParameters parameters;
    private final DataTableSpec input;
    private final ExecutionContext context;
    private final StepPattern steps;
    private final List<String> worse = new ArrayList<>();
    private Optional<OutputFolder> folder = Optional.empty();
    private int aligned;

    AlignmentRows(final InitialAlignmentNodeParameters parameters, final DataTableSpec input,
        final ExecutionContext context) {
        this.parameters = parameters;
        this.input = input;
        this.context = context;
        steps = new StepPattern(parameters.m_steps);
    }

    static DataTableSpec spec(final boolean preview) {
        final DataTableSpecCreator creator = new DataTableSpecCreator(RegistrationRow.spec());
        creator.addColumns(SeriesColumns.column(BEFORE, DoubleCell.TYPE));
        if (preview) {
            creator.addColumns(SeriesColumns.column(PREVIEW, StringCell.TYPE));
        }
        return creator.createSpec();
    }

    DataTableSpec spec() {
        return spec(parameters.hasPreview());
    }

    void writeTo(final OutputFolder pictures) {
        folder = Optional.of(pictures);
    }

    /** How many pairs got a transformation. */
    int aligned() {
        return aligned;
    }

    /** Pairs that are less alike with their transformation than without. */
    List<String> worse() {
        return worse;
    }

    List<DataCell> cells(final PairRow row, final RowKey key, final Progress progress)
        throws IOException, InvalidSettingsException {
        progress.report(0, "Aligning " + row.scans());
        final VolumePair pair = row.volumes();
        return steps.matches(row.scans().deformedStep()) ? align(row, pair, key, progress) : keep(row, pair, progress);
    }

    private List<DataCell> align(final PairRow row, final VolumePair pair, final RowKey key, final Progress progress)
        throws IOException, InvalidSettingsException {
        aligned++;
        final InitialTransformation wanted = parameters.m_source == TransformationSource.ENTERED
            ? parameters.transformation() : TransformationColumns.of(input).of(row.row());
        final Transformation map = wanted.about(pair);
        final InitialAlignment alignment = InitialAlignment.of(pair, map, progress);
        final DeformationField field = alignment.field();
        if (!map.equals(Transformation.IDENTITY) && !(field.zncc(0) >= alignment.znccBefore())) {
            worse.add(row.scans().toString());
        }
        final List<DataCell> cells = new ArrayList<>(RegistrationRow.cells(row.scans(), field,
            FieldStorage.store(field, context, progress), BY_HAND));
        cells.add(Cells.number(alignment.znccBefore()));
        if (folder.isPresent()) {
            cells.add(draw(folder.get(), row.scans(), alignment, new DefaultRow(key, withoutPicture(cells))));
        }
        return cells;
    }

    /** A row for the template of names, which must not name the picture that it is for. */
    private static List<DataCell> withoutPicture(final List<DataCell> cells) {
        final List<DataCell> all = new ArrayList<>(cells);
        all.add(new StringCell(""));
        return all;
    }

    private DataCell draw(final OutputFolder pictures, final ScanPair scans, final InitialAlignment alignment,
        final DefaultRow row) throws IOException, InvalidSettingsException {
        final String name = new NameTemplate(parameters.m_nameTemplate).expand(spec(), row, PREVIEW) + ".png";
        final Path file = pictures.place(name);
        if (!ImageIO.write(AlignmentPreview.draw(scans, alignment, parameters.m_size), "png", file.toFile())) {
            throw new IOException("This Java runtime cannot write PNG pictures; " + file + " was not written.");
        }
        return new StringCell(pictures.target(name).toString());
    }

    /** What was known before; without that, that nothing moved. */
    private List<DataCell> keep(final PairRow row, final VolumePair pair, final Progress progress)
        throws IOException {
        final DeformationField field = row.startAtCentre(pair).orElseGet(() -> DeformationField.builder(
            NodeGrid.single(pair.centre()), pair.reference().voxelSize()).of(pair.reference()).build());
        final DataCell status = kept(row, "Status");
        final List<DataCell> cells = new ArrayList<>(RegistrationRow.cells(row.scans(), field,
            FieldStorage.store(field, context, progress),
            status.isMissing() ? field.status(0).label() : status.toString()));
        cells.add(kept(row, BEFORE));
        if (parameters.hasPreview()) {
            cells.add(kept(row, PREVIEW));
        }
        return cells;
    }

    private DataCell kept(final PairRow row, final String column) {
        final int index = PairTable.holdsPairs(input) ? input.findColumnIndex(column) : -1;
        return index < 0 ? new MissingCell("This pair got no transformation here.") : row.row().getCell(index);
    }
}
