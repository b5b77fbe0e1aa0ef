// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.segmentation.particle;

import java.util.Optional;
import java.util.Set;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.VolumeFace;
import org.electrode4d.volume.statistics.LabelExtent;
import org.electrode4d.volume.statistics.LabelGrey;

/**
 * What one labelled particle is like.
 *
 * @param extent its label, voxels, box and centre in voxels
 * @param form its size and where it is
 * @param surface its surface and contacts
 * @param distance from the current collector; empty where none was given
 * @param grey its grey values; empty where none were given
 */
public record Particle(LabelExtent extent, Form form, Surface surface, Optional<Distance> distance,
    Optional<LabelGrey> grey) {

    /**
     * @param volume in µm³
     * @param diameter in µm, of the ball of the same volume, (6V/pi)^(1/3); in a slice of the disc of the same area
     * @param centre of mass in µm, in the coordinates of the volume
     * @param axes of the ellipsoid with the same moments
     * @param border faces of the volume that the particle touches: it is then cut, and its size a part of the true one
     */
    public record Form(double volume, double diameter, Point centre, PrincipalAxes axes, Set<VolumeFace> border) {
    }

    /**
     * @param area in µm²; in a slice that of the side, without lids
     * @param sphericity area of the ball of the same volume as a part of the area, pi^(1/3) (6V)^(2/3) / A; in a slice
     *     the border of the disc of the same area as a part of the border. Crofton's formula makes it up to 4 % larger
     *     than 1 for balls of 100 voxels, 1.5 % for those of 500; NaN for particles that are cut and whose cut does not count as surface, and for
     *     those that are smaller than asked for
     * @param contacts number of other particles that share a face of a voxel with it (coordination number)
     * @param contactArea in µm², of all these contacts
     */
    public record Surface(double area, double sphericity, int contacts, double contactArea) {
    }

    /**
     * Along the normal of the collector, positive on the side of the electrode.
     *
     * @param centre of the centre of mass, in µm
     * @param nearest of the corner of the nearest voxel, in µm: 0 for a particle that touches the plane
     */
    public record Distance(double centre, double nearest) {
    }

    public int label() {
        return extent.label();
    }
}
