package fr.agora.search.site;

import fr.agora.platform.ui.Page;
import fr.agora.search.catalogue.Kind;
import fr.agora.search.catalogue.Places;
import fr.agora.search.catalogue.Vocabulary;
import fr.agora.search.query.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Offers and members by department, drawn and told.
 *
 * @param rows departments that have any, the fullest first
 */
public record MapPage(String words, List<Spot> spots, List<Row> rows, String back) {

    private static final double DEGREE = 58;
    private static final double NARROWING = 0.69;
    private static final double WEST = -5.6;
    private static final double NORTH = 51.4;
    private static final List<String> OVERSEAS = List.of("971", "972", "973", "974", "976");
    private static final int LARGEST = 26;
    private static final int SMALLEST = 5;

    /**
     * A department on the drawing.
     *
     * @param offers radius of its disc, 0 for none
     * @param members radius of its ring, 0 for none
     */
    public record Spot(String code, String label, int x, int y, int offers, int members) {}

    /** A department in the table. */
    public record Row(String label, String offers, String offersHref, String members, String membersHref, long total) {}

    static MapPage of(Question question, Map<Kind, Map<String, Long>> counts, Page page) {
        var spots = new ArrayList<Spot>();
        var rows = new ArrayList<Row>();
        Places.departments().forEach((code, point) -> {
            var territory = "DEP-" + code;
            var label = Vocabulary.TERRITORIES.label(territory, page.locale());
            var name = label == null ? code : label;
            long offers = count(counts, Kind.OFFER, territory);
            long members = count(counts, Kind.MEMBER, territory);
            spots.add(spot(code, name, point, offers, members));
            if (offers + members > 0) {
                rows.add(new Row(
                        name,
                        page.number(offers),
                        href(question, page, Kind.OFFER, territory),
                        page.number(members),
                        href(question, page, Kind.MEMBER, territory),
                        offers + members));
            }
        });
        rows.sort(Comparator.comparingLong(Row::total).reversed());
        return new MapPage(question.words(), spots, rows, page.href("/recherche", "q", question.words()));
    }

    private static Spot spot(String code, String label, Places.Point point, long offers, long members) {
        int island = OVERSEAS.indexOf(code);
        int x = island < 0 ? (int) ((point.longitude() - WEST) * DEGREE * NARROWING) : 40 + island * 62;
        int y = island < 0 ? (int) ((NORTH - point.latitude()) * DEGREE) : 640;
        return new Spot(code, label, x, y, radius(offers), radius(members));
    }

    /** The area grows with the number. */
    private static int radius(long count) {
        return count == 0 ? 0 : (int) Math.min(LARGEST, SMALLEST + 3 * Math.sqrt(count));
    }

    private static long count(Map<Kind, Map<String, Long>> counts, Kind kind, String territory) {
        return counts.getOrDefault(kind, Map.of()).getOrDefault(territory, 0L);
    }

    private static String href(Question question, Page page, Kind kind, String territory) {
        return page.href("/recherche", "q", question.words(), "kind", kind.code(), "territory", territory);
    }
}
