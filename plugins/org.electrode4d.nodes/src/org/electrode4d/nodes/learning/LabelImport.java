// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.electrode4d.learning.data.MappedLabels;
import org.electrode4d.learning.data.PlacedSlices;
import org.electrode4d.nodes.execution.DataPath;
import org.electrode4d.nodes.execution.NodeFailure;
import org.electrode4d.nodes.picture.VolumeDisplay;
import org.electrode4d.nodes.table.LabelMapping;
import org.electrode4d.nodes.table.LabelNames;
import org.electrode4d.volume.Block;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;
import org.electrode4d.volume.VoxelSize;
import org.electrode4d.volume.io.VolumeFiles;
import org.electrode4d.volume.io.VolumeSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;

/** Makes label volumes of files, as the parameters say. */
final class LabelImport {

    private static final Pattern LAST_NUMBER = Pattern.compile("([0-9]{1,9})[^0-9]*$");

    private final LabelReaderNodeParameters parameters;
    private final SortedMap<Integer, String> names;
    private final SortedMap<Integer, Integer> meaning;

    LabelImport(final LabelReaderNodeParameters parameters) throws InvalidSettingsException {
        this.parameters = parameters;
        names = LabelNames.parse(parameters.m_names, "Names");
        meaning = LabelMapping.parse(parameters.m_mapping, "Meaning of values");
    }

    /** Labels that belong to no scan. */
    Volume alone(final String location) throws IOException {
        final Volume labels = open(location, parameters.voxelSize());
        return finished(labels, MappedLabels.of(labels, meaning));
    }

    /** The labels of a scan: its shape, voxel size and position. */
    Volume of(final Volume scan, final List<String> locations)
        throws IOException, KNIMEException, InvalidSettingsException {
        if (parameters.m_content == LabelContent.VOLUMES) {
            final Volume labels = open(locations.get(0), Optional.of(scan.voxelSize()));
            requireShape(labels, locations.get(0), scan);
            return finished(labels, MappedLabels.of(labels, meaning)).withOrigin(scan.origin());
        }
        final SortedMap<Long, Volume> slices = slices(scan, locations);
        final Volume first = slices.get(slices.firstKey());
        return finished(first,
            PlacedSlices.of(scan, parameters.m_plane.axis(), slices, parameters.m_unlabelled));
    }

    private Volume open(final String location, final Optional<VoxelSize> size) throws IOException {
        return VolumeFiles.open(new VolumeSource(DataPath.resolve(location), parameters.m_slicePattern, size));
    }

    /** @param read with the names that the file holds */
    private Volume finished(final Volume read, final Volume labels) {
        final SortedMap<Integer, String> all = new TreeMap<>(LabelVolume.of(read).names());
        meaning.keySet().forEach(all::remove);
        all.putAll(names);
        return VolumeDisplay.LABELS.on(new LabelVolume(labels, all).named());
    }

    private static void requireShape(final Volume labels, final String location, final Volume scan)
        throws KNIMEException {
        if (!labels.shape().equals(scan.shape())) {
            throw NodeFailure.of(location + " has " + labels.shape() + " voxels, but " + scan.name() + " has "
                + scan.shape() + ".", isTurned(labels.shape(), scan.shape())
                    ? "The axes of the labels are in another order: write them again with z, y, x as those of the scan."
                    : "Read the labels that were painted on this scan, crop the one as the other, or set 'Files hold' "
                        + "to single slices.");
        }
    }

    private static boolean isTurned(final Shape a, final Shape b) {
        final long[] one = {a.x(), a.y(), a.z()};
        final long[] other = {b.x(), b.y(), b.z()};
        Arrays.sort(one);
        Arrays.sort(other);
        return Arrays.equals(one, other);
    }

    private SortedMap<Long, Volume> slices(final Volume scan, final List<String> locations)
        throws IOException, KNIMEException, InvalidSettingsException {
        final List<Volume> pages = new ArrayList<>();
        for (final String location : locations) {
            final Volume file = open(location, Optional.of(scan.voxelSize()));
            for (long page = 0; page < file.shape().z(); page++) {
                pages.add(MappedLabels.of(file.crop(new Block(0, 0, page, (int)file.shape().x(),
                    (int)file.shape().y(), 1)), meaning));
            }
        }
        final List<Long> indices = indices(locations, pages.size());
        final SortedMap<Long, Volume> slices = new TreeMap<>();
        for (int i = 0; i < pages.size(); i++) {
            if (slices.put(indices.get(i), pages.get(i)) != null) {
                throw NodeFailure.of("Slice " + (indices.get(i) + parameters.m_firstSlice) + " of " + scan.name()
                    + " has labels twice, in " + pages.get(i).name() + " and in another file.",
                    "Take one of both away, or correct 'Slices'.");
            }
        }
        return slices;
    }

    private List<Long> indices(final List<String> locations, final int pages)
        throws KNIMEException, InvalidSettingsException {
        final List<Long> given = parameters.slices();
        if (given.isEmpty() && pages == locations.size()) {
            final List<Long> named = new ArrayList<>();
            for (final String location : locations) {
                named.add(index(location));
            }
            return named;
        }
        if (given.size() != pages) {
            throw NodeFailure.of("There are " + pages + " labelled slices, but " + given.size()
                + " numbers in 'Slices'.", "Write in 'Slices' where in the scan each of them is.");
        }
        return given;
    }

    private long index(final String location) throws KNIMEException {
        final String name = location.replaceAll("(\\.ome)?\\.[A-Za-z0-9]+$", "").replaceAll(".*[/\\\\]", "");
        final Matcher number = LAST_NUMBER.matcher(name);
        if (!number.find()) {
            throw NodeFailure.of("The name of " + location + " holds no number of a slice.",
                "Write in 'Slices' which slice of the scan it is, or name the file like T3-z0120.tif.");
        }
        return Long.parseLong(number.group(1)) - parameters.m_firstSlice;
    }
}
