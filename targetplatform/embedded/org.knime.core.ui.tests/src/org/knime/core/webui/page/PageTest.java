// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.knime.core.webui.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {

    @TempDir
    Path bundle;

    private FromFilePage page(final String file) throws IOException {
        Files.createDirectories(bundle.resolve("view/assets"));
        Files.writeString(bundle.resolve("view/index.html"), "<html><script src='assets/a.js'></script></html>");
        Files.writeString(bundle.resolve("view/assets/a.js"), "let a = 1;");
        return new FromFilePage(new BundleFolder(bundle.resolve("view")), file);
    }

    private static String text(final Resource resource) throws IOException {
        return new String(resource.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void comesFromAFileOfTheBundle() throws IOException {
        final Page page = page("index.html").addResourceDirectory("assets");
        assertEquals("<html><script src='assets/a.js'></script></html>", text(page));
        assertEquals(Resource.ContentType.HTML, page.getContentType());
        assertEquals("let a = 1;", text(page.getResource("assets/a.js").orElseThrow()));
        assertTrue(page.isCompletelyStatic());
        assertTrue(page.getResource("assets/b.js").isEmpty());
    }

    @Test
    void theFileMustExist() {
        final String message =
            assertThrows(IllegalStateException.class, () -> page("none.html")).getMessage();
        assertTrue(message.contains("none.html"), message);
    }

    @Test
    void aBundleThatIsAJarHasNoFolder() {
        final IllegalStateException e = assertThrows(IllegalStateException.class,
            () -> Page.create().fromFile().bundleClass(Test.class).basePath("view").relativeFilePath("index.html"));
        assertTrue(e.getMessage().contains("Eclipse-BundleShape: dir"), e.getMessage());
    }

    @Test
    void aResourceCanBeASingleFile() throws IOException {
        assertTrue(page("index.html").addResourceFile("assets/a.js").getResource("assets/a.js").isPresent());
    }

    @Test
    void comesFromAText() throws IOException {
        final Page page = Page.create().fromString(() -> "<html/>").relativePath("index.html")
            .addResourceFromString(() -> "let b = 2;", "b.js");
        assertEquals("<html/>", text(page));
        assertEquals("index.html", page.getRelativePath());
        assertEquals("let b = 2;", text(page.getResource("b.js").orElseThrow()));
        assertFalse(page.isCompletelyStatic());
    }

    @Test
    void onlySomeKindsOfResourcesAreKnown() {
        final Page page = Page.create().fromString(() -> "body {}").relativePath("style.css");
        assertThrows(IllegalArgumentException.class, page::getContentType);
    }
}
