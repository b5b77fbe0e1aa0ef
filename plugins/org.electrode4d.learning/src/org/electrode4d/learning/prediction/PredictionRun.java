// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.learning.prediction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.electrode4d.learning.data.GreyScale;
import org.electrode4d.learning.data.Orientation;
import org.electrode4d.learning.network.Tensor;
import org.electrode4d.volume.LabelVolume;
import org.electrode4d.volume.PlaneStore;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.ScratchSpace;
import org.electrode4d.volume.Shape;
import org.electrode4d.volume.Volume;

/** The segmentation of one volume: slices across x and y first, then slab by slab and plane by plane across z. */
final class PredictionRun {

    /** Of a slab of probabilities from slices across x and y. */
    private static final long SLAB_VALUES = 1 << 24;
    private static final int THICKEST = 64;

    private final SliceProbabilities network;
    private final ClassLabels labels;
    private final PredictionSettings settings;
    private final Volume volume;
    private final GreyScale scale;
    private final ScratchSpace scratch;
    private final Progress progress;
    private final long slices;
    private final SliceReader planes;
    private final PlaneStore classes;
    private final List<ProbabilityPlanes> probabilities = new ArrayList<>();
    private long done;
    private long excluded;

    /** @throws IOException if there is no room */
    PredictionRun(final SliceProbabilities network, final ClassLabels labels, final PredictionSettings settings,
        final Input input, final ScratchSpace scratch) throws IOException {
        this.network = network;
        this.labels = labels;
        this.settings = settings;
        this.volume = input.volume();
        this.scale = input.scale();
        this.scratch = scratch;
        this.progress = input.progress();
        this.slices = settings.orientations().stream().mapToLong(o -> o.slices(volume.shape())).sum();
        this.planes = new SliceReader(volume, Orientation.XY);
        this.classes = scratch.create(volume.shape(), labels.type());
        for (int i = 0; settings.probabilities() && i < network.channels(); i++) {
            probabilities.add(new ProbabilityPlanes(volume.shape(), scratch));
        }
    }

    /** What is segmented. */
    record Input(Volume volume, GreyScale scale, Progress progress) { }

    Prediction run() throws IOException {
        final List<OrthogonalVotes> votes = new ArrayList<>();
        final int thickness = thickness();
        for (final Orientation orientation : settings.orientations()) {
            if (orientation != Orientation.XY) {
                votes.add(votes(orientation, thickness));
            }
        }
        final int depth = Math.toIntExact(volume.shape().z());
        for (int first = 0; first < depth; first += thickness) {
            slab(first, Math.min(thickness, depth - first), votes, first / thickness);
        }
        votes.forEach(vote -> vote.release(scratch));
        return new Prediction(new LabelVolume(classes.like(volume, volume.name()), labels.names()), volumes(),
            excluded);
    }

    private int thickness() {
        final long plane = volume.shape().x() * volume.shape().y() * network.channels();
        return settings.isAlongZ() ? (int)Math.max(1, Math.min(THICKEST, SLAB_VALUES / plane)) : 1;
    }

    private OrthogonalVotes votes(final Orientation orientation, final int thickness) throws IOException {
        final Shape shape = volume.shape();
        final OrthogonalVotes votes = new OrthogonalVotes(orientation, shape, network.channels(), thickness, scratch);
        final SliceReader reader = new SliceReader(volume, orientation);
        for (int slice = 0; slice < orientation.slices(shape); slice++) {
            progress.check();
            votes.store(slice, probabilities(reader.read(slice), orientation));
        }
        return votes;
    }

    /** @param grey values of a slice, which are normalised in place */
    private Tensor probabilities(final float[] grey, final Orientation orientation) {
        progress.report((double)done / slices, "Segmenting " + volume.name() + ", slice " + (done + 1) + " of "
            + slices);
        done++;
        final int rows = orientation.rows(volume.shape());
        final int columns = orientation.columns(volume.shape());
        scale.apply(grey);
        return network.of(new Tensor(new int[] {1, 1, rows, columns}, grey), progress);
    }

    private void slab(final int first, final int count, final List<OrthogonalVotes> votes, final int slab) {
        final float[][] sums = new float[count][network.channels() * classes.planeVoxels()];
        votes.forEach(vote -> vote.add(slab, sums));
        for (int z = 0; z < count; z++) {
            plane(first + z, sums[z]);
        }
    }

    /** @param sums of probabilities, to which those of slices across z are added */
    private void plane(final int z, final float[] sums) {
        progress.check();
        final float[] grey = planes.read(z);
        final boolean[] without = new boolean[grey.length];
        for (int i = 0; i < grey.length; i++) {
            without[i] = !Float.isFinite(grey[i]);
            excluded += without[i] ? 1 : 0;
        }
        if (settings.orientations().contains(Orientation.XY)) {
            final float[] own = probabilities(grey, Orientation.XY).values();
            for (int i = 0; i < sums.length; i++) {
                sums[i] += own[i];
            }
        }
        final int number = settings.orientations().size();
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= number;
        }
        classes.store(z, labels.plane(greatest(sums, without)));
        for (int channel = 0; channel < probabilities.size(); channel++) {
            probabilities.get(channel).store(z, sums, channel * grey.length, without);
        }
    }

    /** The class of greatest probability, the first of equal ones; -1 where there is none. */
    private static byte[] greatest(final float[] probabilities, final boolean[] without) {
        final int pixels = without.length;
        final byte[] greatest = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            int best = probabilities.length == pixels && probabilities[i] > 0.5f ? 1 : 0;
            for (int channel = 1; channel < probabilities.length / pixels; channel++) {
                best = probabilities[channel * pixels + i] > probabilities[best * pixels + i] ? channel : best;
            }
            greatest[i] = (byte)(without[i] ? -1 : best);
        }
        return greatest;
    }

    private List<Volume> volumes() {
        final List<Volume> volumes = new ArrayList<>();
        if (probabilities.size() == 1) {
            volumes.add(probabilities.get(0).volume(volume.name(), true, volume));
        }
        for (final ProbabilityPlanes planes : probabilities) {
            volumes.add(planes.volume(volume.name(), false, volume));
        }
        return volumes;
    }
}
