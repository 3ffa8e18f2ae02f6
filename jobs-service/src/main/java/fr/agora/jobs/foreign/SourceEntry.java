package fr.agora.jobs.foreign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/**
 * What is remembered of one reference of a source: enough to know whether a row says anything new.
 *
 * @param digest of the row last taken
 * @param changedOn of the row last taken
 * @param variants digests of other rows of the same reference, which lost
 * @param run the last import that saw it
 * @param absences whole files in a row without it
 * @param gone whether it was closed for that
 */
record SourceEntry(
        String key,
        String source,
        String digest,
        LocalDate changedOn,
        List<String> variants,
        String run,
        int absences,
        boolean gone) {

    private static final int MOST_VARIANTS = 20;

    SourceEntry {
        variants = List.copyOf(variants);
    }

    static SourceEntry first(String key, String source, ForeignOffer offer, String run) {
        return new SourceEntry(key, source, offer.digest(), offer.changedOn(), List.of(), run, 0, false);
    }

    boolean knows(String row) {
        return digest.equals(row) || variants.contains(row);
    }

    SourceEntry seenIn(String present) {
        return new SourceEntry(key, source, digest, changedOn, variants, present, 0, gone);
    }

    /** An older row of the same reference is remembered, so that it is nothing new next time either. */
    SourceEntry withLoser(String row, String present) {
        return new SourceEntry(key, source, digest, changedOn, longer(row), present, 0, gone);
    }

    SourceEntry taken(ForeignOffer offer, String present) {
        // within one file the row before is a variant; from one file to the next it is the past
        List<String> losers = run.equals(present) ? longer(digest) : variants;
        List<String> others =
                losers.stream().filter(each -> !each.equals(offer.digest())).toList();
        return new SourceEntry(key, source, offer.digest(), offer.changedOn(), others, present, 0, false);
    }

    SourceEntry missed() {
        return new SourceEntry(key, source, digest, changedOn, variants, run, absences + 1, gone);
    }

    SourceEntry closed() {
        return new SourceEntry(key, source, digest, changedOn, variants, run, absences, true);
    }

    private List<String> longer(String row) {
        List<String> all = new ArrayList<>(variants);
        if (all.size() < MOST_VARIANTS) {
            all.add(row);
        }
        return all;
    }

    Document written() {
        return new Document("_id", key)
                .append("source", source)
                .append("digest", digest)
                .append("changedOn", changedOn.toString())
                .append("variants", variants)
                .append("run", run)
                .append("absences", absences)
                .append("gone", gone);
    }

    static SourceEntry read(Document found) {
        return new SourceEntry(
                found.getString("_id"),
                found.getString("source"),
                found.getString("digest"),
                LocalDate.parse(found.getString("changedOn")),
                found.getList("variants", String.class, List.of()),
                found.getString("run"),
                found.getInteger("absences", 0),
                found.getBoolean("gone", false));
    }
}
