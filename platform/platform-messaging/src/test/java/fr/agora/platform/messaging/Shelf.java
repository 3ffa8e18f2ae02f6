package fr.agora.platform.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A consumer's copy, which can be told to fail. */
class Shelf implements FactHandler {

    private final List<Fact> received = new CopyOnWriteArrayList<>();
    private final Map<String, Fact> newest = new ConcurrentHashMap<>();
    private volatile Consumer<Fact> temper = fact -> {};

    @Override
    public void handle(List<Fact> facts) {
        facts.forEach(temper);
        received.addAll(facts);
        facts.forEach(
                fact -> newest.merge(fact.subject(), fact, (old, now) -> now.revision() > old.revision() ? now : old));
    }

    void failWith(Consumer<Fact> failing) {
        temper = failing;
    }

    void recover() {
        temper = fact -> {};
    }

    List<Fact> about(String subject) {
        return received.stream().filter(fact -> fact.subject().equals(subject)).toList();
    }

    boolean has(String subject, long revision) {
        var fact = newest.get(subject);
        return fact != null && fact.revision() == revision;
    }

    int size() {
        return newest.size();
    }
}
