// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.correlation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.electrode4d.correlation.DeformationField;
import org.electrode4d.correlation.ParticlePosition;

/** Where each of some particles is, scan by scan; empty where it was not found. */
final class ParticleTracks {

    private final ParticleFollowing following;
    private final StepFields fields;
    private final double voxelVolume;
    private final List<String> steps = new ArrayList<>();
    private final List<List<Optional<ParticlePosition>>> tracks = new ArrayList<>();

    /**
     * @param step name of the first scan
     * @param particles to follow, as they are in the first scan
     * @param voxelVolume of the labels, in µm³
     */
    ParticleTracks(final ParticleFollowing following, final StepFields fields, final String step,
        final List<ParticlePosition> particles, final double voxelVolume) {
        this.following = following;
        this.fields = fields;
        this.voxelVolume = voxelVolume;
        steps.add(step);
        for (final ParticlePosition particle : particles) {
            tracks.add(new ArrayList<>(List.of(Optional.of(particle))));
        }
    }

    /**
     * Finds the particles in the next scan.
     *
     * @param seen the labelled particles there; of no use where fields alone are followed
     */
    void next(final String step, final List<ParticlePosition> seen) throws IOException {
        final String last = steps.get(steps.size() - 1);
        final Optional<DeformationField> fromFirst = following.needsField() ? fields.find(steps.get(0), step)
            : Optional.empty();
        final Optional<DeformationField> fromLast = following.needsField() && fromFirst.isEmpty()
            ? fields.find(last, step) : Optional.empty();
        for (final List<Optional<ParticlePosition>> track : tracks) {
            final ParticlePosition first = first(track);
            final Optional<ParticlePosition> carried = fromFirst.isPresent() ? first.carriedBy(fromFirst.get())
                : track.get(track.size() - 1).flatMap(p -> fromLast.flatMap(p::carriedBy));
            track.add(switch (following) {
                case SAME_LABEL -> ParticlePosition.ofLabel(seen, first.label());
                case NEAREST -> carried.flatMap(p -> ParticlePosition.nearest(seen, p.centre(), radius(first)));
                case FIELD -> carried;
            });
        }
        steps.add(step);
    }

    private static ParticlePosition first(final List<Optional<ParticlePosition>> track) {
        return track.get(0).orElseThrow();
    }

    /** Of the sphere of the same volume, in µm. */
    private double radius(final ParticlePosition particle) {
        return Math.cbrt(3 * particle.voxels() * voxelVolume / (4 * Math.PI));
    }

    /** How many particles are followed. */
    int count() {
        return tracks.size();
    }

    /** The label of a particle in the first scan, which it is called by. */
    int name(final int particle) {
        return first(tracks.get(particle)).label();
    }

    /** Where a particle is in a scan. */
    Optional<ParticlePosition> at(final int particle, final int scan) {
        return tracks.get(particle).get(scan);
    }
}
