// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.volume.io;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An HDF5 file, for reading. Headers are read when somebody asks for them; between readings the file is not open, so
 * that nothing has to be closed. Names inside are paths such as {@code volume/labels}; the empty name is the root.
 */
public final class Hdf5File {

    private static final int DEEPEST = 32;

    private final Path path;
    private final HdfFile file;

    private Hdf5File(final Path path, final HdfFile file) {
        this.path = path;
        this.file = file;
    }

    /** @throws VolumeFormatException if the file is missing or no HDF5 file */
    public static Hdf5File open(final Path path) throws VolumeFormatException {
        try (FileBytes bytes = new FileBytes(path)) {
            if (bytes.size() == 0) {
                throw new VolumeFormatException(path, "The file is empty. Copy or write it again.");
            }
        } catch (VolumeFormatException e) {
            throw e;
        } catch (IOException e) {
            throw new VolumeFormatException(path, "The file cannot be read: " + e.getMessage(), e);
        }
        return new Hdf5File(path, Hdf5Failure.translate(path, () -> new HdfFile(new ReopenedFile(path))));
    }

    /** Where the file is. */
    public Path path() {
        return path;
    }

    /** All data sets of numbers with at least one axis, sorted by name. */
    public List<Hdf5Dataset> datasets() throws VolumeFormatException {
        final List<Hdf5Dataset> found = new ArrayList<>();
        Hdf5Failure.translate(path, () -> {
            collect(file, 0, found);
            found.sort(Comparator.comparing(Hdf5Dataset::name));
            return found;
        });
        return found;
    }

    /**
     * The data set of a name.
     *
     * @throws VolumeFormatException if there is none of that name, or if it does not hold numbers; the message lists
     *             those that there are
     */
    public Hdf5Dataset dataset(final String name) throws VolumeFormatException {
        final Optional<Node> node = find(name);
        if (node.isPresent() && node.get() instanceof Dataset dataset) {
            final Hdf5Dataset found = new Hdf5Dataset(this, dataset);
            found.stored();
            return found;
        }
        throw new VolumeFormatException(path, "There is no data set '" + name + "'. " + listing());
    }

    /** Whether there is a group or data set of that name. */
    public boolean contains(final String name) throws VolumeFormatException {
        return find(name).isPresent();
    }

    /** The texts of an attribute of a group or data set; none if there is no such attribute or node. */
    public List<String> texts(final String name, final String attribute) throws VolumeFormatException {
        final List<String> texts = new ArrayList<>();
        values(name, attribute, texts, String.class);
        return texts;
    }

    /** The numbers of an attribute of a group or data set; none if there is no such attribute or node. */
    public double[] numbers(final String name, final String attribute) throws VolumeFormatException {
        final List<Number> numbers = new ArrayList<>();
        values(name, attribute, numbers, Number.class);
        return numbers.stream().mapToDouble(Number::doubleValue).toArray();
    }

    /** What a message says of the data sets: their names, shapes and types. */
    String listing() throws VolumeFormatException {
        final List<Hdf5Dataset> datasets = datasets();
        return datasets.isEmpty() ? "The file has no data sets of numbers." : "The file has "
            + datasets.stream().map(Hdf5Dataset::toString).collect(Collectors.joining("; ")) + ".";
    }

    /** Where the addresses of the file count from: behind what a user may have put in front. */
    long base() {
        return file.getUserBlockSize();
    }

    /** jHDF's own search fails at names that there are not, because it knows no path of the file. */
    private Optional<Node> find(final String name) throws VolumeFormatException {
        return Hdf5Failure.translate(path, () -> {
            Node node = file;
            for (final String part : name.isEmpty() ? new String[0] : name.split("/")) {
                node = node instanceof Group group ? group.getChild(part) : null;
                if (node instanceof Link link) {
                    node = link.getTarget();
                }
            }
            return Optional.ofNullable(node);
        });
    }

    private void collect(final Group group, final int depth, final List<Hdf5Dataset> found) {
        for (final Node node : group) {
            if (node.isLink()) {
                continue; // what it leads to is found where it is, or is in another file
            }
            if (node instanceof Dataset dataset) {
                if (Hdf5Numbers.stored(dataset.getDataType()).isPresent()
                    && dataset.getDimensionsAsLong().length > 0) {
                    found.add(new Hdf5Dataset(this, dataset));
                }
            } else if (node instanceof Group inner && depth < DEEPEST) {
                collect(inner, depth + 1, found);
            }
        }
    }

    private <T> void values(final String name, final String attribute, final List<T> into, final Class<T> type)
        throws VolumeFormatException {
        final Optional<Node> node = find(name);
        if (node.isPresent()) {
            Hdf5Failure.translate(path, () -> {
                final Attribute found = node.get().getAttribute(attribute);
                flatten(found == null ? null : found.getData(), into, type);
                return into;
            });
        }
    }

    /** jHDF gives a single value as it is, and arrays of arrays along several axes. */
    private static <T> void flatten(final Object value, final List<T> into, final Class<T> type) {
        if (value != null && value.getClass().isArray()) {
            for (int i = 0; i < Array.getLength(value); i++) {
                flatten(Array.get(value, i), into, type);
            }
        } else if (type.isInstance(value)) {
            into.add(type.cast(value));
        }
    }
}
