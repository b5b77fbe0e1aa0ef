// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.phantom;

/** Two patterns of bodies of the same profile, one upon the other. */
record FieldSum(TextureField first, TextureField second) implements TextureField {

    @Override
    public Profile profile() {
        return first.profile();
    }

    @Override
    public Bodies touching(final Bounds box) {
        final Bodies all = first.touching(box);
        all.addAll(second.touching(box));
        return all;
    }
}
