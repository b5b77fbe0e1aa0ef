// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.io.FieldCsv;
import org.electrode4d.correlation.io.FieldVtk;
import org.electrode4d.correlation.io.SpamTsv;

/**
 * A kind of file that deformation fields are written to.
 *
 * @param column head of the column of paths
 * @param suffix of the file
 */
record FieldFile(String column, String suffix, Format format) {

    /** Writes a field. */
    @FunctionalInterface
    interface Format {
        void write(DeformationField field, Path target) throws IOException;
    }

    static List<FieldFile> chosen(final DeformationFieldWriterNodeParameters parameters) {
        final List<FieldFile> files = new ArrayList<>();
        if (parameters.m_spamTsv) {
            files.add(new FieldFile("SPAM TSV path", ".tsv", SpamTsv::write));
        }
        if (parameters.m_csv) {
            files.add(new FieldFile("CSV path", ".csv", FieldCsv::write));
        }
        if (parameters.m_vtk) {
            files.add(new FieldFile("VTK path", ".vti", FieldVtk::write));
        }
        return files;
    }

    /** What SPAM appends to the names of the scans. */
    static String kind(final DeformationField field) {
        if (field.grid().size() == 1) {
            return "-registration";
        }
        return field.count(NodeStatus.FILLED) > 0 ? "-ldic-filtered" : "-ldic";
    }
}
