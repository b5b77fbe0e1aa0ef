// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

/**
 * What the XML files of VTK have in common, as far as this project writes them: a head, arrays that are declared there
 * and appended raw in little-endian order, each after the number of its bytes (UInt64), and an end.
 */
public final class VtkXml {

    /** Between the declarations of arrays and the arrays. */
    public static final String APPENDED = "  <AppendedData encoding=\"raw\">\n   _";

    /** Behind the arrays. */
    public static final String END = "\n  </AppendedData>\n</VTKFile>\n";

    private VtkXml() {
    }

    /** @param type of the file: "ImageData", "UnstructuredGrid", "Collection" */
    public static String head(final String type) {
        return "<?xml version=\"1.0\"?>\n<VTKFile type=\"" + type
            + "\" version=\"1.0\" byte_order=\"LittleEndian\" header_type=\"UInt64\">\n";
    }

    /**
     * The declaration of an appended array.
     *
     * @param type of its numbers, as VTK calls it: "Float32"
     * @param offset in bytes from the first array
     */
    public static String array(final String type, final String name, final int components, final long offset) {
        return "        <DataArray type=\"" + type + "\" Name=\"" + escaped(name) + "\" NumberOfComponents=\""
            + components + "\" format=\"appended\" offset=\"" + offset + "\"/>\n";
    }

    /** A text as the value of an attribute. */
    public static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
