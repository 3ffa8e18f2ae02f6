package fr.agora.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTests {

    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    @TempDir
    private Path folder;

    private Path root;
    private Path target;
    private Archive archive;

    @BeforeEach
    void somethingToKeep() throws IOException {
        root = folder.resolve("root");
        target = folder.resolve("target");
        archive = new Archive(folder.resolve("agora.zip"));
        write("data/store/a.mv", "des documents");
        write("data/store/deep/b.mv", "d’autres");
        write("data/index/c", "ce qui se refait");
        write("secrets.properties", "gateway.client=essai");
    }

    @Test
    void whatIsKeptComesBackAsItWasForItsOwnerAlone() throws Exception {
        archive.write(
                root,
                List.of("data/store", "absent", "secrets.properties"),
                path -> true,
                AT,
                "http://ici",
                "embedded");

        Manifest manifest = archive.extract(target);

        assertThat(manifest.files())
                .extracting(Manifest.Item::path)
                .containsExactly("data/store/a.mv", "data/store/deep/b.mv", "secrets.properties");
        assertThat(manifest.createdAt()).isEqualTo(AT);
        assertThat(target.resolve("data/store/deep/b.mv")).hasContent("d’autres");
        assertThat(target.resolve("data/index")).doesNotExist();
        for (Path secret : List.of(archive.file(), target.resolve("secrets.properties"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .isEqualTo("rw-------");
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void anArchiveCutShortIsRefused() throws Exception {
        keep();
        byte[] bytes = Files.readAllBytes(archive.file());
        Files.write(archive.file(), java.util.Arrays.copyOf(bytes, bytes.length - 40));

        refused("it is no archive of Agora, or its end is missing");
    }

    @Test
    void oneOtherByteIsRefused() throws Exception {
        keep();
        byte[] bytes = Files.readAllBytes(archive.file());
        bytes[50] ^= 1;
        Files.write(archive.file(), bytes);

        refused("it is damaged");
    }

    @Test
    void anExchangedFileIsRefusedThoughTheZipIsSound() throws Exception {
        zip("""
                {"format":"agora-backup","version":1,"createdAt":"2026-11-02T09:00:00Z","publicUrl":"http://ici",\
                "store":"embedded","files":[{"path":"a","size":4,"sha256":"00"}]}""", "a");

        refused("it is damaged: a is not as it was written");
    }

    @Test
    void aForeignFileIsRefused() throws Exception {
        Files.writeString(archive.file(), "rien d’une archive");
        refused("it is no archive of Agora");

        zip("{\"format\":\"autre\",\"version\":1,\"files\":[]}");
        refused("it is no archive of Agora");

        zip("ceci n’est pas du JSON");
        refused("its manifest cannot be read");
    }

    @Test
    void anArchiveOfAnotherVersionIsRefused() throws Exception {
        zip("{\"format\":\"agora-backup\",\"version\":2,\"files\":[]}");

        refused("it has version 2, and this Agora reads version 1");
    }

    @Test
    void whatTheManifestDoesNotNameIsRefused() throws Exception {
        zip("""
                {"format":"agora-backup","version":1,"createdAt":"2026-11-02T09:00:00Z","publicUrl":"http://ici",\
                "store":"embedded","files":[]}""", "data/autre");

        refused("it holds data/autre, which its manifest does not name");
    }

    @Test
    void aPlaceOutsideIsRefused() throws Exception {
        zip("""
                {"format":"agora-backup","version":1,"createdAt":"2026-11-02T09:00:00Z","publicUrl":"http://ici",\
                "store":"embedded","files":[{"path":"../../outside","size":4,"sha256":"00"}]}""", "../../outside");

        refused("it names a place outside the platform: ../../outside");
        assertThat(folder.resolve("outside")).doesNotExist();
    }

    private void refused(String clause) {
        assertThatThrownBy(() -> archive.extract(target))
                .isInstanceOf(UnfitArchive.class)
                .hasMessageStartingWith(clause);
    }

    private void keep() throws IOException {
        archive.write(root, List.of("data/store"), path -> true, AT, "http://ici", "embedded");
    }

    private void zip(String manifest, String... others) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive.file()))) {
            for (String other : others) {
                zip.putNextEntry(new ZipEntry(other));
                zip.write("mots".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void write(String path, String content) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), content);
    }
}
