// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.FolderNames;
import org.electrode4d.nodes.execution.NodeFailure;
import org.knime.core.node.KNIMEException;

/**
 * Files of labels in a folder, and which scan each of them belongs to.
 *
 * @param folder path or URL
 * @param names of the files, in their order
 */
record LabelFiles(String folder, List<String> names) {

    /** @throws KNIMEException where nothing in the folder matches the pattern */
    static LabelFiles in(final String folder, final String pattern) throws IOException, KNIMEException {
        return new LabelFiles(folder, FolderNames.matching(folder, pattern, "file of labels"));
    }

    /** All files. */
    List<String> locations() {
        return names.stream().map(name -> DataPath.child(folder, name)).toList();
    }

    /**
     * The files of every scan.
     *
     * @param steps names of the scans
     * @param severalEach whether a scan may have more than one file
     * @throws KNIMEException where files and scans do not go together
     */
    List<List<String>> ofScans(final List<String> steps, final LabelMatching matching, final boolean severalEach)
        throws KNIMEException {
        if (severalEach && steps.size() == 1) {
            return List.of(locations());
        }
        return matching == LabelMatching.ORDER ? byOrder(steps) : byStep(steps, severalEach);
    }

    private List<List<String>> byOrder(final List<String> steps) throws KNIMEException {
        if (names.size() != steps.size()) {
            throw NodeFailure.of("There are " + names.size() + " files of labels in " + folder + ", but "
                + steps.size() + " scans.", "Set 'Files find their scans' to 'By step' if not all scans are labelled, "
                + "or change 'Name pattern'.");
        }
        return locations().stream().map(List::of).toList();
    }

    private List<List<String>> byStep(final List<String> steps, final boolean severalEach) throws KNIMEException {
        final List<List<String>> files = new ArrayList<>();
        for (final String step : steps) {
            final List<String> ofStep = ofStep(step);
            if (ofStep.size() > 1 && !severalEach) {
                throw NodeFailure.of("Several files have the step " + step + " in their name: "
                    + String.join(", ", ofStep) + ".", "Narrow 'Name pattern' so that one of them is left, or set "
                    + "'Files hold' to single slices.");
            }
            files.add(ofStep.stream().map(name -> DataPath.child(folder, name)).toList());
        }
        if (files.stream().allMatch(List::isEmpty) && !steps.isEmpty()) {
            throw NodeFailure.of("No file in " + folder + " has a step of the series in its name. The steps are "
                + some(steps) + ", the files " + some(names) + ".", "Put the step into the names of the files, as in "
                + "labels_" + steps.get(0) + ".tif, or set 'Files find their scans' to 'By order'.");
        }
        return files;
    }

    /** T1 is in labels_T1.tif and T1-z0120.tif, not in T10.tif. */
    private List<String> ofStep(final String step) {
        final Pattern word =
            Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(step) + "(?![\\p{L}\\p{N}])");
        return names.stream().filter(name -> word.matcher(name).find()).toList();
    }

    private static String some(final List<String> all) {
        return String.join(", ", all.subList(0, Math.min(4, all.size()))) + (all.size() > 4 ? ", ..." : "");
    }

    /** One file for one of the scans, and none for the others. */
    static List<List<String>> ofOneScan(final List<String> steps, final String step, final String location)
        throws KNIMEException {
        final int index = step.isBlank() ? 0 : steps.indexOf(step.strip());
        if (index < 0) {
            throw NodeFailure.of("There is no scan " + step.strip() + " in the series. It has " + some(steps) + ".",
                "Correct 'Step'.");
        }
        final List<List<String>> files = new ArrayList<>(Collections.nCopies(steps.size(), List.of()));
        if (!files.isEmpty()) {
            files.set(index, List.of(location));
        }
        return files;
    }
}
