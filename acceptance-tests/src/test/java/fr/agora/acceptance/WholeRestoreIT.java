package fr.agora.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.MongoClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A platform is backed up, forgotten and restored: the same documents, and the same index made of them anew. */
class WholeRestoreIT {

    private static final Duration SETTLED = Duration.ofMinutes(2);
    /** The trail of what is done, the rebuild after the restore too: what it held stays as it was. */
    private static final Set<String> GROWING = Set.of("audit_entries", "audit_seals", "audit_witness");

    @AfterAll
    static void tell() {
        InjectedAndSeen.print();
    }

    @Test
    void whatWasBackedUpComesBackIntoAnEmptyHomeAndIsFoundAgain() throws Exception {
        Agora agora = Agora.running();
        assumeTrue(agora.isOurs(), "only a platform of these tests is forgotten");
        Path backup = Path.of("target", "restore", "agora.zip").toAbsolutePath();
        Files.createDirectories(backup.getParent());
        Files.deleteIfExists(backup);
        Map<String, Map<String, String>> documents = settled("documents", () -> documents(agora));
        Map<String, Set<String>> found = settled("index", () -> found(agora));
        assertThat(documents).containsKeys("agora_directory.members", "agora_projects.use_cases", "agora_jobs.offers");
        assertThat(found.values()).noneMatch(Set::isEmpty);

        agora.whileStopped(() -> {
            agora.run("backup", backup.toString());
            agora.run("reset");
            agora.run("restore", backup.toString());
        });

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        Map<String, Map<String, String>> restored = documents(agora);
        documents.forEach((collection, before) -> {
            Map<String, String> after = restored.getOrDefault(collection, Map.of());
            assertThat(after).as(collection).containsAllEntriesOf(before);
            if (!GROWING.contains(collection.substring(collection.indexOf('.') + 1))) {
                assertThat(after).as(collection).hasSameSizeAs(before);
            }
        });
        await("the same found")
                .atMost(SETTLED)
                .untilAsserted(() -> assertThat(found(agora)).isEqualTo(found));
        assertThat(agora.as("lucas.morvan").get("/api/directory/members/me").status())
                .isEqualTo(200);
        InjectedAndSeen.row(
                "backup, everything forgotten, restore",
                documents.values().stream().mapToInt(Map::size).sum() + " documents of " + documents.size()
                        + " collections with the same digests; in the index made anew, the same "
                        + found.values().stream().mapToInt(Set::size).sum() + " entries of " + found.size() + " kinds");
    }

    // what is under way arrives first: two looks see the same
    private static <T> T settled(String what, Supplier<T> look) {
        AtomicReference<T> before = new AtomicReference<>();
        return await("settled " + what)
                .atMost(SETTLED)
                .pollInterval(Duration.ofSeconds(1))
                .until(look::get, now -> now.equals(before.getAndSet(now)));
    }

    /** Each document of each collection as a digest of what it says, by its id. */
    private static Map<String, Map<String, String>> documents(Agora agora) {
        Map<String, Map<String, String>> all = new TreeMap<>();
        for (String name : Databases.ofServices()) {
            try (MongoClient client = Databases.client(agora, name)) {
                var database = client.getDatabase(name);
                for (String collection : database.listCollectionNames()) {
                    Map<String, String> digests = new TreeMap<>();
                    if (!Databases.OF_THE_MOMENT.contains(collection)) {
                        for (Document document :
                                database.getCollection(collection).find()) {
                            digests.put(String.valueOf(document.get("_id")), digest(document));
                        }
                    }
                    if (!digests.isEmpty()) {
                        all.put(name + "." + collection, digests);
                    }
                }
            }
        }
        return all;
    }

    private static String digest(Document document) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(document.toJson().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a member finds of each kind, all pages of it. */
    private static Map<String, Set<String>> found(Agora agora) {
        Map<String, Set<String>> all = new TreeMap<>();
        for (String kind : Found.KINDS) {
            Set<String> hits = new TreeSet<>();
            Set<String> cursors = new HashSet<>();
            String next = "";
            do {
                JsonNode page = agora.as("lucas.morvan")
                        .search("", "&kind=" + kind + "&size=50" + (next.isEmpty() ? "" : "&cursor=" + next));
                page.path("hits")
                        .forEach(hit -> hits.add(hit.path("id").asString() + " "
                                + hit.path("title").asString() + " " + hit.path("summary")));
                next = page.path("next").asString("");
            } while (!next.isEmpty() && cursors.add(next));
            all.put(kind, hits);
        }
        return all;
    }
}
