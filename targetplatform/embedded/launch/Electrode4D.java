// Copyright (c) 2026, the Electrode4D contributors
// SPDX-License-Identifier: BSD-2-Clause

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts the command line: runs the embedded platform in Equinox with the user's arguments, working directory and
 * terminal. In a checkout it is a single source file, {@code java -Delectrode4d.root=<repository> Electrode4D.java
 * <arguments>}, and first builds the platform when that is absent or older than its sources. In a release it is a class,
 * and the platform lies in the folder {@value #RELEASED}. The environment variable {@code ELECTRODE4D_OPTS} adds options
 * for the Java machine, for example {@code -Xmx32g}.
 */
public final class Electrode4D {

    private static final long GIGABYTE = 1L << 30;

    /** The folder of a release that holds all plug-ins: those of the platform, of the nodes and of the engines. */
    private static final String RELEASED = "platform";

    /** The embedded platform, and the engines for networks with the native code of this machine. */
    private static final String MODULES = "targetplatform/embedded/runtime,"
        + Stream.of("dl4j", "dl4j.linux.x86_64", "dl4j.win32.x86_64", "dl4j.macosx.x86_64", "onnx")
            .map(name -> "plugins/org.electrode4d.learning." + name).collect(Collectors.joining(","));

    /** Equinox takes folders for URLs and finds no plug-in where they hold these. */
    private static final String FOREIGN = ".*([%#?]|!([/\\\\]|$)).*";

    private final Path root;
    private final Path target;
    private final Path plugins;

    private Electrode4D(final Path root) {
        this.root = root;
        this.target = root.resolve("targetplatform/embedded/runtime/target");
        this.plugins = isReleased() ? root.resolve(RELEASED) : target.resolve("repository/plugins");
    }

    private boolean isReleased() {
        return Files.isDirectory(root.resolve(RELEASED));
    }

    public static void main(final String[] arguments) throws Exception {
        final Electrode4D launcher = new Electrode4D(Path.of(System.getProperty("electrode4d.root", "."))
            .toAbsolutePath().normalize());
        if (launcher.root.toString().matches(FOREIGN)) {
            System.err.println("ERROR   Electrode4D cannot be started from the folder " + launcher.root);
            System.err.println("        Names of folders on the way to it must not hold %, # or ? or end with !; move it.");
            System.exit(3);
        }
        if (!launcher.setUp()) {
            System.exit(3);
        }
        System.exit(launcher.run(arguments));
    }

    /** Builds the platform if need be; false after a failed build, which is explained on the error stream. */
    private boolean setUp() throws IOException, InterruptedException {
        if (isReleased() || isUpToDate()) {
            return true;
        }
        Files.createDirectories(target);
        try (FileChannel file = FileChannel.open(target.resolve("setup.lock"), StandardOpenOption.CREATE,
            StandardOpenOption.WRITE); FileLock lock = file.lock()) {
            return isUpToDate() || build();
        }
    }

    private boolean isUpToDate() throws IOException {
        final Path stamp = target.resolve("setup.stamp");
        if (!Files.isDirectory(plugins)) {
            return false;
        }
        final FileTime built = Files.exists(stamp) ? latest(Files.getLastModifiedTime(stamp),
            Files.getLastModifiedTime(plugins)) : Files.getLastModifiedTime(plugins);
        FileTime changed = Files.getLastModifiedTime(root.resolve("pom.xml"));
        for (String folder : List.of("plugins", "targetplatform", "features")) {
            changed = latest(changed, newestSource(root.resolve(folder)));
        }
        return changed.compareTo(built) <= 0;
    }

    private static FileTime latest(final FileTime a, final FileTime b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    /** The latest change of a file that goes into the platform: build results, hidden files and tests do not. */
    private static FileTime newestSource(final Path folder) throws IOException {
        final FileTime[] newest = {FileTime.fromMillis(0)};
        if (!Files.isDirectory(folder)) {
            return newest[0];
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(final Path dir, final BasicFileAttributes a) {
                final String name = dir.getFileName().toString();
                final boolean skip = List.of("target", "bin", "lib").contains(name) || name.endsWith(".tests");
                return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(final Path file, final BasicFileAttributes a) {
                if (!file.getFileName().toString().startsWith(".")) {
                    newest[0] = latest(newest[0], a.lastModifiedTime());
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return newest[0];
    }

    private boolean build() throws IOException, InterruptedException {
        final Path log = target.resolve("setup.log");
        final Path stamp = target.resolve("setup.stamp");
        System.err.print(Files.exists(stamp) ? "Sources have changed; Electrode4D is rebuilt "
            : "Electrode4D sets itself up for the first use; this takes some minutes ");
        final Process maven = startMaven(log);
        while (!maven.waitFor(2, TimeUnit.SECONDS)) {
            System.err.print('.');
        }
        System.err.println();
        if (maven.exitValue() != 0 || !Files.isDirectory(plugins)) {
            System.err.println("ERROR   The set-up failed; the reasons are in " + log);
            System.err.println("        The build needs a Maven repository: a connection, or a filled ~/.m2.");
            return false;
        }
        Files.write(stamp, new byte[0]);
        return true;
    }

    private Process startMaven(final Path log) throws IOException {
        final List<String> command = new ArrayList<>();
        if (isWindows()) {
            command.addAll(List.of("cmd", "/c", root.resolve("mvnw.cmd").toString()));
        } else {
            command.addAll(List.of("sh", root.resolve("mvnw").toString()));
        }
        command.addAll(List.of("-q", "-B", "-ntp", "-Dmaven.test.skip=true", "-pl", MODULES, "-am", "package"));
        final ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile())
            .redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        final Process maven = builder.start();
        maven.getOutputStream().close();
        stopWithUs(maven, () -> { });
        return maven;
    }

    private int run(final String[] arguments) throws IOException, InterruptedException {
        final Path configuration = Files.createTempDirectory("electrode4d-");
        try {
            try (OutputStream out = Files.newOutputStream(configuration.resolve("config.ini"))) {
                configuration().store(out, null);
            }
            final ProcessBuilder builder = new ProcessBuilder(command(configuration, arguments)).inheritIO();
            final Process platform = builder.start();
            stopWithUs(platform, () -> delete(configuration));
            return platform.waitFor();
        } finally {
            delete(configuration);
        }
    }

    private List<String> command(final Path configuration, final String[] arguments) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", isWindows() ? "java.exe" : "java").toString());
        // a plane of 512 x 512 labels is a megabyte and a few bytes, which in regions of a megabyte takes two of them
        command.addAll(List.of("-Xmx" + defaultHeap(), "-XX:G1HeapRegionSize=16m", "-Djava.awt.headless=true",
            "-Djdk.console=java.base"));
        if (!isReleased()) {
            command.add("-Delectrode4d.engines=" + root.resolve("plugins"));
        }
        if (!isWindows()) {
            command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dsun.stdout.encoding=UTF-8",
                "-Dsun.stderr.encoding=UTF-8"));
        }
        if (Runtime.version().feature() >= 24) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        Stream.of(Optional.ofNullable(System.getenv("ELECTRODE4D_OPTS")).orElse("").trim().split("\\s+"))
            .filter(option -> !option.isEmpty()).forEach(command::add);
        command.addAll(List.of("-jar", bundle("org.eclipse.equinox.launcher").toString(), "-configuration",
            configuration.toString(), "-nosplash", "-application", "org.electrode4d.embedded.application"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Half of the memory, at most 8 GB. */
    private static String defaultHeap() {
        final long memory = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getTotalMemorySize();
        return Math.min(memory / 2, 8 * GIGABYTE) / (1 << 20) + "m";
    }

    /** Stored as properties, so that folders may have any name. */
    private Properties configuration() throws IOException {
        final String bundles;
        try (Stream<Path> entries = Files.list(plugins)) {
            bundles = entries.sorted().filter(p -> !isFramework(name(p))).map(this::entry)
                .collect(Collectors.joining(","));
        }
        final Properties configuration = new Properties();
        configuration.putAll(Map.of("osgi.framework", url(bundle("org.eclipse.osgi")), "osgi.bundles", bundles,
            "osgi.bundles.defaultStartLevel", "4", "osgi.instance.area", "@none", "osgi.user.area", "@none",
            "eclipse.ignoreApp", "false", "osgi.noShutdown", "false", "eclipse.exitOnError", "true"));
        return configuration;
    }

    private static boolean isFramework(final String name) {
        return name.equals("org.eclipse.osgi") || name.startsWith("org.eclipse.equinox.launcher")
            || name.equals("org.eclipse.equinox.simpleconfigurator") || name.endsWith(".source");
    }

    private String entry(final Path bundle) {
        final String reference = "reference:" + url(bundle).replace(",", "%2C");
        return switch (name(bundle)) {
            case "org.eclipse.equinox.common" -> reference + "@2:start";
            case "org.eclipse.core.runtime", "org.eclipse.equinox.app", "org.eclipse.equinox.registry",
                "org.apache.felix.scr" -> reference + "@start";
            default -> reference;
        };
    }

    private Path bundle(final String name) throws IOException {
        try (Stream<Path> entries = Files.list(plugins)) {
            return entries.filter(p -> name(p).equals(name)).max(Path::compareTo).orElseThrow(() -> new IOException(
                "No bundle " + name + " in " + plugins + (isReleased() ? "; unpack the release again."
                    : "; delete " + target + " and start again.")));
        }
    }

    /** Symbolic name of a bundle: the file name before the version. */
    private static String name(final Path bundle) {
        return bundle.getFileName().toString().replaceFirst("[_-]\\d.*", "");
    }

    private static String url(final Path path) {
        return "file:" + path.toString().replace('\\', '/');
    }

    /** Hands Ctrl-C and termination on, waits until the process has cleaned up, then cleans up here. */
    private static void stopWithUs(final Process process, final Runnable afterwards) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.destroy();
            try {
                process.waitFor();
                afterwards.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private static void delete(final Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            System.err.println("WARNING The temporary folder " + folder + " stays: " + e.getMessage());
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }
}
