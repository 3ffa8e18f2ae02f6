package fr.agora.local.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One file that holds many, a ZIP with a manifest.
 *
 * @param file only its owner can read it, since what it holds includes secrets
 */
public record Archive(Path file) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MANIFEST = "manifest.json";
    private static final long LARGEST_MANIFEST = 16_000_000;

    /**
     * Writes it whole or not at all.
     *
     * @param root paths in the archive begin below it
     * @param places files and folders below the root; those that are not there are left out
     * @param wanted whether a file is kept, told its path below the root
     */
    public Manifest write(
            Path root, List<String> places, Predicate<String> wanted, Instant at, String publicUrl, String store)
            throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, file.getFileName().toString(), ".new", ownerOnly());
        try {
            Manifest manifest;
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                List<Manifest.Item> items = new ArrayList<>();
                for (String path : files(root, places, wanted)) {
                    items.add(add(zip, root, path));
                }
                manifest = new Manifest(Manifest.FORMAT, Manifest.VERSION, at, publicUrl, store, items);
                zip.putNextEntry(new ZipEntry(MANIFEST));
                zip.write(JSON.writeValueAsString(manifest).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static List<String> files(Path root, List<String> places, Predicate<String> wanted) throws IOException {
        List<String> found = new ArrayList<>();
        for (String place : places) {
            if (!Files.exists(root.resolve(place))) {
                continue;
            }
            try (Stream<Path> below = Files.walk(root.resolve(place))) {
                below.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                        .map(path -> root.relativize(path).toString().replace('\\', '/'))
                        .filter(wanted)
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static Manifest.Item add(ZipOutputStream zip, Path root, String path) throws IOException {
        zip.putNextEntry(new ZipEntry(path));
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            Digest digest = Digest.copy(in, zip, Long.MAX_VALUE);
            zip.closeEntry();
            return new Manifest.Item(path, digest.size(), digest.sha256());
        }
    }

    /** What it says it holds. */
    public Manifest manifest() throws IOException, UnfitArchive {
        try (ZipFile zip = open()) {
            return manifest(zip);
        }
    }

    /**
     * Puts everything below a folder that is empty or not there; what was put there so far stays when it fails.
     *
     * @throws UnfitArchive at the first byte that is not as it was written
     */
    public Manifest extract(Path into) throws IOException, UnfitArchive {
        try (ZipFile zip = open()) {
            Manifest manifest = manifest(zip);
            Set<String> named = new HashSet<>(Set.of(MANIFEST));
            for (Manifest.Item item : manifest.files()) {
                if (!named.add(item.path())) {
                    throw new UnfitArchive("it names " + item.path() + " twice");
                }
                extract(zip, item, into);
            }
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().<ZipEntry>map(each -> each)::iterator) {
                if (!named.contains(entry.getName())) {
                    throw new UnfitArchive("it holds " + entry.getName() + ", which its manifest does not name");
                }
            }
            return manifest;
        } catch (ZipException damaged) {
            throw new UnfitArchive("it is damaged: " + damaged.getMessage());
        }
    }

    private static void extract(ZipFile zip, Manifest.Item item, Path into) throws IOException, UnfitArchive {
        Path target = into.resolve(item.path()).normalize();
        if (!target.startsWith(into) || target.equals(into)) {
            throw new UnfitArchive("it names a place outside the platform: " + item.path());
        }
        ZipEntry entry = zip.getEntry(item.path());
        if (entry == null) {
            throw new UnfitArchive("it lacks " + item.path());
        }
        Files.createDirectories(target.getParent());
        Files.createFile(target, ownerOnly());
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            if (!Digest.copy(in, out, item.size()).equals(new Digest(item.size(), item.sha256()))) {
                throw new UnfitArchive("it is damaged: " + item.path() + " is not as it was written");
            }
        }
    }

    private ZipFile open() throws IOException, UnfitArchive {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException notOurs) {
            throw new UnfitArchive("it is no archive of Agora, or its end is missing");
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException, UnfitArchive {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null || entry.getSize() > LARGEST_MANIFEST) {
            throw new UnfitArchive("it is no archive of Agora: it has no manifest");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            JsonNode tree = JSON.readTree(in.readAllBytes());
            if (!Manifest.FORMAT.equals(tree.path("format").asString(""))) {
                throw new UnfitArchive("it is no archive of Agora");
            }
            int version = tree.path("version").asInt(0);
            if (version != Manifest.VERSION) {
                throw new UnfitArchive(
                        "it has version " + version + ", and this Agora reads version " + Manifest.VERSION);
            }
            return JSON.treeToValue(tree, Manifest.class);
        } catch (JacksonException unreadable) {
            throw new UnfitArchive("its manifest cannot be read");
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
