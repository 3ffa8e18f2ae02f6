package fr.agora.acceptance;

import static org.awaitility.Awaitility.await;

import fr.agora.acceptance.Api.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * People who write at once, each patiently: what is not acknowledged is tried again until it is. What they were told is
 * kept, and nothing they were not told.
 */
final class Writing {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    // people, not a load: the writes are to last as long as the kills
    private static final Duration PACE = Duration.ofSeconds(2);
    private static final Duration BREATH = Duration.ofMillis(200);

    private final Agora agora;
    private final String word;
    private final String watchedWord;
    private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
    private final Map<Entry, String> owners = new ConcurrentHashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger watched = new AtomicInteger();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();
    private final Map<Integer, Integer> refusals = new ConcurrentHashMap<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile String lastFailure = "";

    /**
     * A run.
     *
     * @param word every title of this run begins with it, and no other
     * @param watchedWord in the titles of use cases and offers that stay, and nowhere else
     */
    Writing(Agora agora, String word, String watchedWord) {
        this.agora = agora;
        this.word = word;
        this.watchedWord = watchedWord;
    }

    /** Everybody writes until so many writes are acknowledged; each ends what it has begun. */
    List<Thread> begin(Map<String, List<Entry.Kind>> writers, int writes, AtomicReference<Throwable> trouble) {
        return writers.entrySet().stream()
                .map(writer -> Thread.ofVirtual()
                        .name("writer " + writer.getKey())
                        .start(() -> {
                            try {
                                for (int i = 0; acknowledged.get() < writes || !over.get(); i++) {
                                    List<Entry.Kind> kinds = writer.getValue();
                                    write(writer.getKey(), kinds.get(i % kinds.size()));
                                    LockSupport.parkNanos(PACE.toNanos());
                                }
                            } catch (RuntimeException | AssertionError unexpected) {
                                trouble.compareAndSet(null, unexpected);
                            }
                        }))
                .toList();
    }

    private void write(String account, Entry.Kind kind) {
        boolean leaves = begun.incrementAndGet() % 5 == 0;
        boolean isWatched = !leaves && (kind == Entry.Kind.USE_CASE || kind == Entry.Kind.OFFER);
        AtomicReference<String> name = new AtomicReference<>();
        String id = acknowledged(account, api -> {
                    // another name at each try: what nobody acknowledged may be there all the same, and two of a name
                    // are refused
                    name.set(word + " " + (isWatched ? watchedWord + " " : "") + names.incrementAndGet());
                    return api.post(kind.path, kind.body(Entry.title(name.get(), 1)));
                })
                .json()
                .path("id")
                .asString();
        Entry entry = new Entry(kind, name.get(), id);
        owners.put(entry, account);
        entries.add(entry);
        edit(account, entry);
        acknowledged(account, api -> api.post(entry.path() + "/publish", ""));
        entry.is("PUBLISHED");
        if (isWatched) {
            watched.incrementAndGet();
        }
        edit(account, entry);
        if (leaves) {
            acknowledged(account, api -> api.post(entry.path() + "/withdraw", ""));
            entry.is("WITHDRAWN");
        }
    }

    private void edit(String account, Entry entry) {
        acknowledged(account, api -> api.put(entry.path(), entry.kind().body(entry.nextTitle())));
        entry.edited();
    }

    private interface Call {
        Answer to(Api api);
    }

    private Answer acknowledged(String account, Call call) {
        return await("an acknowledgement for " + account)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BREATH)
                .until(() -> attempt(account, call), answer -> answer != null);
    }

    // null: nobody said that it was written
    private Answer attempt(String account, Call call) {
        try {
            Answer answer = call.to(agora.as(account));
            if (answer.status() / 100 == 2) {
                acknowledged.incrementAndGet();
                return answer;
            }
            if (answer.status() == 401) {
                agora.forget(account);
            } else if (answer.status() < 500 && answer.status() != 429) {
                throw new AssertionError("A write was refused: " + answer.status() + " " + answer.body());
            }
            refusals.merge(answer.status(), 1, Integer::sum);
            lastFailure = answer.status() + " " + answer.body();
        } catch (UncheckedIOException | IllegalStateException away) {
            refusals.merge(0, 1, Integer::sum);
            lastFailure = String.valueOf(away.getMessage());
        }
        failed.incrementAndGet();
        return null;
    }

    /** Nothing more is killed: writers may stop once they have written enough. */
    void over() {
        over.set(true);
    }

    int acknowledged() {
        return acknowledged.get();
    }

    int failed() {
        return failed.get();
    }

    /** How often each status refused, 0 for a broken line. */
    Map<Integer, Integer> refusals() {
        return Map.copyOf(refusals);
    }

    String watchedWord() {
        return watchedWord;
    }

    /** How many items with the watched word were published. */
    int watched() {
        return watched.get();
    }

    String lastFailure() {
        return lastFailure;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    Api ownerOf(Entry entry) {
        return agora.as(owners.get(entry));
    }
}
