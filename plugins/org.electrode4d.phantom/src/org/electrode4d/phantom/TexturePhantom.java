// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

import java.util.LinkedHashMap;
import java.util.Map;
import org.electrode4d.volume.LazyVolume;
import org.electrode4d.volume.Point;
import org.electrode4d.volume.Progress;
import org.electrode4d.volume.Volume;

/**
 * A textured solid seen before and after a known motion: volumes whose true displacement field is a formula.
 *
 * <pre>{@code
 * TexturePhantom phantom = TexturePhantom.of(PhantomSettings.of(new Shape(256, 256, 256)));
 * Deformation motion = DeformationCase.AFFINE.in(phantom.settings().shape());
 * Volume t0 = phantom.reference();
 * Volume t1 = phantom.deformed(motion);
 * Point u = motion.displacement(X);   // the truth, in voxels
 * }</pre>
 *
 * <p>The grey value of a material point X, without noise, is {@code g(X)} in the reference state and at
 * {@code forward(X)} in a deformed state; both are evaluated by formula, no image is interpolated. Volumes are lazy:
 * chunks of 64³ voxels are rendered when read, bit for bit the same in whatever blocks and with however many threads.
 * A state of 256³ voxels takes one to two seconds on two cores.
 */
public final class TexturePhantom {

    private static final int CHUNK_EDGE = 64;

    private final PhantomSettings settings;
    private final TextureField field;
    private final GreyLaw law;

    private TexturePhantom(final PhantomSettings settings, final Progress progress) {
        this.settings = settings;
        field = settings.texture().field();
        law = GreyLaw.measure(field, settings.shape(), settings.detector(), progress);
    }

    /**
     * Measures the mean and standard deviation of the texture, in a second or two at most, for any shape.
     *
     * @throws IllegalArgumentException if the texture is the same everywhere in the volume
     */
    public static TexturePhantom of(final PhantomSettings settings) {
        return of(settings, Progress.NONE);
    }

    /** As {@link #of(PhantomSettings)}, to be cancelled. */
    public static TexturePhantom of(final PhantomSettings settings, final Progress progress) {
        return new TexturePhantom(settings, progress);
    }

    public PhantomSettings settings() {
        return settings;
    }

    /** The reference state: state 0, undeformed. */
    public Volume reference() {
        return state(0, Deformations.identity(), GreyChange.NONE);
    }

    /** State 1, with the same illumination. */
    public Volume deformed(final Deformation deformation) {
        return deformed(deformation, GreyChange.NONE);
    }

    /** State 1, with a changed illumination. */
    public Volume deformed(final Deformation deformation, final GreyChange change) {
        return state(1, deformation, change);
    }

    /**
     * One state of a series.
     *
     * @param number selects the noise, which differs between states; from 0
     * @param deformation from the reference state to this one
     */
    public Volume state(final int number, final Deformation deformation, final GreyChange change) {
        return volume(number, source(number, deformation, change));
    }

    /** A state whose pattern has changed since the reference state; greys follow the law of the reference state. */
    Volume state(final int number, final Deformation deformation, final TextureField pattern) {
        return volume(number,
            new StateSource(new TextureRenderer(pattern, deformation), law, settings.detector(), number));
    }

    private Volume volume(final int number, final StateSource source) {
        final String name = settings.texture().name() + " T" + number;
        final LazyVolume.Layout layout = new LazyVolume.Layout(settings.shape(), settings.detector().type(),
            CHUNK_EDGE, CHUNK_EDGE, CHUNK_EDGE);
        return LazyVolume.load(name, layout, settings.voxelSize(), source::load).withMetadata(metadata(number));
    }

    /** The grey value of a material point (voxels of the reference state) in every state: unclipped, without noise. */
    public double grey(final Point reference) {
        return law.grey(field.value(reference));
    }

    StateSource source(final int number, final Deformation deformation, final GreyChange change) {
        if (number < 0) {
            throw new IllegalArgumentException("States are numbered from 0, not " + number + ".");
        }
        final GreyLaw changed = new GreyLaw(change.gain() * law.offset() + change.offset(),
            change.gain() * law.factor());
        return new StateSource(new TextureRenderer(field, deformation), changed, settings.detector(), number);
    }

    private Map<String, String> metadata(final int number) {
        final Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("texture", settings.texture().toString());
        metadata.put("state", Integer.toString(number));
        if (settings.detector().noise() > 0) {
            metadata.put("signal to noise", Double.toString(settings.detector().signalToNoise()));
        }
        return metadata;
    }
}
