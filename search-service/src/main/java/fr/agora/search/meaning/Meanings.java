package fr.agora.search.meaning;

import fr.agora.search.catalogue.Audience;
import fr.agora.search.catalogue.Change;
import fr.agora.search.catalogue.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Finds entries by what words mean; nothing at all while no endpoint is configured. */
@Component
public class Meanings {

    private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);
    private static final int LONGEST_TEXT = 2_000;
    private static final int BATCH = 16;
    private static final int MOST_NEAR = 20;
    private static final int MOST_REMEMBERED = 500;

    private final AssistantSettings settings;
    private final Embeddings embeddings;
    private final Vectors vectors;
    /** Texts that wait for their vector, by key; the latest of each. */
    private final Map<String, String> waiting = Collections.synchronizedMap(new LinkedHashMap<>());
    /** The same words always mean the same: the pages of a list agree. */
    private final Map<String, Vector> asked = Collections.synchronizedMap(new Remembered());

    private volatile long failedAt;

    Meanings(AssistantSettings settings, Embeddings embeddings, Vectors vectors) {
        this.settings = settings;
        this.embeddings = embeddings;
        this.vectors = vectors;
    }

    public boolean isOn() {
        return settings.uri() != null;
    }

    /** Takes note of what is written; only what anybody may read ever leaves for the endpoint. */
    public void hear(List<? extends Change> changes) {
        if (!isOn()) {
            return;
        }
        for (var change : changes) {
            if (!change.version().isEmpty()) {
                continue;
            }
            var key = change.kind().code() + "/" + change.id();
            if (change instanceof Change.Publication published
                    && published.audience().isOpenTo(Audience.visitor())) {
                want(key, text(published));
            } else {
                waiting.remove(key);
                vectors.remove(key);
            }
        }
    }

    private void want(String key, String text) {
        if (!text.isBlank() && !vectors.has(key, digest(text)) && waiting.size() < Vectors.MOST) {
            waiting.put(key, text);
        }
    }

    private static String text(Change.Publication published) {
        var entry = published.entry();
        // a person is what they do: the name is nobody else's business
        var title = entry.kind() == Kind.MEMBER ? null : entry.title();
        var text = Stream.of(title, entry.summary(), entry.body())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** One batch after another, until none waits or the endpoint fails: then those that wait go on waiting. */
    @Scheduled(fixedDelayString = "${agora.albert.filling:1s}", initialDelayString = "${agora.albert.filling:1s}")
    public synchronized void fill() {
        while (isOn() && !waiting.isEmpty() && !isPaused()) {
            var keys = new ArrayList<String>();
            var texts = new ArrayList<String>();
            synchronized (waiting) {
                waiting.entrySet().stream().limit(BATCH).forEach(each -> {
                    keys.add(each.getKey());
                    texts.add(each.getValue());
                });
            }
            var made = embeddings.of(texts, settings.timeout());
            if (made.isEmpty()) {
                failedAt = System.nanoTime();
                return;
            }
            try {
                keep(keys, texts, made.get());
            } catch (DataAccessException away) {
                LOG.warn("Vectors are kept later cause=\"{}\"", away.toString());
                return;
            }
        }
    }

    private void keep(List<String> keys, List<String> texts, List<Vector> made) {
        for (int at = 0; at < keys.size(); at++) {
            // withdrawn or written again meanwhile: this vector is of a text that is no more
            if (waiting.remove(keys.get(at), texts.get(at))) {
                vectors.put(new KnownVector(
                        keys.get(at), digest(texts.get(at)), made.get(at).values()));
            }
        }
    }

    /**
     * Begins to look for the entries nearest to some words.
     *
     * @param kinds codes of those wanted, none for all
     */
    public Looking near(String words, Set<String> kinds) {
        if (!isOn() || words.isBlank()) {
            return new Looking(CompletableFuture.completedFuture(List.of()), 0);
        }
        var known = asked.get(words.toLowerCase(Locale.ROOT));
        var until = System.nanoTime() + settings.searchBudget().toNanos();
        if (known != null) {
            return new Looking(CompletableFuture.completedFuture(vectors.nearest(known, kinds, MOST_NEAR)), until);
        }
        if (isPaused()) {
            return new Looking(CompletableFuture.completedFuture(List.of()), 0);
        }
        var keys = new CompletableFuture<List<String>>();
        Thread.ofVirtual().name("meaning").start(() -> keys.complete(nearest(words, kinds)));
        return new Looking(keys, until);
    }

    private List<String> nearest(String words, Set<String> kinds) {
        // somewhat longer than the search waits: the next one with these words has it at once
        var made = embeddings.of(List.of(words), settings.searchBudget().multipliedBy(4));
        if (made.isEmpty()) {
            failedAt = System.nanoTime();
            return List.of();
        }
        asked.put(words.toLowerCase(Locale.ROOT), made.get().getFirst());
        return vectors.nearest(made.get().getFirst(), kinds, MOST_NEAR);
    }

    private boolean isPaused() {
        var failed = failedAt;
        return failed != 0 && System.nanoTime() - failed < settings.pause().toNanos();
    }

    private String digest(String text) {
        try {
            var all = MessageDigest.getInstance("SHA-256")
                    .digest((settings.embeddingModel() + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A look under way. */
    public static final class Looking {

        private final CompletableFuture<List<String>> keys;
        private final long until;

        private Looking(CompletableFuture<List<String>> keys, long until) {
            this.keys = keys;
            this.until = until;
        }

        /** The keys of the nearest, {@code use-case/id}; none when the budget is spent first. */
        public List<String> keys() {
            try {
                var left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
                return keys.isDone() ? keys.join() : keys.get(left.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException late) {
                return List.of();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
    }

    private static final class Remembered extends LinkedHashMap<String, Vector> {

        private static final long serialVersionUID = 1;

        private Remembered() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Vector> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }
}
