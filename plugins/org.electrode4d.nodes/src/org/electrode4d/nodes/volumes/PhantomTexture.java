// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.nodes.volumes;

import org.electrode4d.phantom.BlobTexture;
import org.electrode4d.phantom.SphereTexture;
import org.electrode4d.phantom.Texture;
import org.knime.node.parameters.widget.choices.Label;

/** What the phantom looks like. */
enum PhantomTexture {

    @Label(value = "Blobs", description = "Smooth and rich in detail everywhere")
    BLOBS,

    @Label(value = "Spheres", description = "Particles with sharp edges, as in a powder electrode")
    SPHERES;

    Texture of(final long seed) {
        return this == BLOBS ? BlobTexture.of(seed) : SphereTexture.of(seed);
    }
}
