// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause
package org.electrode4d.acquisition.scan;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * Asks a web server for scans: one request, whose answer holds the identifier, and if wanted further ones until the
 * scan is done. An exchange that goes on is cancelled when the scan is given up.
 */
public final class HttpScanTrigger extends BlockingScanTrigger {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final int SHOWN = 300;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;
    private static final int ATTEMPTS = 3;

    private final ScanTriggerSetup.Http setup;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT).build();

    public HttpScanTrigger(final ScanTriggerSetup.Http setup) {
        this.setup = setup;
    }

    /** Asks the server for the headers of its root. Any answer is a good one; no scan is started. */
    @Override
    public void check() throws IOException {
        final URI uri = URI.create(setup.url().replaceAll("\\{[A-Za-z]+\\}", "x")).resolve("/");
        try {
            client.send(HttpRequest.newBuilder(uri).timeout(CONNECT)
                .method("HEAD", HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(setup.text() + ": The check of the tomography control was interrupted.", e);
        }
    }

    private IOException unreachable(final IOException e) {
        return new IOException(setup.text() + ": The tomography control cannot be reached ("
            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
            + "). Check that it runs, the address, and the network.", e);
    }

    @Override
    protected String take(final ScanRequest asked, final AbortSignal abort) throws IOException, InterruptedException {
        final String body = new RequestText(setup.body()).fill(asked, HttpScanTrigger::json);
        final HttpRequest.Builder request = HttpRequest.newBuilder(uri(setup.url(), asked, ""));
        if (body.isEmpty()) {
            request.method(setup.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", setup.contentType())
                .method(setup.method(), HttpRequest.BodyPublishers.ofString(body));
        }
        final String scan = scanId(send(request.build()));
        if (!setup.progress().url().isEmpty()) {
            waitFor(asked, scan, abort);
        }
        return scan;
    }

    private void waitFor(final ScanRequest asked, final String scan, final AbortSignal abort)
        throws IOException, InterruptedException {
        final ScanTriggerSetup.Http.Progress progress = setup.progress();
        final AnswerPattern done = new AnswerPattern(progress.done());
        final Optional<AnswerPattern> failed = AnswerPattern.optional(progress.failed());
        final HttpRequest question = HttpRequest.newBuilder(uri(progress.url(), asked, scan)).build();
        while (true) {
            final String answer = ask(question, abort);
            if (failed.flatMap(pattern -> pattern.find(answer)).isPresent()) {
                throw new IOException(setup.text() + ": The tomography control answered '" + shown(answer)
                    + "'. Find out there why.");
            }
            if (done.find(answer).isPresent()) {
                return;
            }
            abort.pause(progress.period());
        }
    }

    /** A question may be lost now and then in a scan of many minutes; three in a row may not. */
    private String ask(final HttpRequest question, final AbortSignal abort) throws IOException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            try {
                return send(question);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                abort.pause(setup.progress().period());
            }
        }
    }

    private static URI uri(final String template, final ScanRequest asked, final String scan) {
        return URI.create(new RequestText(template).fill(asked, scan,
            value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")));
    }

    private static String json(final String value) {
        final String quoted = JsonNodeFactory.instance.textNode(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private String send(final HttpRequest request) throws IOException, InterruptedException {
        final HttpResponse<String> response;
        try {
            response = client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw unreachable(e);
        }
        if (response.statusCode() / HUNDRED != SUCCESS) {
            throw new IOException(setup.text() + ": The tomography control answered with status "
                + response.statusCode() + ": '" + shown(response.body()) + "'. Check the address and the request.");
        }
        return response.body();
    }

    private String scanId(final String answer) throws IOException {
        final Optional<String> id = setup.scanId().startsWith("/") ? atPointer(answer)
            : new AnswerPattern(setup.scanId()).find(answer);
        return id.filter(text -> !text.isBlank()).orElseThrow(() -> new IOException(setup.text() + ": The answer '"
            + shown(answer) + "' has no identifier of a scan at '" + setup.scanId() + "'. Correct where it is."));
    }

    private Optional<String> atPointer(final String answer) throws IOException {
        try {
            return Optional.of(JSON.readTree(answer).at(setup.scanId()).asText());
        } catch (JsonProcessingException e) {
            throw new IOException(setup.text() + ": The answer '" + shown(answer) + "' is not JSON. Give a pattern "
                + "instead of the pointer " + setup.scanId() + ".", e);
        }
    }

    private static String shown(final String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
