// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.NodeStatus;
import org.electrode4d.correlation.Strain;
import org.electrode4d.correlation.StrainComponent;
import org.electrode4d.correlation.StrainField;
import org.electrode4d.correlation.StrainSettings;
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

    private static final List<StrainComponent> COMPONENTS = List.of(StrainComponent.values());

    /** Writes a field. */
    @FunctionalInterface
    interface Format {
        void write(DeformationField field, Path target) throws IOException;
    }

    /** Writes the strain of a field. */
    @FunctionalInterface
    private interface StrainFormat {
        void write(StrainField strain, Path target) throws IOException;
    }

    static List<FieldFile> chosen(final DeformationFieldWriterNodeParameters parameters) {
        final List<FieldFile> files = new ArrayList<>();
        if (parameters.m_spamTsv) {
            files.add(new FieldFile("SPAM TSV path", ".tsv", FieldFile::writeTsv));
        }
        if (parameters.m_csv) {
            files.add(new FieldFile("CSV path", ".csv", FieldCsv::write));
        }
        if (parameters.m_vtk) {
            files.add(new FieldFile("VTK path", ".vti", FieldVtk::write));
        }
        if (parameters.m_strain) {
            files.addAll(files.stream().map(file -> strain(file, parameters.m_strainMethod)).toList());
        }
        return files;
    }

    private static FieldFile strain(final FieldFile field, final StrainMethod method) {
        final StrainFormat format = switch (field.suffix) {
            case ".tsv" -> SpamTsv::writeStrain;
            case ".csv" -> (strain, target) -> FieldCsv.write(strain, COMPONENTS, target);
            default -> (strain, target) -> FieldVtk.write(strain, COMPONENTS, target);
        };
        return new FieldFile("Strain " + field.column, "-strain-" + spamsName(method) + field.suffix,
            (measured, target) -> format.write(
                Strain.of(measured, StrainSettings.defaults().withMethod(method.method)), target));
    }

    private static String spamsName(final StrainMethod method) {
        return switch (method.method) {
            case CORRELATION -> "raw";
            case Q8 -> "Q8";
            default -> "Geers";
        };
    }

    private static void writeTsv(final DeformationField field, final Path target) throws IOException {
        if (isFiltered(field)) {
            SpamTsv.writeFiltered(field, target);
        } else {
            SpamTsv.write(field, target);
        }
    }

    private static boolean isFiltered(final DeformationField field) {
        return field.count(NodeStatus.FILLED) > 0;
    }

    /** Whether ParaView can show the file as a state of a time series. */
    boolean isVtk() {
        return suffix.endsWith(".vti");
    }

    /** What SPAM appends to the names of the scans. */
    static String kind(final DeformationField field) {
        if (field.grid().size() == 1) {
            return "-registration";
        }
        return isFiltered(field) ? "-ldic-filtered" : "-ldic";
    }
}
